/** Our drawings beside MathJax's own in a real Chromium: lighter, and the same to the eye. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Root } from "hast";
import type { Page } from "playwright-core";
import rehypeMathjax from "rehype-mathjax";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { createMarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import { insertAll } from "../util/insert-all.js";
import { exampleConfig } from "./example-site.js";
import { openBrowser } from "./open-browser.js";

const FORMULAS = [
  "\\sum_{i=1}^n \\sqrt[3]{x_i} \\int_0^1 \\underbrace{a}_{b} \\widehat{abc} x^{y^{z^w}}",
  "\\left\\{\\begin{array}{c|c:c}a&b&1\\\\\\hline c&d&2\\\\e&f&3\\\\g&h&4\\end{array}\\right. \\xrightarrow[a]{abc}",
  "\\ce{2H2 + O2 -> 2H2O} \\overbrace{a+b}^{n} \\color{red}{\\frac{x}{y}} \\cancel{y} \\boxed{z}",
  "\\mathfrak{A}\\mathcal{B}\\mathscr{C}\\mathbb{D}\\mathsf{E}\\mathtt{F}\\boldsymbol{\\alpha}\\mathbf{x}",
  "\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}\\right]\\left\\lfloor\\frac{\\frac ab}{\\frac cd}\\right\\Updownarrow",
  "\\Large x^2 \\tiny y_{i_j} \\Huge z \\normalsize w \\binom{n}{k} {a \\atop b}",
  "\\overrightarrow{ABCDEF} \\overline{xyz} \\widetilde{abcd} \\enclose{circle}{x} \\enclose{updiagonalarrow}{xyz}",
  "\\colorbox{yellow}{$x^2$} \\fcolorbox{red}{lime}{$y$} \\bbox[5px,border:2px solid red]{z} \\text{für}",
  "\\begin{align}a&=b\\tag{1}\\\\c^2&=\\tfrac12\\end{align}",
  "\\begin{CD}A@>a>>B\\\\@VVbV@|\\\\C@=D\\end{CD}",
];

const STYLE = "body { font: 20px/1.5 serif; width: 700px; } .math-display { margin: 0; padding: 4px; }";

/** Each formula in a line of its own, so that no place depends on another formula. */
function writePage(head: string, formulas: readonly string[]): string {
  const lines = formulas.map((html) => `<div style="height:220px;overflow:hidden">${html}</div>`);
  return `<!doctype html><html><head><style>${STYLE}</style>${head}</head><body>${lines.join("")}</body></html>`;
}

function drawPlainly(): string {
  const processor = unified().use(rehypeMathjax).use(rehypeStringify);
  const elements = FORMULAS.map((value) => ({
    type: "element" as const,
    tagName: "code",
    properties: { className: ["language-math", "math-display"] },
    children: [{ type: "text" as const, value }],
  }));
  const root: Root = { type: "root", children: elements };
  // rehype-mathjax changes the tree that it is given.
  processor.runSync(root);
  const { children } = root;
  const written = children.map((child) => processor.stringify({ type: "root", children: [child] }));
  return writePage(
    `${written.at(-1)}<style>mjx-container { margin: 0 !important; }</style>`,
    written.slice(0, -1).map((html) => `<div class="math-display">${html}</div>`),
  );
}

async function drawLightly(): Promise<string> {
  const { math, code } = exampleConfig();
  const renderer = await createMarkdownRenderer({ math, code });
  const written = FORMULAS.map((tex) => renderer.renderFragment(`$$\n${tex}\n$$`));
  const rules = `<style>${renderer.styleSheets.math} .math-display > mjx-container { margin: 0; } .math-display { padding: 4px; overflow: visible; }</style>`;
  const page = writePage(rules, written);
  return insertAll(page, renderer.collectGlyphs(page));
}

interface Difference {
  /** In 255ths, of the channel that differs most. */
  readonly largest: number;
  /** The part of all channels that differ by more than a tenth. */
  readonly share: number;
  /** The part of all pixels that are not paper. */
  readonly ink: number;
}

async function compare(page: Page, pictures: readonly string[]): Promise<Difference> {
  return (await page.evaluate(
    `(async (pictures) => {
      const [one, other] = await Promise.all(pictures.map(async (picture) => {
        const image = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }));
      let [largest, count, ink] = [0, 0, 0];
      for (let index = 0; index < one.length; index++) {
        const difference = Math.abs(one[index] - other[index]);
        largest = Math.max(largest, difference);
        if (difference > 25) count++;
        if (index % 4 === 0 && one[index] < 128) ink++;
      }
      return { largest: one.length === other.length ? largest : 255, share: count / one.length, ink: ink / (one.length / 4) };
    })(${JSON.stringify(pictures)})`,
  )) as Difference;
}

test("a drawing is MathJax's own, but for what is less than a fraction of a pixel", async (context) => {
  const browser = await openBrowser(context);
  const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
  const pictures: string[] = [];
  for (const html of [drawPlainly(), await drawLightly()]) {
    await page.setContent(html);
    pictures.push((await page.screenshot({ fullPage: true })).toString("base64"));
  }
  const { largest, share, ink } = await compare(page, pictures);
  assert.ok(ink > 0.002, `${ink}`);
  // At the edges of strokes, where a pixel is partly covered.
  assert.ok(largest < 100, `${largest}`);
  assert.ok(share < 0.002, `${share}`);
});
