import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleDocument, exampleFile, exampleSite } from "../testing/example-site.js";
import { absoluteUrls, finishHtml } from "./finish-html.js";
import { createSiteLinks } from "./site-links.js";

const SITE = exampleSite(
  [
    exampleDocument("_posts/2021-03-04-x.md"),
    exampleDocument("_posts/2021-03-05-ü y.md"),
    exampleDocument("notes/a.md"),
    exampleDocument("notes/b.md"),
  ],
  {
    config: { baseurl: "/blog" },
    content: { staticFiles: [exampleFile("pic.png"), exampleFile("raw/read.md")] },
  },
);
const LINKS = createSiteLinks(SITE, [
  "index.html",
  "2021/03/04/x.html",
  "notes/a.html",
  "notes/b.html",
  "pic.png",
  "raw/read.md",
  "tags/index.html",
]);

const NO_IMAGES = { urls: () => new Set<string>(), sizes: { find: () => undefined } };

function finish(html: string, changes: Partial<Parameters<typeof finishHtml>[1]> = {}): string {
  const page = { url: "/notes/a.html", sourcePath: "notes/a.md" };
  return finishHtml(html, {
    page,
    links: LINKS,
    hasMath: false,
    hasCode: false,
    images: NO_IMAGES,
    glyphs: [],
    ...changes,
  });
}

test("root-relative addresses of this site get the baseurl that was forgotten", () => {
  const cases = [
    ['<a href="/notes/b.html">', '<a href="/blog/notes/b.html">'],
    ["<a href='/notes/b#x'>", '<a href="/blog/notes/b#x">'],
    ["<a class=x href=/tags/?q=1&amp;r>", '<a class=x href="/blog/tags/?q=1&amp;r">'],
    ['<a href="/">', '<a href="/blog/">'],
    ['<IMG SRC = "/pic.png" alt="a > b">', '<IMG SRC = "/blog/pic.png" alt="a > b">'],
    ['<img srcset="/pic.png 1x, /pic.png 2x">', '<img srcset="/blog/pic.png 1x, /blog/pic.png 2x">'],
    ['<video poster="/pic.png">', '<video poster="/blog/pic.png">'],
    [`<a title=it's href="/pic.png">'`, `<a title=it's href="/blog/pic.png">'`],
    ['<a data-x="<b>" disabled/href="/pic.png"/>', '<a data-x="<b>" disabled/href="/blog/pic.png"/>'],
    ['<p title=""><a href="/pic.png">', '<p title=""><a href="/blog/pic.png">'],
    ['<!--><a href="/pic.png">', '<!--><a href="/blog/pic.png">'],
    ['<form action="/tags/">', '<form action="/blog/tags/">'],
    ['<script src="/pic.png">"</script>', '<script src="/blog/pic.png">"</script>'],
  ];
  for (const [given, expected] of cases) assert.equal(finish(given ?? ""), expected);
});

test("everything else stays byte for byte", () => {
  const same = [
    '<a href="/blog/notes/b.html">',
    '<a href="/blog">',
    '<a href="/elsewhere/">',
    '<a href="//host/pic.png">',
    '<a href="https://host/pic.png">',
    '<a href="b.html">',
    '<a  href = "&#47;x"  >',
    '<a title="x href=/pic.png" data-href="/pic.png">',
    '<!-- <a href="/pic.png"> -->',
    '<script>"<a href=\\"/pic.png\\">"</script>',
    '<style>a{content:"<a href=/pic.png>"}</style>',
    '<textarea><a href="/pic.png"></textarea>',
    '<pre><code>&lt;a href="/pic.png"&gt;</code></pre>',
    `<span title="<a href='/pic.png'>">`,
    `<p title=it's><b>'</b>`,
    '<a disabled href="/pic.png',
    '<!--[if x]><a href="/pic.png"><![endif]-->',
    '</ <a href="/pic.png">',
    '<?x <a href="/pic.png">',
    '</a href="/pic.png">',
    'a < b href="/pic.png" > c',
    '<a href="',
    '<!-- <a href="/pic.png">',
    '<img srcset="data:image/png;base64,AAAA 1x">',
  ];
  for (const html of same) assert.equal(finish(html), html);
});

test("links to source files lead to their pages", () => {
  const cases = [
    ["b.md#x", "/blog/notes/b.html#x"],
    ["./b.md", "/blog/notes/b.html"],
    ["../_posts/2021-03-04-x.md?q", "/blog/2021/03/04/x.html?q"],
    ["/_posts/2021-03-04-x.md", "/blog/2021/03/04/x.html"],
    ["/blog/notes/b.md", "/blog/notes/b.html"],
    ["../_posts/2021-03-05-%C3%BC%20y.md", "/blog/2021/03/05/%C3%BC-y.html"],
    ["missing.md", "missing.md"],
    ["/raw/read.md", "/blog/raw/read.md"],
    ["../raw/read.md", "../raw/read.md"],
  ];
  for (const [given, expected] of cases)
    assert.equal(finish(`<a href="${given}">`), `<a href="${expected}">`);
});

test("an excerpt in a list links to posts like the post itself", () => {
  const page = { url: "/page2/", sourcePath: null };
  const html = '<a href="2021-03-04-x.md">';
  assert.equal(finish(html, { page }), '<a href="/blog/2021/03/04/x.html">');
});

test("pages with formulas or code link their style sheets once", () => {
  const math = '<link rel="stylesheet" href="/blog/assets/postulate/math.css">\n';
  const code = '<link rel="stylesheet" href="/blog/assets/postulate/code.css">\n';
  const both = { hasMath: true, hasCode: true };
  assert.equal(
    finish("<head><title>x</title></head><body>", both),
    `<head><title>x</title>${math}${code}</head><body>`,
  );
  assert.equal(finish(`<head>${math}</head>`, both), `<head>${math}${code}</head>`);
  assert.equal(finish("<body>x", { hasMath: true }), `${math}<body>x`);
  assert.equal(finish("<!doctype html>\n<p>x", { hasMath: true }), `<!doctype html>\n${math}<p>x`);
  assert.equal(finish("<p>x", { hasCode: true }), `${code}<p>x`);
  assert.equal(
    finish("<head></head><code>assets/postulate/math.css</code>", { hasMath: true }),
    `<head>${math}</head><code>assets/postulate/math.css</code>`,
  );
  assert.equal(finish("<head></head>"), "<head></head>");
});

test("addresses become absolute, and what is none stays", () => {
  const html =
    '<a href="#a">1</a><a href="b/">2</a><img src="/c.png"><a href="">3</a><a href="http://[">4</a>';
  assert.equal(
    absoluteUrls(html, "https://h.example/base/p/x.html"),
    '<a href="https://h.example/base/p/x.html#a">1</a><a href="https://h.example/base/p/b/">2</a><img src="https://h.example/c.png"><a href="">3</a><a href="http://[">4</a>',
  );
});

test("a long page is finished in time that grows with its length", () => {
  const page = (count: number) =>
    '<p><span class="k">x</span> <a href="/pic.png" title="t">y</a> < & "</p>\n'.repeat(count);
  const measure = (html: string): number => {
    const startedMs = performance.now();
    finish(html);
    return performance.now() - startedMs;
  };
  measure(page(1000));
  const small = measure(page(4_000));
  const large = measure(page(32_000));
  assert.ok(large < small * 30 + 100, `${small} ms, then ${large} ms for eight times as much`);
});
