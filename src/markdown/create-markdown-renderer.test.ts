import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RenderedBody } from "../model/rendered.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";
import { texToText } from "./math/tex-to-text.js";

const OPTIONS = {
  math: {
    enabled: true,
    singleBackslash: false,
    macros: {},
    tags: "none" as const,
    packages: [],
    output: "svg" as const,
  },
  code: { lightTheme: "github-light-default", darkTheme: "github-dark-default" },
};
const renderer = await createMarkdownRenderer(OPTIONS);

/** The body of a file whose front matter takes ten lines. */
function render(text: string, excerptSeparator = "\n\n"): RenderedBody {
  const lineOrigins = text.split("\n").map((_, index) => index + 11);
  return renderer.render({ path: "_posts/a.md", text, lineOrigins, excerptSeparator });
}

/** Each diagnostic as `code line:column+length message`. */
function faultsOf(text: string): string[] {
  return render(text).diagnostics.map(
    ({ code, message, place }) => `${code} ${place?.line}:${place?.column}+${place?.length} ${message}`,
  );
}

/** Formulas are shown as the text that they read as. */
function withoutDrawings(html: string): string {
  return html.replace(
    /<mjx-container.*?<annotation[^>]*>([^<]*)<.*?<\/mjx-container>/gs,
    (_, tex: string) => `⟦${texToText(tex)}⟧`,
  );
}

const SAMPLE = `Some text on memory. It has a *second* sentence.

## The Characters
Bytecode is saved in the folder.


It holds two things:
- \`\`\`.pyc\`\`\` or \`\`\`__pycache__\`\`\` folders
- \`\`\`ob_refcnt\`\`\`: Reference Count

\`\`\`python
import numpy as np

print([1,2,3])
\`\`\`


### Next

Both inline \\\\( a = x^2 + y^2 \\\\) and block equations

\\\\[ b = x^2 + y^2 \\\\]

\\\\[ b = \\frac{1}{n^2}\\\\]

We are done!
`;

describe("a post as its author of a Jekyll blog wrote it", () => {
  const body = render(SAMPLE);
  const html = withoutDrawings(body.html);

  test("has its formulas drawn", () => {
    assert.equal(body.formulas, 3);
    assert.match(html, /Both inline <span class="math-inline">⟦a = x² \+ y²⟧<\/span> and/);
    assert.match(html, /<div class="math-display" tabindex="0">⟦b = 1\/n²⟧<\/div>/);
  });

  test("has code spans at the start of list items that follow a line of text", () => {
    assert.match(
      html,
      /<p>It holds two things:<\/p>\n<ul>\n<li><code>.pyc<\/code> or <code>__pycache__<\/code> folders<\/li>/,
    );
    assert.match(html, /<li><code>ob_refcnt<\/code>: Reference Count<\/li>/);
  });

  test("has coloured code and headings that link to themselves", () => {
    assert.equal(body.codeBlocks, 1);
    assert.match(html, /<code class="language-python"><span class="l\d+ d\d+">import<\/span> numpy/);
    assert.match(
      html,
      /<h2 id="the-characters">The Characters<a class="heading-anchor" href="#the-characters" aria-label="[^"]+"><\/a><\/h2>/,
    );
    assert.deepEqual(
      body.headings.map(({ level, id, text }) => [level, id, text]),
      [
        [2, "the-characters", "The Characters"],
        [3, "next", "Next"],
      ],
    );
  });

  test("has its first paragraph as excerpt, and no faults", () => {
    assert.equal(body.excerptHtml, "<p>Some text on memory. It has a <em>second</em> sentence.</p>");
    assert.equal(body.excerptText, "Some text on memory. It has a second sentence.");
    assert.deepEqual(body.diagnostics, []);
  });

  test("gives the same result again", () => {
    assert.deepEqual(render(SAMPLE), body);
  });
});

