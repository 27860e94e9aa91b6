/** What a whole site holds for each value of `math.output`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBuildSession } from "../build/create-build-session.js";
import { buildSite, buildTinySite } from "./build-tiny-site.js";
import { writeFiles } from "./temporary-folder.js";

const PAGE = "2024/01/01/a.html";
const SHEET = "assets/postulate/math.css";

function siteWith(output: string): Readonly<Record<string, string>> {
  return {
    "_config.yml": `title: T\nurl: https://example.org\nbaseurl: /blog\nmath: {output: ${output}}`,
    "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nSo $x^2$ and\n\n$$\\sum_{i=1}^n i$$",
    "_posts/2024-01-02-b.md": "No formula.",
  };
}

function fontsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files).filter((path) => path.endsWith(".woff"));
}

test("chtml: the site serves the fonts that its style sheet names, and asks no other host", async (context) => {
  const { files, result } = await buildTinySite(context, siteWith("chtml"), { check: true });
  assert.deepEqual(result.diagnostics, []);
  const sheet = files[SHEET] ?? "";
  const named = Array.from(sheet.matchAll(/url\("(fonts[^"]+)"\)/g), ([, url]) => `assets/postulate/${url}`);
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((path) => !fontsOf(files).includes(path)),
    [],
  );
  const page = files[PAGE] ?? "";
  assert.match(page, /<link rel="stylesheet" href="\/blog\/assets\/postulate\/math\.css">/);
  assert.match(page, /<style class="math-glyphs">mjx-c\./);
  assert.doesNotMatch(page + sheet, /<use|url\("?https?:/);
  assert.equal(page.match(/<math[ >]/g)?.length, 2);
  // A page without formulas carries nothing for them.
  assert.doesNotMatch(files["2024/01/02/b.html"] ?? "", /math-glyphs|math\.css/);
});

test("svg and mathml: no font is written", async (context) => {
  const drawn = await buildTinySite(context, siteWith("svg"));
  const plain = await buildTinySite(context, siteWith("mathml"));
  assert.deepEqual([...fontsOf(drawn.files), ...fontsOf(plain.files)], []);
  assert.match(drawn.files[PAGE] ?? "", /<svg class="math-glyphs"/);
  assert.doesNotMatch(plain.files[PAGE] ?? "", /math-glyphs|mjx-container/);
});

test("a build after the output was changed equals a clean one", async (context) => {
  const { files: clean } = await buildTinySite(context, siteWith("chtml"));
  const session = createBuildSession();
  const { sourceDir } = await buildTinySite(context, siteWith("svg"), { session });
  writeFiles(sourceDir, siteWith("chtml"));
  assert.deepEqual((await buildSite(sourceDir, { session })).files, clean);
});

/** A feed and a search index of the author's own, in each of the ways in which a template may write HTML. */
const OWN_FILES = {
  "feed.xml":
    "---\n---\n<feed>{% for post in site.posts %}<raw>{{ post.content }}</raw><escaped>{{ post.content | xml_escape }}</escaped><data><![CDATA[{{ post.excerpt }}]]></data>{% endfor %}</feed>",
  "search.json": "---\n---\n[{% for post in site.posts %}{{ post.content | jsonify }},{% endfor %} null]",
  "notes.txt": "---\n---\n{{ 'So $x^2$.' | markdownify }}",
};

for (const output of ["svg", "chtml"])
  test(`${output}: a file that is no HTML page has formulas as text, since it has no glyphs`, async (context) => {
    const { files } = await buildTinySite(context, {
      "_config.yml": `title: T\nurl: https://example.org\nmath: {output: ${output}, tags: ams}`,
      "_posts/2024-01-01-a.md":
        '---\ntitle: A\n---\nSo $x^2 < \\text{"y" \\& z}$.\n\n\\begin{align}\na &= b \\tag{9} \\\\\nc &= \\alpha\n\\end{align}',
      ...OWN_FILES,
    });
    const feed = files["feed.xml"] ?? "";
    const readRaw = (tag: string): string =>
      new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(feed)?.[1] ?? "";
    const content = readRaw("raw");
    assert.match(content, /<p>So <span class="math-inline">x² &lt; &quot;y&quot; &amp; z<\/span>\.<\/p>/);
    assert.match(content, /tabindex="0">a = b \(9\) c = α \(1\)<\/div>/);
    const withoutEscapes = (text: string): string =>
      text
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
    assert.equal(withoutEscapes(readRaw("escaped")), content);
    assert.match(readRaw("data"), /x² &lt;/);
    assert.deepEqual(JSON.parse(files["search.json"] ?? ""), [content, null]);
    assert.match(files["notes.txt"] ?? "", /<p>So <span class="math-inline">x²<\/span>\.<\/p>/);
    for (const name of Object.keys(OWN_FILES))
      assert.doesNotMatch(files[name] ?? "", /mjx-|<use|annotation|math-glyphs/, name);
    // On the page of the post they are drawn.
    assert.match(files[PAGE] ?? "", /mjx-container/);
  });

/** As Jekyll's authors make the text of a list or of a search index. */
const STRIPPED = {
  "texts.json":
    "---\n---\n[{% for post in site.posts %}{{ post.content | strip_html | normalize_whitespace | jsonify }}{% endfor %}]",
  "list.html":
    "---\n---\n{% for post in site.posts %}{{ post.content | strip_html | truncatewords: 6 }}{% endfor %}",
  "words.html": "---\n---\n{% for post in site.posts %}{{ post.content | number_of_words }}{% endfor %}",
  "own.html": "---\n---\n{{ '<p>A <math><mi>z</mi></math> of an author</p>' | strip_html }}",
};

for (const output of ["svg", "chtml", "mathml"])
  test(`${output}: without its tags, HTML has each formula once, as text that reads`, async (context) => {
    const { files } = await buildTinySite(context, {
      "_config.yml": `title: T\nurl: https://example.org\nmath: {output: ${output}, tags: ams}`,
      "_posts/2024-01-01-a.md":
        "---\ntitle: A\n---\nLet $a < b$, $\\frac{1}{n^2}$ and $\\no$.\n\n\\begin{equation}\\label{e}\n\\alpha\n\\end{equation}\n\nSee $\\eqref{e}$.",
      ...STRIPPED,
    });
    assert.deepEqual(JSON.parse(files["texts.json"] ?? ""), [
      "Let a &lt; b, 1/n² and $\\no$. α (1) See (1).",
    ]);
    assert.equal(files["list.html"]?.trim(), "Let a &lt; b, 1/n² and...");
    // The tags around formulas have attributes, which count here as in Jekyll.
    assert.equal(files["words.html"]?.trim(), "24");
    assert.equal(files["own.html"]?.trim(), "A z of an author");
  });
