/** The dev server's script in a real Chromium: what an author sees while writing. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { createFakeSession } from "../testing/create-fake-session.js";
import { openBrowser } from "../testing/open-browser.js";
import { startDevSite } from "../testing/start-dev-site.js";

const page = (text: string): string =>
  `<!doctype html><html lang="en"><head><title>T</title><link rel="stylesheet" href="/a.css">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'self'"></head>` +
  `<body><p id="text">${text}</p><div class="tall"></div></body></html>`;
const STYLES = ".tall { height: 5000px } #text { color: rgb(1, 2, 3) }";

async function open(context: TestContext) {
  const files = {
    "index.html": page("one"),
    "other.html": page("other"),
    "a.css": STYLES,
    "favicon.ico": "",
  };
  const { server, edit } = await startDevSite(context, files, createFakeSession());
  const browser = await openBrowser(context);
  const opened = await browser.newPage();
  const troubles: string[] = [];
  opened.on("console", (message) => troubles.push(message.text()));
  opened.on("pageerror", (error) => troubles.push(error.message));
  await opened.goto(server.url(), { waitUntil: "load" });
  // A mark that a reload takes away.
  await opened.evaluate("window.isSameDocument = true");
  return {
    page: opened,
    troubles,
    server,
    edit,
  };
}

const textOf = (opened: Page): Promise<string | null> => opened.textContent("#text");

const waitForText = (opened: Page, text: string): Promise<void> =>
  opened.locator("#text", { hasText: text }).waitFor();

/** `waitForFunction` is stopped by the content security policy that these pages have. */
async function waitUntil(opened: Page, condition: string): Promise<void> {
  const end = performance.now() + 5000;
  while ((await opened.evaluate(condition)) !== true) {
    assert.ok(performance.now() < end, `in time: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("an edit changes the page in place", async (context) => {
  const { page: opened, edit, troubles } = await open(context);
  await opened.evaluate("scrollTo(0, 1234)");
  edit({ "index.html": page("two") });
  await waitForText(opened, "two");
  assert.equal(await opened.evaluate("scrollY"), 1234);
  assert.equal(await opened.evaluate("window.isSameDocument"), true);
  assert.deepEqual(troubles, []);
});

test("a changed style sheet is swapped without a reload, and another page's edit does nothing", async (context) => {
  const { page: opened, edit } = await open(context);
  edit({ "other.html": page("another") });
  await new Promise((resolve) => setTimeout(resolve, 400));
  edit({ "a.css": STYLES.replace("1, 2, 3", "9, 8, 7") });
  await waitUntil(opened, "getComputedStyle(document.querySelector('#text')).color === 'rgb(9, 8, 7)'");
  assert.equal(await opened.evaluate("window.isSameDocument"), true);
});

/** What a browser does when another tab is looked at, and when this one is again. */
async function setVisible(opened: Page, isVisible: boolean): Promise<void> {
  await opened.evaluate(`
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "${isVisible ? "visible" : "hidden"}" });
    document.dispatchEvent(new Event("visibilitychange"))`);
}

test("a tab that was hidden during edits changes in place when it is shown again", async (context) => {
  const { page: opened, edit, server, troubles } = await open(context);
  await opened.evaluate("scrollTo(0, 1234)");
  await setVisible(opened, false);
  for (const [path, text] of [
    ["index.html", page("two")],
    ["a.css", STYLES.replace("1, 2, 3", "9, 8, 7")],
    ["other.html", page("another")],
    ["index.html", page("three")],
  ] as const) {
    edit({ [path]: text });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.idle();
  }
  assert.equal(await textOf(opened), "one");
  await setVisible(opened, true);
  await waitForText(opened, "three");
  await waitUntil(opened, "getComputedStyle(document.querySelector('#text')).color === 'rgb(9, 8, 7)'");
  assert.deepEqual(await opened.evaluate("[window.isSameDocument, scrollY]"), [true, 1234]);
  assert.deepEqual(troubles, []);
});

test("a tab that was hidden when a script changed is loaded when it is shown again", async (context) => {
  const { page: opened, edit, server } = await open(context);
  await setVisible(opened, false);
  for (const [path, text] of [
    ["theme.js", "1"],
    ["index.html", page("two")],
  ] as const) {
    edit({ [path]: text });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.idle();
  }
  const loaded = opened.waitForEvent("load");
  await setVisible(opened, true);
  await loaded;
  assert.equal(await textOf(opened), "two");
});

test("errors are shown over the last good page as text with a frame, can be closed, and go when they are fixed", async (context) => {
  const { page: opened, edit, troubles } = await open(context);
  edit({ "index.html": `${page("broken")}\n\t<i>x</i> ERROR here` });
  const panel = opened.locator("postulate-overlay .panel");
  await panel.waitFor();
  assert.equal(await textOf(opened), "one");
  assert.equal(await panel.locator(".message").textContent(), 'error "<b>error</b>" is here fake-error');
  assert.equal(await panel.locator(".location").textContent(), "index.html:2:11");
  assert.equal(await panel.locator("mark").textContent(), "ERROR");
  assert.equal(await panel.locator(".hint").textContent(), "Take it out");
  const [mark, caret] = await Promise.all([
    panel.locator("mark").boundingBox(),
    panel.locator(".caret").boundingBox(),
  ]);
  assert.ok(
    mark !== null && caret !== null && Math.abs(mark.x - caret.x) < 1,
    "the caret stands below its word",
  );
  if (process.env.OVERLAY_SCREENSHOT) await opened.screenshot({ path: process.env.OVERLAY_SCREENSHOT });
  await panel.locator(".close").click();
  assert.equal(await panel.isVisible(), false);
  await opened.reload();
  await opened.locator("postulate-overlay .pill").waitFor();
  assert.equal(await panel.isVisible(), false, "what was closed stays closed");
  await opened.locator("postulate-overlay .pill").click();
  assert.equal(await panel.isVisible(), true);
  await opened.keyboard.press("Escape");
  assert.equal(await panel.isVisible(), false);
  edit({ "index.html": page("fixed") });
  await waitForText(opened, "fixed");
  assert.equal(await opened.locator("postulate-overlay").count(), 0);
  assert.deepEqual(troubles, []);
});

test("warnings wait behind a button", async (context) => {
  const { page: opened, edit } = await open(context);
  edit({ "index.html": `${page("two")}<!-- WARNING -->` });
  const pill = opened.locator("postulate-overlay .pill");
  await pill.waitFor();
  assert.equal(await pill.textContent(), "1 warning");
  assert.equal(await opened.locator("postulate-overlay .panel").isVisible(), false);
});

test("a page that does not exist yet appears when its post is written", async (context) => {
  const { page: opened, edit, server } = await open(context);
  await opened.goto(`${server.origin}/new/`, { waitUntil: "load" });
  edit({ "new/index.html": page("written") });
  await waitForText(opened, "written");
});
