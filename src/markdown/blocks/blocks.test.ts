import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RenderedBody } from "../../model/rendered.js";
import { exampleConfig } from "../../testing/example-site.js";
import { createMarkdownRenderer } from "../create-markdown-renderer.js";
import { texToText } from "../math/tex-to-text.js";

const renderer = await createMarkdownRenderer(exampleConfig());

function render(...lines: readonly string[]): RenderedBody {
  const text = lines.join("\n");
  const lineOrigins = text.split("\n").map((_, index) => index + 11);
  return renderer.render({ path: "_posts/a.md", text, lineOrigins, excerptSeparator: "\n\n" });
}

/** On one line; formulas are shown as the text that they read as. */
function htmlOf(...lines: readonly string[]): string {
  return withoutDrawings(render(...lines).html);
}

function withoutDrawings(html: string): string {
  const formula = /<span class="math-inline">.*?<annotation[^>]*>([^<]*)<.*?<\/mjx-container><\/span>/gs;
  return html.replace(formula, (_, tex: string) => `⟦${texToText(tex)}⟧`).replace(/>\n\s*</g, "><");
}

/** Each diagnostic as `severity code line:column+length hint`. */
function faultsOf(...lines: readonly string[]): string[] {
  return render(...lines).diagnostics.map(
    ({ severity, code, hint, place }) =>
      `${severity} ${code} ${place?.line}:${place?.column}+${place?.length} ${hint}`,
  );
}

function labelsOf(html: string): string[] {
  return [...html.matchAll(/class="statement-label">(.*?)<\/strong>/g)].map(([, label = ""]) =>
    label.replace(/<[^>]+>/g, ""),
  );
}

describe("GitHub's alerts", () => {
  test("are notes with a title in words, whatever the case of their letters", () => {
    for (const [word, title] of [
      ["NOTE", "Note"],
      ["tip", "Tip"],
      ["Important", "Important"],
      ["WARNING", "Warning"],
      ["CAUTION", "Caution"],
    ] as const) {
      assert.equal(
        htmlOf(`> [!${word}]`, "> Read *this*.", ">", "> And that."),
        `<div class="alert alert-${word.toLowerCase()}" role="note"><p class="alert-title"><strong class="alert-kind">${title}</strong></p><p>Read <em>this</em>.</p><p>And that.</p></div>`,
      );
    }
  });

  test("may have a line break or an empty line behind the marker, and stand in lists", () => {
    const html = htmlOf(
      "- a",
      "",
      "  > [!NOTE]  ",
      "  > One.",
      "",
      "- b",
      "",
      "  > [!TIP]",
      "  >",
      "  > - Two.",
    );
    assert.match(html, /<strong class="alert-kind">Note<\/strong><\/p><p>One\.<\/p>/);
    assert.match(html, /<strong class="alert-kind">Tip<\/strong><\/p><ul><li>Two\.<\/li><\/ul>/);
  });

  test("may begin with a formula, emphasis or a link", () => {
    for (const [text, html] of [
      ["$x_1$ is", "⟦x₁⟧ is"],
      ["*Do*", "<em>Do</em>"],
      ["[a](/b)", '<a href="/b">a</a>'],
    ])
      assert.match(htmlOf("> [!NOTE]", `> ${text}`), new RegExp(`</strong></p><p>${html}</p></div>$`));
  });

  test("an unknown one stays a quotation and is told: alert-unknown", () => {
    const lines = ["Text", "", "> [!NOET]", "> Read."];
    assert.match(htmlOf(...lines), /<blockquote><p>\[!NOET\]\nRead\.<\/p><\/blockquote>/);
    assert.deepEqual(faultsOf(...lines), ['warning alert-unknown 13:3+7 Did you mean "[!NOTE]"?']);
    assert.match(faultsOf("> [!SPELL]", "> x")[0] ?? "", /Write \[!NOTE\], \[!TIP\]/);
  });

  test("a quotation that only mentions one is a quotation", () => {
    for (const line of ["> [!NOTE] is how it starts", "> [!NOTE]*x*", "> `[!NOTE]`", "> See [!NOTE]"]) {
      assert.match(htmlOf(line), /^<blockquote>/, line);
      assert.deepEqual(faultsOf(line), []);
    }
  });

  test("are quotations with a bold title in feeds", () => {
    assert.equal(
      withoutDrawings(render("> [!NOTE]", "> Read.").feedHtml),
      '<blockquote class="alert alert-note"><p class="alert-title"><strong class="alert-kind">Note</strong></p><p>Read.</p></blockquote>',
    );
  });
});

