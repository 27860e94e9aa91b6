// The page as the server sends it: fetched, parsed, and looked through for what only a load can change.
const CLIENT_SCRIPT = 'script[src="/__postulate/client.js"]';
/** They are read once, while a page loads; what holds for templates is that scripts make of them what they like. */
const READ_ONCE = "base, meta[charset], meta[http-equiv], template";
const EXECUTED =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script.*)$/i;

/** Its text, or `null` when the answer is no page or another page. `cache` is that of `fetch`. */
export async function fetchPage(url, cache, signal) {
  const response = await fetch(url, { cache, signal });
  const isPage = /^text\/html\b/i.test(response.headers.get("content-type") ?? "");
  return response.ok && !response.redirected && isPage ? response.text() : null;
}

/** The document without the script that the dev server added, and what that script says; `null` without the script. */
export function parsePage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const script = [...page.querySelectorAll(CLIENT_SCRIPT)].at(-1);
  if (script === undefined || page.body?.localName !== "body") return null;
  script.remove();
  // A page that may run scripts takes the inside of this element for text, a parser that runs none does not.
  for (const element of page.querySelectorAll("noscript")) element.textContent = element.innerHTML;
  return { page, facts: { ...script.dataset } };
}

/** Whether the step from one page to the other takes a load, whatever else they hold. */
export function needsLoad(before, after) {
  return (
    before.compatMode !== after.compatMode ||
    listSources(before, READ_ONCE) !== listSources(after, READ_ONCE) ||
    listScripts(before) !== listScripts(after)
  );
}

/** A script that is put into a page from a parsed one never runs. */
export function holdsScript(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return [node, ...node.querySelectorAll("script")].some(isExecuted);
}

/** Data that scripts may read, such as JSON-LD, is not run, and changes with each word of a post. */
function isExecuted(element) {
  return element.localName === "script" && EXECUTED.test(element.getAttribute("type")?.trim() ?? "");
}

function listScripts(page) {
  return JSON.stringify(
    [...page.querySelectorAll("script")].filter(isExecuted).map(({ outerHTML }) => outerHTML),
  );
}

function listSources(page, selector) {
  return JSON.stringify([...page.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML));
}
