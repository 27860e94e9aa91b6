/** An example of our own for each rule that GitHub Flavored Markdown adds to CommonMark. Source: https://github.github.com/gfm/ */

export interface GfmExample {
  readonly rule: string;
  readonly markdown: string;
  readonly html: string;
}

const table = (head: string, ...rows: readonly string[]): string =>
  `<table><thead><tr>${head}</tr></thead>${
    rows.length === 0 ? "" : `<tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody>`
  }</table>`;

const link = (url: string, text = url): string => `<a href="${url}">${text}</a>`;

const box = (text: string, isChecked = false): string =>
  `<li class="task-list-item"><input type="checkbox" disabled${isChecked ? " checked" : ""}> ${text}</li>`;

const boxes = (items: string): string => `<ul class="contains-task-list">${items}</ul>`;

const TABLES: readonly GfmExample[] = [
  {
    rule: "a row of dashes below a row of cells makes a table",
    markdown: "| n | prime |\n| --- | --- |\n| 2 | yes |",
    html: table("<th>n</th><th>prime</th>", "<td>2</td><td>yes</td>"),
  },
  {
    rule: "colons align a column, outer bars may be left out",
    markdown: "a | b | c\n:-- | :-: | --:\n1 | 2 | 3",
    html: table(
      '<th align="left">a</th><th align="center">b</th><th align="right">c</th>',
      '<td align="left">1</td><td align="center">2</td><td align="right">3</td>',
    ),
  },
  {
    rule: "an escaped bar divides no cells, in code neither",
    markdown: "| a |\n| - |\n| x \\| y |\n| `p \\| q` |",
    html: table("<th>a</th>", "<td>x | y</td>", "<td><code>p | q</code></td>"),
  },
  {
    rule: "another block ends a table",
    markdown: "| a |\n| - |\n| b |\n> c",
    html: `${table("<th>a</th>", "<td>b</td>")}<blockquote><p>c</p></blockquote>`,
  },
  {
    rule: "an empty line ends a table, a line of text does not",
    markdown: "| a | b |\n| - | - |\n| c | d |\ne\n\nf",
    html: `${table("<th>a</th><th>b</th>", "<td>c</td><td>d</td>", "<td>e</td><td></td>")}<p>f</p>`,
  },
  {
    rule: "the row of dashes needs as many cells as the head",
    markdown: "| a | b |\n| --- |\n| c |",
    html: "<p>| a | b |\n| --- |\n| c |</p>",
  },
  {
    rule: "missing cells are empty, cells too many are left out",
    markdown: "| a | b |\n| - | - |\n| c |\n| d | e | f |",
    html: table("<th>a</th><th>b</th>", "<td>c</td><td></td>", "<td>d</td><td>e</td>"),
  },
  {
    rule: "a table without rows has no body",
    markdown: "| a | b |\n| - | - |",
    html: table("<th>a</th><th>b</th>"),
  },
  {
    rule: "cells hold inline Markdown",
    markdown: "| *a* |\n| - |\n| [b](c) ~~d~~ |",
    html: table("<th><em>a</em></th>", '<td><a href="c">b</a> <del>d</del></td>'),
  },
];

const LISTS: readonly GfmExample[] = [
  {
    rule: "a box at the start of an item can be ticked or not",
    markdown: "- [ ] a\n- [x] b\n- [X] c",
    html: boxes(box("a") + box("b", true) + box("c", true)),
  },
  {
    rule: "boxes stand in nested lists too",
    markdown: "- [x] a\n  - [ ] b\n- c",
    html: boxes(`${box(`a${boxes(box("b"))}`, true)}<li>c</li>`),
  },
  { rule: "a box needs a space inside", markdown: "- [] a", html: "<ul><li>[] a</li></ul>" },
  { rule: "a box needs a space behind it", markdown: "- [x]a", html: "<ul><li>[x]a</li></ul>" },
  { rule: "a box in the middle is text", markdown: "- a [x] b", html: "<ul><li>a [x] b</li></ul>" },
];

const STRIKETHROUGH: readonly GfmExample[] = [
  { rule: "two tildes strike through", markdown: "~~a~~ b", html: "<p><del>a</del> b</p>" },
  { rule: "one tilde does too", markdown: "~a~ b", html: "<p><del>a</del> b</p>" },
  { rule: "not over paragraphs", markdown: "a ~~b\n\nc~~ d", html: "<p>a ~~b</p><p>c~~ d</p>" },
  { rule: "three tildes do not", markdown: "a ~~~b~~~ c", html: "<p>a ~~~b~~~ c</p>" },
  { rule: "both ends have as many tildes", markdown: "a ~~b~ c", html: "<p>a ~~b~ c</p>" },
];

