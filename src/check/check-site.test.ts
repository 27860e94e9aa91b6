import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { RenderedBody } from "../model/rendered.js";
import { exampleBody, exampleDocument, exampleSite } from "../testing/example-site.js";
import { createKnownText } from "../util/known-text.js";
import { checkSite } from "./check-site.js";

const DOCUMENT = exampleDocument("about.md", {
  body: createKnownText("One\n\nSee [this](/gone.html) now."),
  bodyLine: 4,
});

interface CheckOptions {
  readonly baseurl?: string;
  readonly references?: RenderedBody["references"];
}

/** Pages by path; `about.html` is made from `about.md`, whose body holds `references`. */
async function check(
  files: Readonly<Record<string, string>>,
  { baseurl = "", references = [] }: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const report = createReport();
  const outputs = Object.entries(files).map(([path, content]) => {
    const source = path === "about.html" ? "about.md" : `the page ${path}`;
    return [path, { path, content, source }] as const;
  });
  await checkSite(
    {
      outputs: new Map(outputs),
      read: async ({ path }) => files[path] ?? "",
      config: { url: "https://example.org", baseurl },
      bodies: new Map([["about.md", exampleBody({ references })]]),
      site: exampleSite([DOCUMENT]),
    },
    report,
  );
  return report.list();
}

const messages = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ message }) => message);
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test("a site whose references all resolve has no faults", async () => {
  const html = `<!doctype html><html><head><base href="/"><link rel="stylesheet" href="/a/s.css">
    <link rel="preconnect" href="https://fonts.example"><link rel="canonical" href="https://example.org/a/">
    <script src="x.js"></script></head><body id="b">
    <a href="#b"></a><a href="#top"></a><a href="#"></a><a href=""></a><a href="/"></a><a href="a"></a><a href="/a/"></a>
    <a href="/a/index.html#c%C3%A9"></a><a href="/p"></a><a href="/p?x#q:~:text=y"></a><a href="mailto:a@b"></a>
    <a href="//host/x"></a><a href="https://example.org.evil/x"></a><a href="javascript:void 0"></a><a href="data.json#x"></a>
    <img src="a/i%20j.png" alt="" srcset="a/i%20j.png 1x, /a/i%20j.png 2x"><img src="data:image/png;base64,AA" aria-hidden="true">
    <svg><use href="#b"/></svg><template><a href="/none"></a></template><pre>&lt;a href="/none"></pre>
    <script>"<a href='/none'>"</script><!-- <a href="/none"> --></body></html>`;
  const files = {
    "index.html": html,
    "a/index.html": '<p id="cé">',
    "p.html": '<a name="q">x</a>',
    "a/s.css": "",
    "x.js": "",
    "data.json": "",
    "a/i j.png": "",
  };
  assert.deepEqual(messages(await check(files)), []);
});

test("what leads to nothing is named, with the nearest address", async () => {
  const html =
    '<a href="/abuot.html"></a><img src="pic.pgn" alt=""><script src="/no/x.js"></script><link rel=stylesheet href="/s.css"><a href="/sub/x.html"></a>';
  const found = await check({ "index.html": html, "about.html": "", "pic.png": "", "other/x.html": "" });
  assert.deepEqual(new Set(codes(found)), new Set(["check-target-missing"]));
  const byMessage = found.map(({ message, hint }) => [/The (.*?) leads/.exec(message)?.[1], hint]);
  assert.deepEqual(byMessage, [
    ['image "pic.pgn"', 'Did you mean "/pic.png"?'],
    ['link "/abuot.html"', 'Did you mean "/about.html"?'],
    ['link "/sub/x.html"', 'Did you mean "/other/x.html"?'],
    ['script "/no/x.js"', "Correct the address, or add the file"],
    ['style sheet "/s.css"', "Correct the address, or add the file"],
  ]);
});

test("a fault of a body is told at its line, with a frame", async () => {
  const [found] = await check(
    { "about.html": '<a href="/blog/gone.html">' },
    { baseurl: "/blog", references: [{ kind: "link", url: "/gone.html", line: 6 }] },
  );
  assert.deepEqual(found?.place, {
    path: "about.md",
    line: 6,
    column: 12,
    length: 10,
    lineText: "See [this](/gone.html) now.",
  });
  assert.equal(found?.page, "about.html");
});

test("what a layout repeats is told once, with the number of pages", async () => {
  const html = '<a href="/gone.html"></a><a href="#menu"></a>';
  const found = await check({ "a.html": html, "b.html": html, "c.html": html });
  assert.deepEqual(messages(found), [
    'The link "#menu" leads to "#menu", and nothing on "/a.html" has that id (and on 2 more pages)',
    'The link "/gone.html" leads to nothing: the site has no such file (and on 2 more pages)',
  ]);
});

test("what a list shows of a body is told at the body, once", async () => {
  const html = '<a href="/gone.html"></a>';
  const found = await check(
    { "about.html": html, "aaa.html": html },
    { references: [{ kind: "link", url: "/gone.html", line: 6 }] },
  );
  assert.deepEqual(
    found.map(({ message, place, page }) => [message, place?.path, place?.line, page]),
    [
      [
        'The link "/gone.html" leads to nothing: the site has no such file (and on 1 more page)',
        "about.md",
        6,
        "about.html",
      ],
    ],
  );
});

test("anchors are looked up on the page they lead to", async () => {
  const found = await check({ "a.html": '<a href="b.html#intro">', "b.html": '<h2 id="intros">' });
  assert.deepEqual(
    found.map(({ code, message, hint }) => [code, message, hint]),
    [
      [
        "check-anchor-missing",
        'The link "b.html#intro" leads to "#intro", and nothing on "/b.html" has that id',
        'Did you mean "#intros"?',
      ],
    ],
  );
});

test("an address without the baseurl leads out of the site", async () => {
  const found = await check(
    { "a.html": '<a href="/other/"></a><a href="/blog/a.html"></a>' },
    { baseurl: "/blog" },
  );
  assert.deepEqual(
    found.map(({ code, severity }) => [code, severity]),
    [["check-outside-baseurl", "note"]],
  );
});

test("an image without the baseurl leads to nothing", async () => {
  const [found] = await check(
    { "a.html": '<img src="/pic.png" alt="">', "img/pic.png": "" },
    { baseurl: "/blog" },
  );
  assert.deepEqual([found?.code, found?.hint], ["check-target-missing", 'Did you mean "/blog/img/pic.png"?']);
});

test("what is no address at all is named", async () => {
  assert.deepEqual(codes(await check({ "a.html": '<a href="http://[x">' })), ["check-url-malformed"]);
});

test("an id that stands twice on a page is named, glyphs of formulas are not", async () => {
  const html = '<p id="a"><p id="a"><svg><path id="MJX-1"/><path id="MJX-1"/></svg>';
  const [found, ...others] = await check({ "a.html": html });
  assert.equal(found?.code, "check-id-repeated");
  assert.equal(found?.message, 'The id "a" stands 2 times on one page, and links reach only the first');
  assert.deepEqual(others, []);
});

test("images need a text, be it empty", async () => {
  const html = '<img src="i.png"><img src="i.png" alt=""><img src="i.png" role="presentation">';
  assert.deepEqual(codes(await check({ "a.html": html, "i.png": "" })), ["check-image-without-text"]);
});
