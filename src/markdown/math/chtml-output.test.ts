import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import type { MathConfig } from "../../model/config.js";
import { insertAll } from "../../util/insert-all.js";
import { createTypesetter } from "./create-typesetter.js";
import { loadPageMath } from "./load-math-output.js";

const MATH: MathConfig = {
  enabled: true,
  singleBackslash: false,
  macros: {},
  tags: "none",
  packages: [],
  output: "chtml",
};

const output = loadPageMath("chtml");
const typesetter = createTypesetter(MATH);
const addGlyphRules = (page: string): string => insertAll(page, output.collectGlyphs(page));

function typeset(...formulas: readonly string[]) {
  return typesetter.typeset(formulas.map((tex) => ({ tex, isDisplay: true }))).results;
}

/** All kinds of elements that MathJax draws with. */
const MANY = [
  "\\sum_{i=1}^n \\sqrt[3]{x_i} \\int_0^1 \\underbrace{a}_{b} \\widehat{abc}",
  "\\left\\{\\begin{array}{c|c}a&b\\\\\\hline c&d\\\\e&f\\\\g&h\\end{array}\\right. \\xrightarrow[a]{abc}",
  "\\ce{2H2 + O2 -> 2H2O} \\text{für } é \\overbrace{a+b}^{n} \\color{red}{x} \\cancel{y} \\boxed{z}",
  "\\begin{align}a&=b\\tag{1}\\\\c&=d\\end{align}",
  "\\mathfrak{A}\\mathcal{B}\\mathscr{C}\\mathbb{D}\\mathsf{E}\\mathtt{F}\\boldsymbol{\\alpha}",
];

test("a formula is text hidden from screen readers, and MathML once", () => {
  assert.equal(
    typeset("x^2")[0]?.html,
    '<mjx-container display="true"><mjx-math aria-hidden="true" class="MJX-TEX" display="true" style="margin-left:0;margin-right:0"><mjx-msup><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi><mjx-script style="vertical-align:.413em"><mjx-mn size="s"><mjx-c class="mjx-c32"></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math><span><math display="block"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span></mjx-container>',
  );
});

test("it is the same from the shared MathJax and from rehype-mathjax's, in any order, and without bookkeeping", () => {
  const shared = typeset(...MANY);
  assert.deepEqual(typeset("\\def\\unused{1}", ...MANY).slice(1), shared);
  assert.deepEqual([...typeset(...[...MANY].reverse())].reverse(), shared);
  assert.ok(shared.every(({ fault }) => fault === undefined));
  assert.doesNotMatch(
    shared.map(({ html }) => html).join(""),
    / id=|data-|NaN|jax=|texclass|mjx-n"|undefined/,
  );
});

test("a fault is told as in every other output", () => {
  const [fault] = typeset("\\alpa + 1");
  assert.deepEqual(
    fault,
    createTypesetter({ ...MATH, output: "svg" }).typeset([{ tex: "\\alpa + 1", isDisplay: true }]).results[0],
  );
});

test("a page gets the rules of the glyphs that it uses, and no others, at the end of its head", () => {
  const [formula] = typeset("x^2");
  const page = `<!doctype html><head><title>a</title></head><body>${formula?.html}</body>`;
  assert.match(
    addGlyphRules(page),
    /<title>a<\/title><style class="math-glyphs">mjx-c\.mjx-c32::before\{padding:\.666em \.5em 0 0;content:"2"\}mjx-c\.mjx-c1D465\.TEX-I::before\{[^{}]*content:"x"\}<\/style><\/head>/,
  );
  assert.deepEqual(loadPageMath("chtml").collectGlyphs(page), output.collectGlyphs(page));
  const stretched = addGlyphRules(typeset("\\overbrace{a+b+c+d+e}")[0]?.html ?? "");
  assert.match(stretched, /^<style class="math-glyphs">mjx-stretchy-h\.mjx-c23DE mjx-beg mjx-c::before\{/);
});

test("a page without formulas stays as it is, and so does one that only writes about them", () => {
  for (const page of ["<body><p>a</p></body>", '<pre>&lt;mjx-c class="mjx-c32"></pre>'])
    assert.equal(addGlyphRules(page), page);
});

test("every glyph has its rule, and every font that the rules name is a file of MathJax's", () => {
  const html = typeset(...MANY)
    .map((result) => result.html)
    .join("");
  const rules = addGlyphRules(html).slice(0, -html.length);
  const glyphs = new Set(Array.from(html.matchAll(/<mjx-c class="([^"]+)"/g), ([, classes = ""]) => classes));
  assert.ok(glyphs.size > 30);
  for (const classes of glyphs)
    assert.ok(rules.includes(`mjx-c.${classes.replace(" ", ".")}::before{`), classes);
  const named = Array.from(output.styleSheet.matchAll(/url\("fonts\/([^"]+)"\)/g), ([, name]) => name);
  assert.ok(named.length > 20);
  const files = new Map(
    output.fontFiles.map(({ name, absolutePath }) => [name, statSync(absolutePath).size]),
  );
  for (const name of named) assert.ok((files.get(name ?? "") ?? 0) > 500, name);
});
