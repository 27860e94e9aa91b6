/** A page full of formulas in a real Chromium: what a reader sees, hears and copies, whichever way they are drawn. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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

/** 200 formulas, half of them in paragraphs; one of them wide, numbered and referred to, one wide in a sentence. */
function writePost(): string {
  const paragraphs = Array.from({ length: 99 }, (_, index) => {
    const tex = FORMULAS[index % FORMULAS.length] ?? "";
    return `Paragraph ${index} with $x_{${index}} < ${tex.startsWith("\\begin") ? "y" : tex}$ in it.\n\n$$${index} + ${tex}$$\n`;
  });
  const long = Array.from({ length: 30 }, (_, index) => `b_{${index}}`).join("+");
  const wide = `$$\\begin{equation}${Array.from({ length: 40 }, (_, index) => `a_{${index}}`).join("+")}\\label{wide}\\end{equation}$$`;
  return [
    "---\ntitle: The $x^2$ rule\n---",
    wide,
    "See $\\eqref{wide}$.",
    ...paragraphs,
    `So $${long}$.`,
  ].join("\n\n");
}

const OUTPUTS = ["svg", "chtml"] as const;
type Output = (typeof OUTPUTS)[number];

let browser: Browser;
const addresses = new Map<Output, string>();
const finishers: (() => unknown)[] = [];

after(async () => {
  for (const finish of finishers.reverse()) await finish();
});

before(async () => {
  const context = { after: (finish: () => unknown) => finishers.push(finish) };
  browser = await openBrowser(context);
  for (const output of OUTPUTS) {
    const sourceDir = createTemporaryFolder(context);
    writeFiles(sourceDir, {
      "_config.yml": `title: T\nurl: https://example.org\nmath: {tags: ams, output: ${output}}`,
      "_posts/2024-01-01-math.md": writePost(),
    });
    const { result } = await buildSite(sourceDir, {});
    assert.deepEqual(result.diagnostics, []);
    const server = await startPreviewServer({ rootDir: `${sourceDir}/dist`, baseurl: "", port: 0 });
    context.after(() => server.close());
    addresses.set(output, `${server.origin}/2024/01/01/math.html`);
  }
});

async function open(output: Output, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  `);
  await page.goto(addresses.get(output) ?? "", { waitUntil: "load" });
  return page;
}

const SIZES = `Array.from(document.querySelectorAll("mjx-container > :first-child"), (drawing) => {
  const { width, height } = drawing.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
})`;

interface AccessibleNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

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

test("each glyph that a page uses is drawn", async () => {
  const page = await open("svg");
  const empty =
    await page.evaluate(`Array.from(document.querySelectorAll("mjx-container use")).filter((use) => {
    const { width, height } = use.getBoundingClientRect();
    return width === 0 || height === 0;
  }).length`);
  assert.equal(empty, 0);
  await page.context().close();
});

test("fonts of formulas that come late move nothing", async () => {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
  const page = await context.newPage();
  const waiting: (() => Promise<void>)[] = [];
  await page.route(/\.woff$/, (route) => {
    waiting.push(() => route.continue());
  });
  await page.goto(addresses.get("chtml") ?? "", { waitUntil: "domcontentloaded" });
  await page.waitForTimeout(500);
  const boxes = `Array.from(document.querySelectorAll(".math-inline, .math-display, p"), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  })`;
  const before = await page.evaluate(boxes);
  assert.ok(waiting.length > 3);
  await Promise.all(waiting.map((proceed) => proceed()));
  await page.evaluate("document.fonts.ready");
  assert.deepEqual(await page.evaluate(boxes), before);
  await context.close();
});

for (const output of OUTPUTS) {
  describe(`with math.output: ${output}`, () => {
    test("nothing moves while a page of 200 formulas loads", async () => {
      const page = await open(output);
      assert.ok(
        Number(await page.evaluate("document.querySelectorAll('.math-inline, .math-display').length")) >= 200,
      );
      await page.evaluate("new Promise((done) => setTimeout(done, 300))");
      const shift = Number(await page.evaluate("globalThis.shift"));
      // The font that gives baselines is in the style sheet, but a browser lays out once before it looks at it.
      assert.ok(output === "svg" ? shift === 0 : shift < 0.02, `${shift}`);
      await page.context().close();
    });

    test("formulas have the same sizes with JavaScript off, and none is empty", async () => {
      const page = await open(output);
      const sizes = (await page.evaluate(SIZES)) as [number, number][];
      await page.context().close();
      const plain = await open(output, { javaScriptEnabled: false });
      // Playwright evaluates in a page whose own scripts are off.
      assert.deepEqual(await plain.evaluate(SIZES), sizes);
      await plain.context().close();
      assert.ok(sizes.every(([width, height]) => width > 3 && height > 3));
    });

    test("a screen reader meets each formula's MathML once, and no drawing", async () => {
      const page = await open(output);
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

    test("copied formulas are TeX, whole ones even where a part is selected", async () => {
      const page = await open(output);
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
      const page = await open(output, { viewport: { width: 320, height: 700 } });
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
      const page = await open(output);
      await page.evaluate("document.querySelector('a.math-reference').click()");
      assert.equal(await page.evaluate("document.querySelector(':target')?.id"), "eq-wide");
      await page.context().close();
    });

    test("formulas have the colour of the text, by day and by night", async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(output, { colorScheme });
        const colors = await page.evaluate(`(() => {
      const formula = document.querySelector("p > .math-inline");
      const drawing = formula.querySelector("mjx-container > :first-child");
      return [formula, drawing].map((element) => getComputedStyle(element).color);
    })()`);
        const [text, drawing] = colors as readonly string[];
        assert.equal(drawing, text);
        await page.context().close();
      }
    });

    test("a formula in a sentence never makes the page scroll at 320 pixels", async () => {
      const page = await open(output, { viewport: { width: 320, height: 700 } });
      const [scrolled, widest] = (await page.evaluate(`[
    document.documentElement.scrollWidth,
    Math.max(...Array.from(document.querySelectorAll(".math-inline"), (box) => box.getBoundingClientRect().right)),
  ]`)) as readonly [number, number];
      assert.equal(scrolled, 320);
      assert.ok(widest > 200 && widest <= 320, `${widest}`);
      await page.context().close();
    });
  });
}
