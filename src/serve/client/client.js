// Runs in every page that the dev server sends: brings it up to date when it changed, and shows what is wrong with the
// site.
// Plain JavaScript for browsers; `dev-state.ts` describes the messages, `add-client-script.ts` the attributes.
import { showStatus } from "./overlay.js";
import { findLinkedStyleSheets, swapStyleSheet } from "./style-sheets.js";
import { createPageSwapper } from "./swap-page.js";
import { mayUseOutput } from "./used-outputs.js";

const EVENTS_PATH = "/__postulate/events";
const SCROLL_KEY = "postulate-scroll";

const script = document.querySelector("script[data-version][data-output]");
/** The output that this page is, or "" when there is none for its path. */
const ownOutput = script.dataset.output;
const baseurl = script.dataset.baseurl;
/** What the server said last, and what this page is: builds may follow one another faster than a page is fetched. */
let toldVersion = script.dataset.version;
let ownVersion = toldVersion;
let events = null;
const swapPage = ownOutput === "" ? null : createPageSwapper(location.href, script.dataset);

restoreScroll();
addEventListener("load", restoreScroll, { once: true });
addEventListener("load", () => sessionStorage.removeItem(SCROLL_KEY), { once: true });
// Browsers open few connections to one host, and each open tab would hold one for ever.
document.addEventListener("visibilitychange", connectWhileVisible);
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connectWhileVisible);
connectWhileVisible();

function connectWhileVisible() {
  if (document.visibilityState === "hidden") {
    disconnect();
  } else if (events === null) {
    // The first answer lists all that was missed meanwhile. After a connection that broke off the browser asks for the
    // same address again, and hears more than it missed, which does no harm.
    events = new EventSource(`${EVENTS_PATH}?since=${encodeURIComponent(toldVersion)}`);
    events.onmessage = ({ data }) => follow(JSON.parse(data));
  }
}

function disconnect() {
  events?.close();
  events = null;
}

function follow(status) {
  showStatus(status);
  if (status.version === toldVersion) return;
  toldVersion = status.version;
  const { changed } = status;
  if (ownOutput === "" || changed === null) return reload();
  const styleSheets = new Map(changed.map((path) => [path, findLinkedStyleSheets(path, baseurl)]));
  if (changed.some((path) => styleSheets.get(path).length === 0 && needsReload(path))) return reload();
  for (const link of [...styleSheets.values()].flat()) swapStyleSheet(link, toldVersion);
  if (changed.includes(ownOutput) && ownVersion !== toldVersion) updatePage();
}

/** Pages, feeds and lists are nothing to this one or are swapped; what a script asks for nobody can tell. */
function needsReload(path) {
  if (/\.(?:html?|xml|txt|json|map)$/i.test(path)) return false;
  return /\.(?:[cm]?js|wasm)$/i.test(path) || mayUseOutput(path, baseurl);
}

async function updatePage() {
  const version = await swapPage();
  if (version === null) reload();
  else if (version !== undefined) ownVersion = version;
}

function reload() {
  disconnect();
  sessionStorage.setItem(SCROLL_KEY, JSON.stringify({ url: location.href, left: scrollX, top: scrollY }));
  location.reload();
}

function restoreScroll() {
  const saved = JSON.parse(sessionStorage.getItem(SCROLL_KEY) ?? "null");
  if (saved?.url === location.href) scrollTo({ left: saved.left, top: saved.top, behavior: "instant" });
}
