// Turns the page that a browser shows into the page that the server has now, without a load: scroll positions, focus,
// selections, open details and what was typed stay, because what did not change is not touched.
import { fetchPage, needsLoad, parsePage } from "./page-source.js";
import { planChanges } from "./plan-changes.js";
import { holdStyleSheets } from "./style-sheets.js";

/** Dispatched on the document after a swap, for scripts that act on elements: new ones may be there. */
const SWAP_EVENT = "postulate:swap";

/**
 * `facts` is what the server said of the page that was loaded. The function that is returned resolves to the version
 * that it has swapped in, to `undefined` when a later call took over, and to `null` when the page has to be loaded.
 */
export function createPageSwapper(url, facts) {
  let served = readLoadedPage(url, facts.version);
  let running = new AbortController();

  return async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const [before, html] = await Promise.all([served, fetchPage(url, "no-store", signal)]);
      if (signal.aborted) return undefined;
      if (before === null || html === null) return null;
      const version = await swap(before, html, facts, signal);
      if (typeof version === "string") served = Promise.resolve(html);
      return version;
    } catch {
      return signal.aborted ? undefined : null;
    }
  };
}

/** Asked of the browser's cache. Whatever else comes is no base to compare with. */
async function readLoadedPage(url, version) {
  try {
    const html = await fetchPage(url, "force-cache");
    return html !== null && parsePage(html)?.facts.version === version ? html : null;
  } catch {
    return null;
  }
}

async function swap(oldHtml, newHtml, { output, baseurl }, signal) {
  const before = parsePage(oldHtml);
  const after = parsePage(newHtml);
  if (after === null || after.facts.output !== output || after.facts.baseurl !== baseurl) return null;
  if (needsLoad(before.page, after.page)) return null;

  const draft = planChanges(before.page, after.page, document);
  if (draft === null) return null;
  const sheets = await holdStyleSheets(draft.added, signal);
  if (signal.aborted) return undefined;

  // The page lived on while style sheets were on their way, so the plan is made again for what it is now.
  const plan = sheets.count === 0 ? draft : planChanges(before.page, after.page, document);
  sheets.release(plan?.added ?? []);
  if (plan === null) return null;
  const focused = document.activeElement;
  for (const step of plan.steps) step();
  // It was replaced as a whole.
  if (focused?.id && !focused.isConnected)
    document.getElementById(focused.id)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent(SWAP_EVENT));
  return after.facts.version;
}