describe("theorem-like blocks", () => {
  test("have a label in words, a number, a name that is Markdown, and an id", () => {
    assert.equal(
      htmlOf("::: theorem {#thm-main} On *all* $n_1$", "Let $n_2$ be.", ":::"),
      '<div id="thm-main" class="statement theorem"><p><strong class="statement-label">Theorem 1 <span class="statement-name">(On <em>all</em> ⟦n₁⟧)</span>.</strong> Let ⟦n₂⟧ be.</p></div>',
    );
  });

  test("can be written in the ways of remark-directive and Pandoc", () => {
    const expected =
      '<div id="x-1" class="statement lemma"><p><strong class="statement-label">Lemma 1 <span class="statement-name">(On ⟦a_b⟧)</span>.</strong> Text.</p></div>';
    const ways = [
      ["::: lemma {#x-1} On $a_b$", "Text.", ":::"],
      ["::: lemma On $a_b$ {#x-1}", "Text.", ":::"],
      ["::: Lemma {: #x-1} On $a_b$", "Text.", ":::"],
      [":::lemma[On $a_b$]{#x-1}", "Text.", ":::"],
      [":::: lemma [On $a_b$] {#x-1}", "Text.", "::::"],
      ['::: {.lemma #x-1 name="On $a_b$"}', "Text.", ":::"],
    ];
    for (const way of ways) {
      assert.equal(htmlOf(...way), expected, way.join("\n"));
      assert.deepEqual(faultsOf(...way), []);
    }
  });

  test("can be quotes with kramdown's attributes, whose name is Markdown, too", () => {
    assert.equal(
      htmlOf('{: .lemma #x-1 name="Zorn"}', "", "> Text."),
      '<div id="x-1" class="statement lemma"><p><strong class="statement-label">Lemma 1 <span class="statement-name">(Zorn)</span>.</strong> Text.</p></div>',
    );
  });

  test("theorems, lemmas, propositions and corollaries share one sequence of numbers, others have their own", () => {
    const kinds = [
      "lemma",
      "definition",
      "theorem",
      "proof",
      "remark",
      "proposition",
      "example",
      "definition",
      "corollary",
    ];
    const html = htmlOf(...kinds.flatMap((kind) => [`::: ${kind}`, "Text.", ":::"]));
    assert.deepEqual(labelsOf(html), [
      "Lemma 1.",
      "Definition 1.",
      "Theorem 2.",
      "Proof.",
      "Remark 1.",
      "Proposition 3.",
      "Example 1.",
      "Definition 2.",
      "Corollary 4.",
    ]);
  });

  test("are called what the site calls them", async () => {
    const config = exampleConfig();
    const german = await createMarkdownRenderer({
      ...config,
      blockLabels: { ...config.blockLabels, theorem: "Satz", note: "Hinweis" },
    });
    const text = "[](#s)\n\n::: theorem {#s}\nA.\n:::\n\n> [!NOTE]\n> B.";
    const { html } = german.render({ path: "", text, lineOrigins: [], excerptSeparator: "" });
    assert.match(html, />Satz 1<\/a>.*>Satz 1\.<\/strong>.*>Hinweis<\/strong>/s);
  });

  test("a star, or the class unnumbered, leaves the number out", () => {
    const html = htmlOf(
      "::: theorem* Fermat",
      "A.",
      ":::",
      "::: {.remark .unnumbered}",
      "B.",
      ":::",
      "::: theorem",
      "C.",
      ":::",
    );
    assert.deepEqual(labelsOf(html), ["Theorem (Fermat).", "Remark.", "Theorem 1."]);
  });

  test("hold any Markdown: math, code, lists, headings, quotes, footnotes, and one another", () => {
    const body = render(
      ...[
        "::: theorem",
        "",
        "## Head",
        "",
        "$$",
        "x^2",
        "$$",
        "",
        "```text",
        ":::",
        "```",
        "",
        "1. one[^n]",
        "2. two",
        "",
      ],
      ...["::: remark", "> inner", "", ":::", "after", ":::", "", "[^n]: Note."],
    );
    const html = withoutDrawings(body.html);
    assert.deepEqual(body.diagnostics, []);
    assert.equal(body.formulas, 1);
    assert.equal(body.codeBlocks, 1);
    assert.deepEqual(
      body.headings.map(({ id }) => id),
      ["head"],
    );
    assert.match(
      html,
      /^<div class="statement theorem"><p class="statement-title"><strong[^>]*>Theorem 1\.<\/strong><\/p><h2/,
    );
    assert.match(
      html,
      /Remark 1\.<\/strong><\/p><blockquote><p>inner<\/p><\/blockquote><\/div><p>after<\/p><\/div>/,
    );
    assert.match(html, /<section[^>]* class="footnotes"/);
  });

  test("stand in lists and quotes, and right behind a paragraph", () => {
    assert.match(
      htmlOf("1. a", "", "   ::: remark", "   In a list.", "   :::", "", "2. b"),
      /<li><p>a<\/p><div class="statement remark">.*In a list\.<\/p><\/div><\/li><li><p>b<\/p><\/li>/,
    );
    assert.match(
      htmlOf("> a", "> ::: remark", "> In a quote.", "> :::", "> b"),
      /<blockquote><p>a<\/p><div class="statement remark">.*In a quote\.<\/p><\/div><p>b<\/p><\/blockquote>/,
    );
  });

  test("a proof ends with its sign, once, also behind a list or a formula of its own", () => {
    const endOf = (...lines: string[]) =>
      htmlOf("::: proof", ...lines, ":::").replace(/^.*?Proof\.<\/strong>/s, "");
    const mark = '<span class="proof-end">∎</span>';
    assert.equal(endOf("Clear."), ` Clear. ${mark}</p></div>`);
    assert.equal(endOf("Clear. ∎"), " Clear. ∎</p></div>");
    assert.equal(endOf("Clear, q.e.d."), " Clear, q.e.d.</p></div>");
    assert.match(endOf("Clear. $\\blacksquare$"), /^ Clear\. ⟦[^⟧]*⟧<\/p><\/div>$/);
    assert.match(
      endOf("- a", "- b"),
      /<li>a<\/li><li>b <span class="proof-end">∎<\/span><\/li><\/ul><\/div>$/,
    );
    assert.match(endOf("$$x$$"), /<p class="proof-end-line"><span class="proof-end">∎<\/span><\/p><\/div>$/);
    assert.equal(endOf(), ` ${mark}</p></div>`);
    assert.match(htmlOf("::: remark", "x", ":::"), /x<\/p><\/div>$/);
  });

  test("a proof of something says so", () => {
    const html = htmlOf(
      "::: theorem {#t}",
      "A.",
      ":::",
      "::: proof of [](#t)",
      "B.",
      ":::",
      "::: proof Sketch",
      "C.",
      ":::",
    );
    assert.deepEqual(labelsOf(html), ["Theorem 1.", "Proof of Theorem 1.", "Proof (Sketch)."]);
  });

  test("are readable in feeds, without ids", () => {
    const { feedHtml } = render("::: theorem {#t} Name", "See [](#t).", ":::");
    assert.equal(
      withoutDrawings(feedHtml),
      '<div class="statement theorem"><p><strong class="statement-label">Theorem 1 <span class="statement-name">(Name)</span>.</strong> See Theorem 1.</p></div>',
    );
  });

  test("colons in prose and prices of time mean nothing", () => {
    const lines = [
      "At 10:30 :smile: ::: and",
      "",
      ":::",
      "",
      ":: theorem",
      "",
      "`::: theorem`",
      "",
      "a ::: theorem",
    ];
    assert.doesNotMatch(htmlOf(...lines), /statement/);
    assert.deepEqual(faultsOf(...lines), []);
    assert.deepEqual(faultsOf("    ::: theorem"), []);
    assert.deepEqual(faultsOf("```text", "::: theorem", "```"), []);
  });

  test("an unknown kind is told and stays text: statement-unknown", () => {
    const lines = ["Text.", "", "::: theorm {#t}", "A.", ":::"];
    assert.match(htmlOf(...lines), /<p>::: theorm/);
    assert.deepEqual(faultsOf(...lines), ['warning statement-unknown 13:1+15 Did you mean "theorem"?']);
    assert.match(
      faultsOf("- ::: spoiler", "  x", "  :::")[0] ?? "",
      /^warning statement-unknown 11:3\+11 The kinds are: theorem, /,
    );
  });

  test("one that is never closed is an error and swallows nothing: statement-unclosed", () => {
    const lines = ["> ::: lemma", "> A.", "", "- b", "", "::: proof", "C.", "", "## D", ":::: {.x}"];
    const html = htmlOf(...lines);
    assert.match(html, /<blockquote><p>::: lemma\nA\.<\/p><\/blockquote><ul><li>b<\/li><\/ul><p>::: proof/);
    assert.match(html, /<h2 id="d">/);
    assert.deepEqual(
      faultsOf(...lines).map((fault) => fault.split(" ").slice(0, 3).join(" ")),
      [
        "error statement-unclosed 11:3+9",
        "error statement-unclosed 16:1+9",
        "warning statement-unknown 20:1+9",
      ],
    );
  });

  test("a fault of a formula in a name is told at its place", () => {
    assert.match(faultsOf("::: lemma On $\\foo$", "A.", ":::")[0] ?? "", /^warning math-tex-error 11:\d+/);
    assert.match(
      faultsOf("> A", "", '{: .lemma name="$\\foo$"}', "> B.")[0] ?? "",
      /^warning math-tex-error 13:\d+/,
    );
  });
});

