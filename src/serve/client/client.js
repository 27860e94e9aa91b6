// Runs in every page that the dev server sends: reloads it when it changed, and shows what is wrong with the site.
// Plain JavaScript for browsers; `dev-state.ts` describes the messages, `add-client-script.ts` the attributes.
import { showStatus } from "./overlay.js";

const EVENTS_PATH = "/__postulate/events";
const SCROLL_KEY = "postulate-scroll";

const script = document.querySelector("script[data-version][data-output]");
/** The output that this page is, or "" when there is none for its path. */
const ownOutput = script.dataset.output;
const baseurl = script.dataset.baseurl;
let version = script.dataset.version;
let events = null;

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
    events = new EventSource(EVENTS_PATH);
    let isFirst = true;
    events.onopen = () => {
      isFirst = true;
    };
    events.onmessage = ({ data }) => {
      const status = JSON.parse(data);
      // What a status lists is the last change only; how many were missed before it, nobody knows.
      follow(isFirst ? { ...status, changed: null } : status);
      isFirst = false;
    };
  }
}

function disconnect() {
  events?.close();
  events = null;
}

function follow(status) {
  showStatus(status);
  if (status.version === version) return;
  version = status.version;
  const { changed } = status;
  const styleSheets = changed === null ? null : findLinkedStyleSheets(changed);
  if (styleSheets === null || needsReload(changed)) reload();
  else for (const link of styleSheets) swapStyleSheet(link);
}

/** Pages, feeds and lists other than this one are nothing to it; images, scripts and the rest may be. */
function needsReload(changed) {
  return (
    ownOutput === "" ||
    changed.some((path) => path === ownOutput || !/\.(?:html?|xml|txt|json|css|map)$/i.test(path))
  );
}

/** The links to the changed style sheets; `null` when one of them is not linked here and may be imported. */
function findLinkedStyleSheets(changed) {
  const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')];
  const found = [];
  for (const path of changed.filter((one) => /\.css$/i.test(one))) {
    const matching = links.filter((link) => outputOf(link.href) === path);
    if (matching.length === 0) return null;
    found.push(...matching);
  }
  return found;
}

function outputOf(href) {
  const url = new URL(href);
  const path = decodeURIComponent(url.pathname);
  return url.origin === location.origin && path.startsWith(`${baseurl}/`)
    ? path.slice(baseurl.length + 1)
    : null;
}

/** The old sheet stays until the new one is there, so that the page never stands without. */
function swapStyleSheet(link) {
  const next = link.cloneNode();
  const url = new URL(link.href);
  url.searchParams.set("postulate", version);
  next.href = url.href;
  next.addEventListener("load", () => link.remove(), { once: true });
  next.addEventListener("error", () => link.remove(), { once: true });
  link.after(next);
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
