/** A page full of formulas in a real Chromium: what a reader sees, hears and copies. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startPreviewServer } from "../serve/start-preview-server.js";
import { buildSite } from "./build-tiny-site.js";
import { openBrowser } from "./open-browser.js";
import { createTemporaryFolder, writeFiles } from "./temporary-folder.js";

const FORMULAS = [
  "\\sum_{i=1}^n \\frac{x_i^2}{1 + \\sqrt{y_i}}",
  "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
  "\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt\\pi}{2}",
  "\\left\\{ x \\in \\mathbb{R} : \\lVert x \\rVert < \\varepsilon \\right\\}",
];

/** 200 formulas, half of them in paragraphs; one of them wide, numbered and referred to. */
function writePost(): string {
  const paragraphs = Array.from({ length: 99 }, (_, index) => {
    const tex = FORMULAS[index % FORMULAS.length] ?? "";
    return `Paragraph ${index} with $x_{${index}} < ${tex.startsWith("\\begin") ? "y" : tex}$ in it.\n\n$$${index} + ${tex}$$\n`;
  });
  const wide = `$$\\begin{equation}${Array.from({ length: 40 }, (_, index) => `a_{${index}}`).join("+")}\\label{wide}\\end{equation}$$`;
  return ["---\ntitle: The $x^2$ rule\n---", wide, "See $\\eqref{wide}$.", ...paragraphs].join("\n\n");
}

let browser: Browser;
let address = "";
const finishers: (() => unknown)[] = [];

after(async () => {
  for (const finish of finishers.reverse()) await finish();
});

before(async () => {
  const context = { after: (finish: () => unknown) => finishers.push(finish) };
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, {
    "_config.yml": "title: T\nurl: https://example.org\nmath: {tags: ams}",
    "_posts/2024-01-01-math.md": writePost(),
  });
  const { result } = await buildSite(sourceDir, {});
  assert.deepEqual(result.diagnostics, []);
  const server = await startPreviewServer({ rootDir: `${sourceDir}/dist`, baseurl: "", port: 0 });
  context.after(() => server.close());
  browser = await openBrowser(context);
  address = `${server.origin}/2024/01/01/math.html`;
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  `);
  await page.goto(address, { waitUntil: "load" });
  return page;
}

test("nothing moves while a page of 200 formulas loads", async () => {
  const page = await open();
  assert.ok(
    Number(await page.evaluate("document.querySelectorAll('.math-inline, .math-display').length")) >= 200,
  );
  await page.evaluate("new Promise((done) => setTimeout(done, 300))");
  assert.equal(await page.evaluate("globalThis.shift"), 0);
  await page.context().close();
});

const HEIGHTS = `Array.from(document.querySelectorAll("mjx-container > svg"), (svg) => {
  const { width, height } = svg.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
})`;

test("formulas have the same sizes with JavaScript off, and none is empty", async () => {
  const page = await open();
  const sizes = (await page.evaluate(HEIGHTS)) as [number, number][];
  await page.context().close();
  const plain = await open({ javaScriptEnabled: false });
  // Playwright evaluates in a page whose own scripts are off.
  assert.deepEqual(await plain.evaluate(HEIGHTS), sizes);
  await plain.context().close();
  assert.ok(sizes.every(([width, height]) => width > 3 && height > 3));
});

test("each glyph that a page uses is drawn", async () => {
  const page = await open();
  const empty = await page.evaluate(`Array.from(document.querySelectorAll("use")).filter((use) => {
    const { width, height } = use.getBoundingClientRect();
    return width === 0 || height === 0;
  }).length`);
  assert.equal(empty, 0);
  await page.context().close();
});

interface AccessibleNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

test("a screen reader meets each formula's MathML once, and no drawing", async () => {
  const page = await open();
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AccessibleNode[] };
  const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value ?? "");
  const drawn = await page.evaluate("document.querySelectorAll('mjx-container').length");
  assert.equal(roles.filter((role) => role === "MathMLMath").length, drawn);
  assert.deepEqual(
    roles.filter((role) => /svg|image|img|graphics/i.test(role)),
    [],
  );
  const heading = nodes.find(({ role, ignored }) => role?.value === "heading" && !ignored);
  assert.equal(heading?.name?.value, "The x² rule");
  await page.context().close();
});

async function copy(page: Page, select: string): Promise<string> {
  return String(
    await page.evaluate(`(() => {
      const range = document.createRange();
      ${select}
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      const data = new DataTransfer();
      const event = new ClipboardEvent("copy", { clipboardData: data, cancelable: true, bubbles: true });
      document.body.dispatchEvent(event);
      return data.getData("text/plain");
    })()`),
  );
}

test("copied formulas are TeX, whole ones even where a part is selected", async () => {
  const page = await open();
  const paragraph = 'const [inline] = document.querySelectorAll("p > .math-inline");';
  assert.equal(
    (await copy(page, `${paragraph} range.selectNodeContents(inline.parentElement);`)).trim(),
    "Paragraph 0 with $x_{0} < \\sum_{i=1}^n \\frac{x_i^2}{1 + \\sqrt{y_i}}$ in it.",
  );
  assert.match(
    await copy(page, `${paragraph} range.selectNodeContents(inline.querySelector("math"));`),
    /^\$x_\{0\} < .*\$$/,
  );
  assert.equal(
    (await copy(page, 'range.selectNode(document.querySelectorAll(".math-display")[1]);')).trim(),
    "$$0 + \\sum_{i=1}^n \\frac{x_i^2}{1 + \\sqrt{y_i}}$$",
  );
  assert.equal(await copy(page, 'range.selectNodeContents(document.querySelector("title"));'), "");
  await page.context().close();
});

test("a wide equation scrolls in its own box at 320 pixels, by keyboard too, and the page never", async () => {
  const page = await open({ viewport: { width: 320, height: 700 } });
  assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
  const scrolled = await page.evaluate(`(() => {
    const box = document.getElementById("eq-wide");
    box.focus();
    box.scrollLeft = 100;
    return [document.activeElement === box, box.scrollLeft, box.scrollWidth > box.clientWidth];
  })()`);
  assert.deepEqual(scrolled, [true, 100, true]);
  await page.context().close();
});

test("a reference leads to its equation", async () => {
  const page = await open();
  await page.evaluate("document.querySelector('a.math-reference').click()");
  assert.equal(await page.evaluate("document.querySelector(':target')?.id"), "eq-wide");
  await page.context().close();
});