describe("faults", () => {
  test("an unclosed formula is an error at its own place", () => {
    assert.deepEqual(faultsOf("text\n\nso $$x is\n\nmore $$y$$"), [
      'math-unclosed 13:4+2 "$$" opens a formula that no "$$" closes',
    ]);
    assert.deepEqual(faultsOf("> - \\\\[ x\n\nmore"), [
      'math-unclosed 11:5+3 "\\\\[" opens a formula that no "\\\\]" closes',
    ]);
  });

  test("an unclosed formula in a paragraph's brackets is a warning", () => {
    const [diagnostic] = render("so \\\\( x").diagnostics;
    assert.equal(diagnostic?.code, "math-unclosed-inline");
    assert.equal(diagnostic?.severity, "warning");
    assert.equal(diagnostic?.place?.lineText, "so \\\\( x");
  });

  test("an escaped or single dollar is none", () => {
    assert.deepEqual(faultsOf("a $ b \\$$ c `$$` $$$\n\n    $$\n"), []);
  });

  test("an unclosed fence is an error, a closed one is none", () => {
    assert.deepEqual(faultsOf("text\n\n~~~python\ncode"), [
      'code-fence-unclosed 13:1+3 "~~~" opens a code block that is never closed, so all text after it becomes code',
    ]);
    assert.deepEqual(faultsOf("- ```\n  a\n  ```\n\n> ~~~~\n> ~~~\n> ~~~~~\n\n```\n```\n"), []);
    assert.equal(render("- ```\n  a\n\ntext").diagnostics[0]?.code, "code-fence-unclosed");
    assert.equal(render("```").diagnostics[0]?.severity, "error");
  });

  test("a fault of TeX is a warning at the word, and the source stands in its place", () => {
    assert.deepEqual(faultsOf("a $x + \\alpa$ b"), [
      "math-tex-error 11:8+5 MathJax cannot read this formula: Undefined control sequence \\alpa",
    ]);
    assert.equal(render("$\\alpa$").diagnostics[0]?.hint, 'Did you mean "\\alpha"?');
    assert.deepEqual(faultsOf("$$\n\\frac{1}\n$$"), [
      "math-tex-error 12:1+5 MathJax cannot read this formula: Missing argument for \\frac",
    ]);
    const { html } = render("a $x < \\alpa$ b");
    assert.match(
      html,
      /<code class="math-error" title="Undefined control sequence \\alpa">\$x &lt; \\alpa\$<\/code>/,
    );
    assert.doesNotMatch(html, /merror|mathjax-error/);
  });

  test("a fault is told again for a formula met before", () => {
    assert.equal(faultsOf("$\\alpa$ $\\alpa$").length, 2);
    assert.equal(faultsOf("$\\alpa$").length, 1);
  });

  test("an unknown language is a warning with the nearest name", () => {
    assert.deepEqual(faultsOf("```pyton\nx\n```"), [
      'code-unknown-language 11:4+5 No grammar is known for the code language "pyton", so this block has no colours',
    ]);
    assert.equal(render("```pyton\nx\n```").diagnostics[0]?.hint, 'Did you mean "python"?');
    assert.deepEqual(faultsOf("```\nx\n```\n\n```text\nx\n```"), []);
  });
});

describe("math", () => {
  test("in the middle of a paragraph a display formula has a box that may stand there", () => {
    assert.equal(
      withoutDrawings(render("so \\\\[ x \\\\] holds").html),
      '<p>so <span class="math-display" tabindex="0">⟦x⟧</span> holds</p>',
    );
  });

  test("a fence of the language math is a formula", () => {
    assert.match(
      withoutDrawings(render("```math\nx^2\n```").html),
      /^<div class="math-display"[^>]*>⟦x²⟧<\/div>$/,
    );
  });

  test("stays as it is when switched off", async () => {
    const plain = await createMarkdownRenderer({ ...OPTIONS, math: { ...OPTIONS.math, enabled: false } });
    const request = { path: "a.md", text: "a $x$ and $$y", lineOrigins: [1], excerptSeparator: "" };
    assert.equal(plain.render(request).html, "<p>a $x$ and $$y</p>");
    assert.deepEqual(plain.render(request).diagnostics, []);
  });

  test("has one style sheet for the site, none in pages", () => {
    assert.match(renderer.styleSheets.math, /mjx-container/);
    assert.doesNotMatch(render("$x$").html, /<style/);
  });
});

