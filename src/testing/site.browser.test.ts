/** The theme in a real Chromium, on the repository's own blog and on a post alone: what a reader meets. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startPreviewServer } from "../serve/start-preview-server.js";
import { buildSite, buildTinySite } from "./build-tiny-site.js";
import { openBrowser } from "./open-browser.js";
import { createTemporaryFolder } from "./temporary-folder.js";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const COLOR_SCHEMES = ["light", "dark"] as const;
const WIDTHS = [320, 768, 1280] as const;

let browser: Browser;
let origin = "";
let pages: readonly string[] = [];

const finishers: (() => unknown)[] = [];

after(async () => {
  for (const finish of finishers.reverse()) await finish();
});

before(async () => {
  const context = { after: (finish: () => unknown) => finishers.push(finish) };
  const destinationDir = createTemporaryFolder(context);
  const { result } = await buildSite(root, { destinationDir });
  assert.deepEqual(result.diagnostics, []);
  const server = await startPreviewServer({ rootDir: destinationDir, baseurl: "", port: 0 });
  context.after(() => server.close());
  browser = await openBrowser(context);
  origin = server.origin;
  pages = [...result.outputs.keys()]
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);
});

/** A page with everything noted down that a reader should never cause. */
async function open(
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
      troubles.push(`foreign: ${request.url()}`);
  });
  await page.goto(`${origin}${url}`, { waitUntil: "load" });
  return { page, troubles };
}

/** The home page, every category, and the posts with most formulas and code. */
function importantPages(): readonly string[] {
  const posts = pages.filter((url) => /\/\d{4}\/\d{2}\/\d{2}\//.test(url));
  return ["/", ...pages.filter((url) => /^\/(?:category|categories|archive|about)/.test(url)), ...posts];
}

test("every page loads without a console error, a failed request or a request to anyone else", async () => {
  for (const url of pages.filter((one) => one !== "/404.html")) {
    const { page, troubles } = await open(url);
    assert.deepEqual(troubles, [], url);
    await page.context().close();
  }
});

test("no page scrolls sideways at any width", async () => {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const url of pages) {
      await page.goto(`${origin}${url}`);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      assert.equal(overflow, 0, `${url} at ${width} px`);
    }
    await context.close();
  }
});

test("axe finds nothing wrong on any page, in light and in dark", async () => {
  for (const colorScheme of COLOR_SCHEMES) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    for (const url of importantPages()) {
      await page.goto(`${origin}${url}`);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")))`,
      );
      assert.deepEqual(violations, [], `${url} in ${colorScheme}`);
    }
    await context.close();
  }
});

test("the text of a page looks the same with JavaScript off", async () => {
  const [mathPost = ""] = pages.filter((url) => url.includes("/mathematics/"));
  for (const url of ["/", "/categories/", mathPost]) {
    assert.notEqual(url, "");
    const [withScripts, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const { page } = await open(url, { javaScriptEnabled, reducedMotion: "reduce" });
        const image = await page.locator("main").screenshot({ animations: "disabled" });
        await page.context().close();
        return image;
      }),
    );
    assert.ok(withScripts !== undefined && without !== undefined && withScripts.equals(without), url);
  }
});

test("the theme switch changes the colours, and the next page remembers", async () => {
  const { page } = await open("/", { colorScheme: "light" });
  const background = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const light = await background();
  const button = page.getByRole("button", { name: /theme|dark|colour|color/i }).first();
  for (let press = 0; press < 3 && (await background()) === light; press++) await button.click();
  const dark = await background();
  assert.notEqual(dark, light);
  await page.goto(`${origin}/categories/`);
  assert.equal(await background(), dark);
  await page.context().close();
});

test("a post without tags and neighbours ends with its text: no line under it parts it from nothing", async (context) => {
  const POST = "---\ntitle: Alone\ndate: 2024-05-06\n---\nOne $x$.\n";
  const { sourceDir } = await buildTinySite(context, { "_posts/2024-05-06-alone.md": POST });
  const rootDir = path.join(sourceDir, "dist");
  const server = await startPreviewServer({ rootDir, baseurl: "", port: 0 });
  context.after(() => server.close());
  const page = await browser.newPage();
  await page.goto(`${server.origin}/2024/05/06/alone.html`);
  assert.equal(await page.locator(".post-footer").count(), 1);
  assert.equal(await page.locator(".post-footer").isVisible(), false);
  await page.close();
});