const AUTOLINKS: readonly GfmExample[] = [
  {
    rule: "an address with www becomes a link",
    markdown: "see www.example.org/a for more",
    html: `<p>see ${link("http://www.example.org/a", "www.example.org/a")} for more</p>`,
  },
  {
    rule: "an address with http or https becomes a link",
    markdown: "http://example.org and (https://example.org/b?c=d&e=f)",
    html: `<p>${link("http://example.org")} and (${link("https://example.org/b?c=d&amp;e=f")})</p>`,
  },
  {
    rule: "punctuation at the end is no part of it",
    markdown: "www.example.org. https://example.org/a, *https://example.org/b*!",
    html: `<p>${link("http://www.example.org", "www.example.org")}. ${link("https://example.org/a")}, <em>${link("https://example.org/b")}</em>!</p>`,
  },
  {
    rule: "brackets that it opens, it closes",
    markdown: "https://example.org/a_(b) (https://example.org/a_(b))",
    html: `<p>${link("https://example.org/a_(b)")} (${link("https://example.org/a_(b)")})</p>`,
  },
  {
    rule: "an entity at the end is no part of it",
    markdown: "https://example.org/?a=b&copy; https://example.org/?a=b&c",
    html: `<p>${link("https://example.org/?a=b")}© ${link("https://example.org/?a=b&amp;c")}</p>`,
  },
  {
    rule: "a smaller-than sign ends it",
    markdown: "https://example.org/a<b",
    html: `<p>${link("https://example.org/a")}&lt;b</p>`,
  },
  {
    rule: "a host has no underscore in its last two parts",
    markdown: "https://a_b.example.org https://example.o_rg",
    html: `<p>${link("https://a_b.example.org")} https://example.o_rg</p>`,
  },
  {
    rule: "a mail address becomes a link",
    markdown: "write to ada.l+notes@example.org.",
    html: `<p>write to ${link("mailto:ada.l+notes@example.org", "ada.l+notes@example.org")}.</p>`,
  },
  {
    rule: "a mail address does not end with - or _",
    markdown: "ada@example.org- ada@example.org_",
    html: "<p>ada@example.org- ada@example.org_</p>",
  },
  {
    rule: "in code, links and words nothing becomes a link",
    markdown: "`https://example.org` [www.example.org](a) awww.example.org",
    html: '<p><code>https://example.org</code> <a href="a">www.example.org</a> awww.example.org</p>',
  },
];

/** By the name of the extension. */
export const GFM_EXAMPLES: Readonly<Record<string, readonly GfmExample[]>> = {
  Tables: TABLES,
  "Task lists": LISTS,
  Strikethrough: STRIKETHROUGH,
  Autolinks: AUTOLINKS,
};

export interface GfmDeviation {
  readonly rule: string;
  readonly result: string;
  readonly reason: string;
  readonly markdown: string;
  readonly html: string;
}

/** What we do otherwise than GFM says, each with an example of what we do. */
export const GFM_DEVIATIONS: readonly GfmDeviation[] = [
  {
    rule: "`<title>`, `<script>`, `<iframe>` and six other tags are shown as text",
    result: "they are tags",
    reason: "It keeps strangers from writing scripts into a page. A blog's author may write one.",
    markdown: "a <b>b</b>\n\n<iframe src=c></iframe>\n<script>d</script>",
    html: '<p>a <b>b</b></p><iframe src="c"></iframe>\n<script>d</script>',
  },
  {
    rule: "`mailto:` and `xmpp:` before a bare mail address are part of the link",
    result: "the address alone is the link, to `mailto:`",
    reason: "The parser leaves them out, and a link can be written as `<mailto:…>` in any case.",
    markdown: "mailto:ada@example.org <mailto:ada@example.org>",
    html: '<p>mailto:<a href="mailto:ada@example.org">ada@example.org</a> <a href="mailto:ada@example.org">mailto:ada@example.org</a></p>',
  },
  {
    rule: "a list with boxes is a list like others",
    result: "it has the classes `contains-task-list` and `task-list-item`",
    reason: "GitHub's own pages have them, and style sheets ask for them.",
    markdown: "- [ ] a",
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> a</li></ul>',
  },
];
