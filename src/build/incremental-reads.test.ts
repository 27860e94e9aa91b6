/** Edits of which only a part of the site may know. Each was missed once, or would be by a plausible change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertEditHolds } from "../testing/incremental/assert-edit-holds.js";

const CONFIG = "title: Reads\nurl: https://reads.example\n";

test("an edit that moves a key of the front matter moves what is said of it", async (context) => {
  const page = (keys: string): string => `---\n${keys}---\nText.\n`;
  const { result } = await assertEditHolds(
    context,
    { "_config.yml": CONFIG, "a.md": page("layout: missing\ntitle: A\n") },
    { "a.md": page("title: A\nlayout: missing\n") },
  );
  assert.deepEqual(
    result.diagnostics.map(({ place }) => place?.line),
    [3],
  );
});

test("another time zone shows times in another way, also those of no document", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": `${CONFIG}timezone: Europe/Berlin\n`,
      "a.html": "---\n---\n{{ 0 | date: '%H' }} {{ '2024-07-01 12:00' | date_to_xmlschema }}",
      "_layouts/page.html": "{{ 0 | date: '%H' }}",
      "b.md": "---\nlayout: page\n---\nText.\n",
    },
    { "_config.yml": `${CONFIG}timezone: Asia/Tokyo\n` },
  );
  assert.equal(files["b.html"], "09");
  assert.match(files["a.html"] ?? "", /09 2024-07-01T12:00:00\+09:00/);
});

test("numbers that JSON does not know are told from one another", async (context) => {
  const site = (number: string) => ({
    "a.md": `---\nlayout: number\nnumber: ${number}\n---\nText.\n`,
    "_data/facts.yml": `number: ${number}\n`,
  });
  const layout = "{{ page.number | inspect }} {{ site.data.facts.number | inspect }}";
  for (const [before, after] of [
    [".inf", ".nan"],
    [".inf", "-.inf"],
    ["null", ".inf"],
  ] as const) {
    await assertEditHolds(
      context,
      { "_config.yml": CONFIG, "_layouts/number.html": layout, ...site(before) },
      site(after),
    );
  }
});

test("an author's name in _data reaches the feed", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_posts/2024-01-01-a.md": "---\nauthor: ada\n---\nText.\n",
      "_data/authors.yml": "ada: {name: Ada}\n",
    },
    { "_data/authors.yml": "ada: {name: Augusta}\n" },
  );
  assert.match(files["feed.xml"] ?? "", /<name>Augusta<\/name>/);
});

test("a style sheet that a template compiles is compiled anew when what it imports was edited", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_sass/part.scss": "$color: red;",
      "_layouts/page.html": "{{ '@import \"part\"; a { b: $color }' | scssify }}",
      "a.md": "---\nlayout: page\n---\nText.\n",
    },
    { "_sass/part.scss": "$color: blue;" },
  );
  assert.match(files["a.html"] ?? "", /blue/);
});

test("a style sheet is compiled anew when what it imports from outside of _sass was edited", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_sass/part.scss": "@import '../shared/colors';",
      "shared/_colors.scss": "$color: red;",
      "main.scss": "---\n---\n@import 'part'; a { b: $color }",
    },
    { "shared/_colors.scss": "$color: blue;" },
  );
  assert.match(files["main.css"] ?? "", /blue/);
});

test("titles and excerpts are compared before anything is rendered", async (context) => {
  const post = (title: string): string =>
    `---\nlayout: post\ntitle: ${title} $x$\nexcerpt: Some *${title}*\n---\nText.\n`;
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": "title: The *site*\n",
      "_layouts/post.html": "{{ page.title_html }} {{ page.next.title_text }} {{ page.next.excerpt }}",
      "_posts/2024-01-01-a.md": post("A"),
      "_posts/2024-01-02-b.md": post("B"),
    },
    { "_posts/2024-01-02-b.md": post("C") },
  );
  assert.match(files["2024/01/01/a.html"] ?? "", /C 𝑥|C x/);
});

test("the last layout of a site's own brings back the theme's when it goes", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/post.html": "{{ content }}",
      "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nText.\n",
    },
    { "_layouts/post.html": null },
  );
  assert.match(files["2024/01/01/a.html"] ?? "", /<html/);
});

test("the name that an author may have meant is looked for again when there are others", async (context) => {
  const { result } = await assertEditHolds(
    context,
    { "_config.yml": CONFIG, "a.md": "---\n---\n{% include head-notee.html %}\n" },
    { "_includes/head-note.html": "Note." },
  );
  assert.match(JSON.stringify(result.diagnostics), /head-note\.html/);
});

test("a category is called as its first post calls it, also on pages of others", async (context) => {
  const post = (category: string): string => `---\nlayout: post\ncategories: ${category}\n---\nText.\n`;
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/post.html": "{{ page.category_links | jsonify }}",
      "_posts/2024-01-01-a.md": post("Math"),
      "_posts/2024-01-02-b.md": post("math"),
    },
    { "_posts/2024-01-01-a.md": post("MATH") },
  );
  assert.match(files["math/2024/01/02/b.html"] ?? "", /"name":"MATH"/);
});

test("a list of the keys of a document shows a new one", async (context) => {
  const post = (keys: string): string => `---\nlayout: post\ntitle: A\n${keys}---\nText.\n`;
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/post.html": "{% for pair in page %}{{ pair[0] }} {% endfor %}",
      "_posts/2024-01-01-a.md": post("# mood\n"),
    },
    { "_posts/2024-01-01-a.md": post("mood: good\n") },
  );
  assert.match(files["2024/01/01/a.html"] ?? "", /mood/);
});

test("a formula that a layout holds is typeset anew with other macros, also around a text without any", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": `${CONFIG}math: {macros: {R: "\\\\mathbb{R}"}, output: mathml}\n`,
      "_layouts/set.html": "{{ 'The set $\\R$' | markdownify }}{{ content }}",
      "a.html": "---\nlayout: set\n---\n<p>No formula.</p>",
    },
    { "_config.yml": `${CONFIG}math: {macros: {R: "\\\\mathbf{R}"}, output: mathml}\n` },
  );
  assert.match(files["a.html"] ?? "", /mathvariant="bold"|𝐑/);
});

test("a title with a formula is typeset anew with other macros, on the page of its post and in lists", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": `${CONFIG}math: {macros: {R: "a"}, output: mathml}\n`,
      "_layouts/title.html": "{{ page.title_html }}{{ content }}",
      "_posts/2024-01-01-a.html": "---\ntitle: About $\\R$\nlayout: title\n---\n<p>No formula.</p>",
      "list.html": "---\n---\n{% for post in site.posts %}{{ post.title_html }}{% endfor %}",
      "_layouts/own.html": "{{ site.posts.first.title_html }}",
      "framed.html": "---\nlayout: own\n---\n<p>No formula.</p>",
    },
    { "_config.yml": `${CONFIG}math: {macros: {R: "b"}, output: mathml}\n` },
  );
  for (const path of ["2024/01/01/a.html", "list.html", "framed.html"])
    assert.match(files[path] ?? "", /<mi>b<\/mi>/, path);
});
