// What is wrong with the site, over the page: errors open a panel, warnings wait behind a button. Everything that
// comes from the site is set as text, never as markup.
import { overlayStyles } from "./overlay-styles.js";

const CLOSED_KEY = "postulate-closed";

const host = document.createElement("postulate-overlay");
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [overlayStyles];

/** Shows a status of the dev server; one without faults takes everything away. */
export function showStatus({ diagnostics, omitted, crash }) {
  if (diagnostics.length === 0 && crash === null) {
    sessionStorage.removeItem(CLOSED_KEY);
    host.remove();
    return;
  }
  const fingerprint = JSON.stringify([diagnostics, omitted, crash?.message]);
  const isSerious = crash !== null || diagnostics.some(({ severity }) => severity === "error");
  // Whoever closed the panel on these very faults does not want to see it after each reload.
  const isOpen = isSerious && sessionStorage.getItem(CLOSED_KEY) !== fingerprint;
  const summary = summarize(diagnostics, omitted, crash);

  const button = create(
    "button",
    { class: `pill ${isSerious ? "error" : "warning"}`, type: "button" },
    summary,
  );
  const close = create("button", { class: "close", type: "button", "aria-label": "Close" }, "×");
  const panel = create(
    "section",
    { class: "panel", role: "dialog", "aria-label": summary, tabindex: "-1" },
    create("header", {}, create("h2", {}, summary), close),
    crash === null ? null : createCrash(crash),
    ...diagnostics.map(createDiagnostic),
    omitted === 0 ? null : create("p", { class: "more" }, `… and ${omitted} more, listed in the terminal.`),
  );
  const setOpen = (open) => {
    panel.hidden = !open;
    button.hidden = open;
    if (open) sessionStorage.removeItem(CLOSED_KEY);
    else if (isSerious) sessionStorage.setItem(CLOSED_KEY, fingerprint);
  };
  button.addEventListener("click", () => {
    setOpen(true);
    panel.focus();
  });
  close.addEventListener("click", () => setOpen(false));
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") setOpen(false);
  });
  panel.hidden = !isOpen;
  button.hidden = isOpen;
  root.replaceChildren(panel, button);
  document.documentElement.append(host);
}

function summarize(diagnostics, omitted, crash) {
  if (crash !== null) return "The build broke off";
  const parts = ["error", "warning"].flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return parts.join(", ") + (omitted === 0 ? "" : " and more");
}

function createDiagnostic({ severity, code, message, hint, place, related = [], page }) {
  return create(
    "article",
    { class: severity },
    create("p", { class: "message" }, create("b", {}, severity), ` ${message} `, create("code", {}, code)),
    place === undefined ? null : createPlace(place),
    page === undefined ? null : create("p", { class: "page" }, `while making ${page}`),
    ...related.flatMap((other) => [
      create("p", { class: "related" }, other.message),
      createPlace(other.place),
    ]),
    hint === "" ? null : create("p", { class: "hint" }, hint),
  );
}

function createPlace({ path, line, column, length = 1, lineText }) {
  const location = create(
    "p",
    { class: "location" },
    [path, line, column].filter((part) => part !== undefined).join(":"),
  );
  if (lineText === undefined || column === undefined) return location;
  const text = lineText.replaceAll("\t", " ");
  const before = text.slice(0, column - 1);
  const meant = text.slice(column - 1, column - 1 + length);
  const gutter = `${line} | `;
  const frame = create(
    "pre",
    { tabindex: "0" },
    create("span", { class: "gutter" }, gutter),
    before,
    create("mark", {}, meant),
    text.slice(before.length + meant.length),
    "\n",
    // The same text, unseen, puts the caret below its letter whatever their widths are.
    create("span", { class: "unseen", "aria-hidden": "true" }, gutter + before),
    create("span", { class: "caret", "aria-hidden": "true" }, "^".repeat(Math.max(1, meant.length))),
  );
  return create("div", {}, location, frame);
}

function createCrash({ message, stack }) {
  return create(
    "article",
    { class: "error" },
    create("p", { class: "message" }, create("b", {}, "error"), ` ${message}`),
    create(
      "p",
      { class: "hint" },
      "This is a fault of the program, not of your site. The terminal says where to report it.",
    ),
    create("pre", { tabindex: "0" }, stack),
  );
}

function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}