describe("links to what has a name", () => {
  test("a link without text names a theorem-like block, before and behind it; one with a text keeps it", () => {
    const html = htmlOf(
      "[](#t), [see](#t), [](#u)",
      "",
      "::: theorem {#t}",
      "A.",
      ":::",
      "::: lemma* Zorn's {#u}",
      "By [](#t).",
      ":::",
    );
    assert.match(html, /<a href="#t">Theorem 1<\/a>, <a href="#t">see<\/a>, <a href="#u">Zorn.s<\/a>/);
    assert.match(html, /By <a href="#t">Theorem 1<\/a>\./);
  });

  test("one to a heading gets the heading's text", () => {
    assert.match(htmlOf("See [](#on-x2).", "", "## On $x^2$"), /See <a href="#on-x2">On ⟦x²⟧<\/a>\./);
  });

  test("in an excerpt, which stands on other pages, the text stays and the link goes", () => {
    const { excerptHtml } = render("By [](#t) and [*that* $x$](#t).", "", "::: theorem {#t}", "A.", ":::");
    assert.equal(withoutDrawings(excerptHtml), "<p>By Theorem 1 and <em>that</em> ⟦x⟧.</p>");
  });

  test("in a heading they are part of its text and id", () => {
    const { headings } = render("## Proof of [](#t)", "", "::: theorem {#t}", "A.", ":::");
    assert.deepEqual(
      headings.map(({ id, text }) => [id, text]),
      [["proof-of-theorem-1", "Proof of Theorem 1"]],
    );
  });

  test("one to nothing, or to what has no name, is told and shows its address: link-without-text", () => {
    const lines = ["[](#thm-mian) <b id='n'>x</b> [](#n)", "", "::: theorem {#thm-main}", "A.", ":::"];
    assert.match(htmlOf(...lines), /<a href="#thm-mian">#thm-mian<\/a>.*<a href="#n">#n<\/a>/);
    const [first = "", second = ""] = faultsOf(...lines);
    assert.equal(first, 'warning link-without-text 11:1+13 Did you mean "#thm-main"?');
    assert.match(second, /^warning link-without-text 11:31\+6 Write a text/);
  });
});

describe("figures and images", () => {
  test("an image with a title, alone in its paragraph, is a figure with a caption in Markdown", () => {
    assert.equal(
      htmlOf('![A curve](/c.png "The *energy* $E=\\{m_1\\}$, \\"so\\""){: .wide}'),
      '<figure><img src="/c.png" alt="A curve" class="wide"><figcaption>The <em>energy</em> ⟦E = {m₁}⟧, "so"</figcaption></figure>',
    );
  });

  test("attributes on the next line belong to the figure; the image may be a link, or a reference", () => {
    assert.match(
      htmlOf("[![A](/c.png 'One')](/x)", "{: .big #fig}"),
      /^<figure id="fig" class="big"><a href="\/x"><img src="\/c.png" alt="A"><\/a><figcaption>One<\/figcaption><\/figure>$/,
    );
    assert.match(htmlOf("![A][c]", "", "[c]: /c.png (Two)"), /<figcaption>Two<\/figcaption>/);
  });

  test("an image among words, or without a title, is none", () => {
    for (const line of ['See ![A](/c.png "t").', "![A](/c.png)", '![A](/c.png "t") ![B](/d.png "u")'])
      assert.doesNotMatch(htmlOf(line), /<figure/, line);
  });

  test("an image without alternative text is told, one of decoration is not: image-alt-missing", () => {
    assert.deepEqual(faultsOf("a", "", "b ![](/c.png)"), [
      'warning image-alt-missing 13:3+11 Say in the brackets what it shows; if it is only decoration, write {: alt=""} right behind it',
    ]);
    assert.deepEqual(faultsOf('![](/c.png){: alt=""} <img src="/d.png" alt=""> ![A](/e.png)'), []);
  });
});