describe("code", () => {
  test("of a highlight tag is treated like a fence", () => {
    const tag =
      '<pre data-highlight="python" data-linenos="table" data-mark-lines="2"><code>import os&#10;a &lt; b</code></pre>';
    const { html, codeBlocks, diagnostics } = render(`text\n${tag}\n\nmore`);
    assert.equal(codeBlocks, 1);
    assert.deepEqual(diagnostics, []);
    assert.match(
      html,
      /<pre class="code"[^>]* data-line-numbers><code class="language-python"><span class="line" data-line="1"><span class="l/,
    );
    assert.match(html, /<span class="line marked" data-line="2">/);
    assert.match(html, /<p>more<\/p>$/);
  });

  test("takes its language from an attribute list behind it", () => {
    assert.match(render("```\nputs 1\n```\n{: .language-ruby}").html, /class="language-ruby"/);
    assert.match(render("    puts 1\n{:.ruby}").html, /class="language-ruby"/);
  });
});

describe("headings", () => {
  const idsOf = (text: string): string[] => render(text).headings.map(({ id }) => id);

  test("have the ids that Jekyll gives", () => {
    assert.deepEqual(idsOf("# A b_c: d-e!\n## Ünï 中文 2.0\n# `code` & *x*"), [
      "a-b_c-d-e",
      "ünï-中文-20",
      "code--x",
    ]);
    assert.deepEqual(idsOf("# The $x^2$ rule\n# [Link](u)\n# !!!"), ["the-x2-rule", "link", "section"]);
  });

  test("repeats are numbered, ids of the author's are kept", () => {
    assert.deepEqual(idsOf("# A\n# A\n# A\n# B {#own}\n# own"), ["a", "a-1", "a-2", "own", "own-1"]);
    assert.deepEqual(idsOf('<h2 id="raw">R</h2>\n\n# raw'), ["raw", "raw-1"]);
  });

  test("come as HTML without links and as text", () => {
    const [heading] = render("# The [$x^2$](u) *rule*[^1]\n\n[^1]: n").headings;
    assert.equal(
      withoutDrawings(heading?.html ?? ""),
      'The <span class="math-inline">⟦x²⟧</span> <em>rule</em>',
    );
    assert.equal(heading?.text, "The x² rule");
  });

  test("are listed where a list says so, but for those that stay out", () => {
    const { html } = render("* x\n{:toc}\n\n# A\n## B\n# C\n{:.no_toc}\n# D");
    assert.match(
      html,
      /^<ul id="markdown-toc"><li><a href="#a">A<\/a><ul><li><a href="#b">B<\/a><\/li><\/ul><\/li><li><a href="#d">D<\/a><\/li><\/ul>/,
    );
  });
});

describe("excerpts", () => {
  const excerptOf = (text: string, separator?: string): string =>
    withoutDrawings(render(text, separator).excerptHtml);

  test("are the first paragraph with text", () => {
    assert.equal(
      excerptOf("# H\n\nA $x$[^1].\n\nB\n\n[^1]: n"),
      '<p>A <span class="math-inline">⟦x⟧</span>.</p>',
    );
    assert.equal(excerptOf("![](a.png)\n\nText"), "<p>Text</p>");
    assert.equal(excerptOf(""), "");
  });

  test("reach up to a separator of the site's", () => {
    assert.equal(
      excerptOf("A\n\n- b\n\n<!--more-->\n\nC", "<!--more-->"),
      "<p>A</p>\n<ul>\n<li>b</li>\n</ul>",
    );
    assert.equal(excerptOf("A *b* <!--more--> c\n\nD", "<!--more-->"), "<p>A <em>b</em> </p>");
    assert.equal(excerptOf("A\n\nB", "<!--more-->"), "<p>A</p>\n<p>B</p>");
    assert.equal(excerptOf("A", ""), "");
  });

  test("are never cut inside code or math", () => {
    assert.match(
      excerptOf("`<!--more-->` a\n\n```\n<!--more-->\n```\n\nb <!--more-->", "<!--more-->"),
      /<p>b <\/p>$/,
    );
    assert.equal(excerptOf("$a--b$ c -- d", "--"), '<p><span class="math-inline">⟦a − −b⟧</span> c </p>');
  });

  test("have no ids", () => {
    assert.equal(excerptOf("## A\n\nb\n\n---\n\nc", "---"), "<h2>A</h2>\n<p>b</p>");
  });

  test("read as one line", () => {
    const { excerptText } = render("A *b*\n$x^2$ `c` [d](e)  \nf");
    assert.equal(excerptText, "A b x² c d f");
  });
});

