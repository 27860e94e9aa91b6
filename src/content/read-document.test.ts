import assert from "node:assert/strict";
import { test } from "node:test";
import { plainConfig, readPost, readSite } from "../testing/read-site.js";

const rule = (path: string, type: string | null, values: Record<string, unknown>) => ({
  scope: { path, type },
  values,
});

test("a post without keys has a title and a slug from its name, as Jekyll makes them", () => {
  const { title, slug, extension, isMarkdown } = readPost("x: 1", {}, "_posts/2021-3-4-my-API-notes...md");
  assert.deepEqual([title, slug, extension, isMarkdown], ["My Api Notes", "my-API-notes", ".md", true]);
  assert.equal(readPost("slug: other", {}).slug, "other");
  assert.equal(readPost("slug: other", {}).title, "A Post");
});

test("a page without a title has none, and its slug is its name", () => {
  const { title, slug, kind, date } = readPost("date: whenever", {}, "sub/about.us.md");
  assert.deepEqual([title, slug, kind, date], ["", "about.us", "page", null]);
});

test("numbers and truth values are titles and terms as they are written", () => {
  const { title, tags, categories } = readPost("title: 1.0\ntags: [2.50, true, null, '']\ncategories: 5");
  assert.deepEqual([title, tags, categories], ["1.0", ["2.50", "true"], ["5"]]);
});

test("categories are those of the folders, then of the defaults, then of the post, each once", () => {
  const config = { defaults: [rule("", "posts", { categories: ["site"] })] };
  const path = "math/algebra/_posts/inner/2021-03-04-a.md";
  assert.deepEqual(readPost("categories: rings math rings", config, path).categories, [
    "math",
    "algebra",
    "site",
    "rings",
  ]);
  assert.deepEqual(readPost("category: classic hollywood\ncategories: [a b, [c]]").categories, [
    "a b",
    "c",
    "classic hollywood",
  ]);
  assert.deepEqual(readPost("category:\n  - a\n  - b").categories, ["a", "b"]);
  assert.deepEqual(readPost("x: 1", {}, "math/_drafts/a.md").categories, ["math"]);
  assert.deepEqual(readPost("x: 1", {}, "math/about.md").categories, []);
});

test("tags are split on spaces, a single tag is not", () => {
  assert.deepEqual(readPost("tags: a  b").tags, ["a", "b"]);
  assert.deepEqual(readPost("tag: a b").tags, ["a b"]);
  const { tags, told } = readPost("tags: python, math");
  assert.deepEqual(
    [tags, told],
    [["python,", "math"], ["front-matter-comma _posts/2021-03-04-a-post.md:2:7"]],
  );
});

test("a wrong type is an error at the value, and the key is passed over", () => {
  const cases: readonly (readonly [line: string, column: number])[] = [
    ["title: [a]", 8],
    ["tags: {a: b}", 7],
    ["categories: [a, {b: c}]", 17],
    ['published: "no"', 12],
    ["draft: 1", 8],
    ["render_with_liquid: maybe", 21],
    ["permalink: [a]", 12],
    ['permalink: ""', 12],
    ["layout: [a]", 9],
    ["description: {a: b}", 14],
    ["excerpt: [a]", 10],
    ["excerpt_separator: [a]", 20],
    ["image: [a]", 8],
    ["image: {path: [a]}", 8],
    ["redirect_from: {a: b}", 16],
    ["redirect_from: [/a, {b: c}]", 21],
    ["redirect_to: {a: b}", 14],
    ["slug: [a]", 7],
    ["date: [a]", 7],
    ["last_modified_at: {a: b}", 19],
    ["lang: [en]", 7],
    ["hidden: never", 9],
    ['sitemap: "false"', 10],
  ];
  for (const [line, column] of cases) {
    const { told } = readPost(line);
    assert.deepEqual(told, [`front-matter-type _posts/2021-03-04-a-post.md:2:${column}`], line);
  }
});

test("a wrong truth value never publishes more than was meant", () => {
  assert.equal(readPost('published: "no"').isPublished, false);
  assert.equal(readPost("draft: maybe").isDraft, true);
  assert.deepEqual([readPost("published: no").isPublished, readPost("draft: yes").isDraft], [false, true]);
  assert.deepEqual([readPost("x: 1").isPublished, readPost("x: 1").isDraft], [true, false]);
  assert.equal(readPost("x: 1", {}, "_drafts/a.md").isDraft, true);
});

test("a key one slip away from a known one is named, keys of one's own are not", () => {
  const { told, diagnostics } = readPost(
    "catgories: a\npermlink: /x\nTitle: foo\nredirect-from: /y\ntga: z\nimages: []\nmath: true",
  );
  assert.deepEqual(
    told,
    [2, 3, 4, 5].map((line) => `front-matter-unknown-key _posts/2021-03-04-a-post.md:${line}:1`),
  );
  assert.deepEqual(
    diagnostics.map(({ hint }) => /"(.*)"/.exec(hint)?.[1]),
    ["categories", "permalink", "title", "redirect_from"],
  );
  assert.deepEqual(readPost("title: a\nTitle: b\nauthro: c\nauthor: d").told, []);
});

