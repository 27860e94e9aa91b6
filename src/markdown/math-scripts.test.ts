/** `<script type="math/tex">`, which old posts and the output of old kramdown hold, wherever it may stand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleConfig } from "../testing/example-site.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";

const { math, code } = exampleConfig();
const renderer = await createMarkdownRenderer({ math, code });

const TEX = "a_1 < b_1 * c * d";
const INLINE = `<script type="math/tex">${TEX}</script>`;
const DISPLAY = `<script type="math/tex; mode=display">${TEX}</script>`;

interface Found {
  readonly tex: readonly string[];
  readonly isDisplay: readonly boolean[];
  readonly html: string;
}

function render(text: string): Found {
  const { html, diagnostics } = renderer.render({
    ...{ path: "a.md", text, lineOrigins: [], excerptSeparator: "" },
  });
  assert.deepEqual(diagnostics, [], text);
  const formulas = [...html.matchAll(/<math([^>]*)>.*?x-tex">([\s\S]*?)<\/annotation>/g)];
  return {
    tex: formulas.map(([, , tex = ""]) => tex.replaceAll("&lt;", "<").replace(/\s+/g, " ").trim()),
    isDisplay: formulas.map(([, attributes = ""]) => attributes.includes('display="block"')),
    html,
  };
}

const PLACES: Readonly<Record<string, (script: string) => string>> = {
  "alone on its line": (script) => script,
  "between paragraphs": (script) => `text\n\n${script}\n\ntext`,
  "indented a little": (script) => `  ${script}`,
  "in a sentence": (script) => `so ${script} holds`,
  "at the start of a sentence": (script) => `${script} holds`,
  "between lines of a paragraph": (script) => `text\n${script}\nmore`,
  "below a line": (script) => `text\n${script}`,
  "above a line": (script) => `${script}\ntext`,
  "in a list": (script) => `- ${script.replaceAll("\n", "\n  ")}\n- b`,
  "in the text of a list": (script) => `- so ${script.replaceAll("\n", "\n  ")} holds`,
  "in a paragraph of a list": (script) => `1. text\n\n   ${script.replaceAll("\n", "\n   ")}\n\n2. b`,
  "in a quote": (script) => `> ${script.replaceAll("\n", "\n> ")}`,
  "in a footnote": (script) => `a[^1]\n\n[^1]: ${script.replaceAll("\n", "\n    ")}`,
  "in a definition list": (script) => `term\n: ${script.replaceAll("\n", "\n  ")}`,
  "in emphasis": (script) => `*so ${script} holds*`,
  "in a link": (script) => `[so ${script}](https://a.b)`,
  "in a block of HTML": (script) => `<div>\n${script}\n</div>`,
  "in a line of HTML": (script) => `<p>so ${script} holds</p>`,
  "in a table of HTML": (script) => `<table><tr><td>${script}</td></tr></table>`,
  "between tags and blank lines": (script) => `<div>\n\n${script}\n\n</div>`,
  "in Markdown in HTML": (script) => `<div markdown="1">\n${script}\n</div>`,
};

const ON_ONE_LINE: typeof PLACES = {
  "in a heading": (script) => `# so ${script} holds`,
  "in a cell of a table": (script) => `| a | b |\n|---|---|\n| ${script} | c |`,
};

for (const [place, write] of Object.entries({ ...PLACES, ...ON_ONE_LINE })) {
  test(`a script of MathJax's is a formula ${place}`, () => {
    const inline = render(write(INLINE));
    assert.deepEqual([inline.tex, inline.isDisplay], [[TEX], [false]]);
    const display = render(write(DISPLAY));
    assert.deepEqual([display.tex, display.isDisplay], [[TEX], [true]]);
    assert.doesNotMatch(inline.html + display.html, /<script/);
  });
}

for (const [place, write] of Object.entries(PLACES)) {
  test(`a script over lines is a formula ${place}`, () => {
    const { tex, html } = render(write(`<script type="math/tex">\na_1 <\nb_1\n</script>`));
    assert.deepEqual(tex, ["a_1 < b_1"]);
    assert.doesNotMatch(html, /<script/);
  });
}

test("a formula alone on its line is a paragraph, and two are two", () => {
  assert.match(render(INLINE).html, /^<p><span class="math-inline">.*<\/span><\/p>$/);
  assert.deepEqual(render(`${INLINE}\n${INLINE}`).tex, [TEX, TEX]);
  assert.deepEqual(render(`${DISPLAY}\n${DISPLAY}`).isDisplay, [true, true]);
});

test("the tag may be written as HTML allows it", () => {
  for (const written of [
    `<SCRIPT TYPE='math/tex'>${TEX}</SCRIPT>`,
    `<script type=math/tex>${TEX}</script>`,
    `<script id="MathJax-Element-1"  type="math/tex" >${TEX}</script >`,
    `<script type="math/tex">% <![CDATA[\n${TEX} %]]></script>`,
    `<script type="math/tex">% <![CDATA[ ${TEX} %]]></script>`,
  ])
    assert.deepEqual(render(`so ${written}`).tex, [TEX], written);
  assert.deepEqual(render(`<script type='math/tex;mode=display'>${TEX}</script>`).isDisplay, [true]);
});

test("blank lines stay in a display", () => {
  const { tex } = render(`<script type="math/tex; mode=display">\n\na_1\n\n</script>`);
  assert.deepEqual(tex, ["a_1"]);
});

test("any other script stays what it is, and so does one without a formula", () => {
  for (const script of [
    '<script>let a = "$x$ * $y$";</script>',
    '<script type="text/x">$x$</script>',
    '<script type="math/tex"></script>',
    "<pre><script>$x$</script></pre>",
  ]) {
    const { tex, html } = render(script);
    assert.deepEqual(tex, []);
    assert.ok(html.includes(script), html);
  }
});