describe("HTML for feeds", () => {
  const feedOf = (text: string): string => render(text).feedHtml;

  test("has formulas as text and code without colours", () => {
    assert.equal(feedOf("a $x^2$"), '<p>a <span class="math">x²</span></p>');
    assert.equal(feedOf("$$x^2$$"), '<div class="math">x²</div>');
    assert.equal(feedOf("```python\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>");
  });

  test("has no ids, scripts, styles and boxes", () => {
    const html = feedOf(
      "# A\n\n| a |\n|---|\n| b |\n\nx[^1]\n\n<script>1</script><style>p{}</style><p id=x style='a:b' onclick='c' tabindex=0>y</p>\n\n[^1]: n",
    );
    assert.doesNotMatch(html, /\bid=|<script|<style|style=|onclick|tabindex|href="#|role=/);
    assert.match(html, /^<h1>A<\/h1>\n<table>/);
  });
});

describe("facts", () => {
  test("links and images have their lines, those in HTML too", () => {
    const { references } = render(
      '[a](b) ![c](d.png)\n\n<p>\n<a href="e&amp;f">g</a></p>\n\n[h][i] x[^1]\n\n[i]: j\n[^1]: [k](l)',
    );
    assert.deepEqual(references, [
      { kind: "link", url: "b", line: 11 },
      { kind: "image", url: "d.png", line: 11 },
      { kind: "link", url: "e&f", line: 14 },
      { kind: "link", url: "j", line: 16 },
      { kind: "link", url: "l", line: 19 },
    ]);
  });

  test("words leave out formulas, code and what is made by us", () => {
    assert.equal(
      render("# One\n\ntwo $x$ `code` don't-stop[^1]\n\n```\ncode\n```\n\n[^1]: three 中文").words,
      6,
    );
  });
});

describe("boxes and boxes to tick", () => {
  test("tables scroll in their own box", () => {
    assert.match(
      render("| a |\n|---|\n| b |").html,
      /^<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>/,
    );
  });

  test("boxes to tick have names", () => {
    assert.match(
      render("- [x] a *b*\n- [ ] c").html,
      /<input type="checkbox" checked disabled aria-label="a b"> a/,
    );
  });

  test("footnotes link there and back", () => {
    const { html } = render("a[^n]\n\n[^n]: b");
    assert.match(html, /<a href="#fn-n" id="fnref-n"/);
    assert.match(html, /<li id="fn-n">/);
  });

  test("attribute lists go to what they stand behind", () => {
    assert.equal(
      render('![a](b.png){:width="300" .c} [d](e){:target="_blank"}\n{: .f #g}').html,
      '<p id="g" class="f"><img src="b.png" alt="a" width="300" class="c"> <a href="e" target="_blank">d</a></p>',
    );
    assert.match(render("| a |\n|---|\n| b |\n{:.wide}").html, /<table class="wide">/);
    assert.match(render("- a\n- b\n{:.c}").html, /^<ul class="c">\n<li>a<\/li>\n<li>b<\/li>/);
  });
});

describe("titles", () => {
  test("are inline HTML and text", () => {
    const { html, text, formulas } = renderer.renderInline("1. On *the* $x^2$ [rule](u) & `a<b>`");
    assert.equal(
      withoutDrawings(html),
      '1. On <em>the</em> <span class="math-inline">⟦x²⟧</span> rule &#x26; <code>a&#x3C;b></code>',
    );
    assert.equal(text, "1. On the x² rule & a<b>");
    assert.equal(formulas, 1);
  });

  test("keep known elements and show what is none", () => {
    assert.equal(
      renderer.renderInline("A <em>b</em> List<int> <script>").html,
      "A <em>b</em> List&#x3C;int> &#x3C;script>",
    );
    assert.equal(renderer.renderInline("A <em>b</em> List<int>").text, "A b List<int>");
  });

  test("may hold prices and signs of blocks", () => {
    assert.equal(renderer.renderInline("# $5 and $10 > 3 - $$").text, "# $5 and $10 > 3 - $$");
    assert.equal(renderer.renderInline("").html, "");
  });
});

test("a fragment is blocks of HTML that end with a line break", () => {
  assert.equal(
    withoutDrawings(renderer.renderFragment("a *b* $x$")),
    '<p>a <em>b</em> <span class="math-inline">⟦x⟧</span></p>\n',
  );
  assert.equal(renderer.renderFragment("# a"), "<h1>a</h1>\n");
});

describe("literals", () => {
  const literalsOf = (text: string): string[] =>
    renderer.findLiterals(text).map(({ start, end }) => text.slice(start, end));

  test("are code and math", () => {
    const text =
      "a `{{x}}` $\\{{x}}$ {{ y | z }}\n\n```\n{% raw %}\n```\n\n$$\n{{x}}\n$$\n\n> \\\\( {{x}} \\\\)";
    assert.deepEqual(literalsOf(text), [
      "`{{x}}`",
      "$\\{{x}}$",
      "```\n{% raw %}\n```",
      "$$\n{{x}}\n$$",
      "\\\\( {{x}} \\\\)",
    ]);
  });

  test("are not what stands in outputs and tags", () => {
    assert.deepEqual(literalsOf('{{ "$a$" }} {% x `b` %} $c$ {{ unclosed $d$'), ["$c$", "$d$"]);
  });

  test("are found beside tags of several lines", () => {
    assert.deepEqual(literalsOf("[a {{b](\n x}} `c` {% include x\n  y='$d$' %}"), ["`c`"]);
  });

  test("are not indented lines of a template", () => {
    assert.deepEqual(literalsOf("{% for %}\n\n    {% if %}\n    x\n\ntext\n\n    code {{ x }}"), [
      "    code {{ x }}",
    ]);
  });
});

describe("numbered equations", () => {
  const numbering = createMarkdownRenderer({ ...OPTIONS, math: { ...OPTIONS.math, tags: "ams" as const } });
  const render = async (text: string) =>
    (await numbering).render({ path: "a.md", text, lineOrigins: [1, 2, 3, 4, 5], excerptSeparator: "\n\n" });
  const equation = (label: string): string => `\\begin{equation}x\\label{${label}}\\end{equation}`;

  test("have their ids on their own page alone", async () => {
    const body = await render(`See $\\eqref{a}$ and $$${equation("a")}$$`);
    assert.match(
      body.html,
      /^<p>See <a class="math-reference" href="#eq-a">\(1\)<\/a> and <span class="math-inline" id="eq-a">/,
    );
    assert.match(body.excerptHtml, /^<p>See \(1\) and <span class="math-inline"><mjx/);
    assert.equal(
      body.feedHtml,
      '<p>See <span class="math">(1)</span> and <span class="math">x (1)</span></p>',
    );
    assert.equal(body.excerptText, "See (1) and x (1)");
  });

  test("with faults of their labels are told at the label, and no ??? is shown", async () => {
    const { diagnostics, html } = await render(
      `$$${equation("one")}$$\n\n$${equation("one")}$ $\\eqref{ones}$ $\\begin{equation*}x\\label{q}\\end{equation*}$ $\\ref{q}$`,
    );
    assert.doesNotMatch(html, /\?\?\?/);
    assert.deepEqual(
      diagnostics.map(({ code, place, hint }) => [
        code,
        place?.line,
        place?.lineText?.slice((place.column ?? 1) - 1).slice(0, place.length),
        hint,
      ]),
      [
        ["math-label-repeated", 3, "{one}", "Rename one of the two"],
        ["math-label-unknown", 3, "{ones}", 'Did you mean "one"?'],
        [
          "math-label-unnumbered",
          3,
          "{q}",
          "Give it one with `\\tag{…}`, or number equations with `math.tags: ams` in _config.yml",
        ],
      ],
    );
  });
});