test("texts, excerpts, images and redirects", () => {
  const post = readPost(
    "description: ' A '\nexcerpt: Short *one*\nexcerpt_separator: ''\nimage: {path: /a.png, alt: x}\n" +
      "redirect_from: [/old, /older/]\nredirect_to: https://x.org\npermalink: /p/:title\nrender_with_liquid: false",
  );
  assert.deepEqual(
    [post.description, post.excerpt, post.excerptSeparator, post.image, post.redirectFrom, post.redirectTo],
    ["A", "Short *one*", "", "/a.png", ["/old", "/older/"], "https://x.org"],
  );
  assert.deepEqual([post.permalink, post.rendersLiquid, post.told], ["/p/:title", false, []]);
  const bare = readPost("redirect_from: /a b\nimage: /b.png\nexcerpt: false");
  assert.deepEqual([bare.redirectFrom, bare.image, bare.excerpt], [["/a b"], "/b.png", null]);
  assert.deepEqual([bare.excerptSeparator, bare.permalink, bare.redirectTo], ["\n\n", null, null]);
});

test("where our theme lays out, posts and Markdown pages get its layouts", () => {
  const layouts = (files: Record<string, string>): unknown =>
    readSite(files).content.documents.map(({ path, layout }) => `${path} ${layout}`);
  const files = {
    "_posts/2021-01-01-a.md": "No front matter\n",
    "_posts/2021-01-02-b.html": "---\n---\n<p>B</p>\n",
    "_posts/2021-01-03-c.html": "---\n---\n<!DOCTYPE html>\n",
    "about.md": "---\n---\n",
    "feed.xml": "---\n---\n",
    "index.html": "---\n---\n",
  };
  assert.deepEqual(layouts(files), [
    "_posts/2021-01-01-a.md post",
    "_posts/2021-01-02-b.html post",
    "_posts/2021-01-03-c.html null",
    "about.md page",
    "feed.xml null",
    "index.html null",
  ]);
  assert.ok(
    Object.values(layouts({ ...files, "_layouts/default.html": "x" }) as string[]).every((line) =>
      / null$/.test(line),
    ),
  );
});

test("none, false and a written-out null mean no layout; a key left empty asks for the usual one", () => {
  const layout = (line: string, config = {}): string | null => readPost(line, config).layout;
  assert.deepEqual(
    ["layout: none", "layout: false", "layout: null", "layout: ~"].map((line) => layout(line)),
    [null, null, null, null],
  );
  assert.deepEqual([layout("layout:"), layout("layout: wide")], ["post", "wide"]);
  const config = { defaults: [rule("", null, { layout: "special" })] };
  assert.deepEqual(
    [layout("layout:", config), layout("layout: none", config), layout("x: 1", config)],
    ["special", null, "special"],
  );
});

test("of several defaults the longer path wins, then a type, then the later one, and maps are merged", () => {
  const defaults = [
    rule("_posts/2021", null, { a: "long", m: { x: 1 } }),
    rule("", null, { a: "short", b: "untyped", c: 1, m: { y: 2 } }),
    rule("", "posts", { b: "typed" }),
    rule("", "pages", { b: "page" }),
    rule("/_posts", null, { c: 2 }),
    rule("_posts", null, { c: 3 }),
  ];
  const { frontMatter } = readPost("own: 1\nm: {z: 3}", { defaults });
  assert.deepEqual(frontMatter, { a: "long", b: "typed", c: 3, m: { y: 2, x: 1, z: 3 }, own: 1 });
});

test("scopes are beginnings of paths or globs, by type or label", () => {
  const has = (path: string, type: string | null, file: string): boolean => {
    const collections = [{ label: "talks", output: true, permalink: null, values: {} }];
    return (
      readPost("x: 1", { defaults: [rule(path, type, { hit: true })], collections }, file).frontMatter.hit ===
      true
    );
  };
  assert.ok(has("section/*/deep", null, "section/a/deep/x.md"));
  assert.ok(!has("section/*/deep", null, "section/a/b/deep/x.md"));
  assert.ok(has("section/**/deep", null, "section/a/b/deep/x.md"));
  assert.ok(has("*.{md,txt}", "pages", "x.md"));
  assert.ok(has("", "drafts", "_drafts/x.md") && has("", "posts", "_drafts/x.md"));
  assert.ok(!has("", "drafts", "_posts/2021-01-01-x.md"));
  assert.ok(has("", "talks", "_talks/x.md") && !has("", "posts", "_talks/x.md"));
});

test("defaults give posts a permalink, pages none, and wrong ones are told once", () => {
  const defaults = [rule("", null, { permalink: "/:title", published: "no" })];
  assert.equal(readPost("x: 1", { defaults }).permalink, "/:title");
  assert.equal(readPost("x: 1", { defaults }, "a.md").permalink, null);
  const files = { "_posts/2021-01-01-a.md": "A", "_posts/2021-01-02-b.md": "B" };
  assert.deepEqual(readSite(files, { defaults }).told, ["front-matter-type _config.yml"]);
});

test("documents that match the same defaults share nothing that one could change for the other", () => {
  const defaults = [rule("", null, { m: { x: 1 } })];
  const files = { "_posts/2021-01-01-a.md": "---\nm: {x: 2}\n---\n", "_posts/2021-01-02-b.md": "B" };
  const [a, b] = readSite(files, { ...plainConfig, defaults }).content.documents;
  assert.deepEqual([a?.frontMatter.m, b?.frontMatter.m], [{ x: 2 }, { x: 1 }]);
});
