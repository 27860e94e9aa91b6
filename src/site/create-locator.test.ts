import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { SourceDocument } from "../model/content.js";
import { exampleConfig, exampleDocument, utcDay } from "../testing/example-site.js";
import { createLocator } from "./create-locator.js";

const NOTES = { label: "notes", output: true, permalink: null, values: {} };

function locate(permalink: string, path: string, changes: Partial<SourceDocument> = {}) {
  const report = createReport();
  const config = exampleConfig({ permalink, collections: [NOTES] });
  const location = createLocator(config)(exampleDocument(path, changes), report);
  return { ...location, diagnostics: report.list() };
}

/** What Jekyll 4.3.1 wrote for the same names. */
const JEKYLL_DATE_STYLE: readonly (readonly [string, Partial<SourceDocument>, string, string])[] = [
  [
    "python-memory-management",
    { categories: ["Python"] },
    "/python/2021/03/04/python-memory-management.html",
    "",
  ],
  ["Case.Dots.v1.2", {}, "/2021/03/04/Case.Dots.v1.2.html", ""],
  ["trailing..", {}, "/2021/03/04/trailing.html", ""],
  ["with space & amp", {}, "/2021/03/04/with-space-&-amp.html", ""],
  [
    "100% sure",
    { categories: ["100% sure"] },
    "/100%25%20sure/2021/03/04/100-sure.html",
    "100% sure/2021/03/04/100-sure.html",
  ],
  [
    "plus+comma,semi;at@",
    { categories: ["classic", "hollywood"] },
    "/classic/hollywood/2021/03/04/plus+comma,semi;at@.html",
    "",
  ],
  [
    "paren(s)'quote'",
    { categories: ["classic hollywood"] },
    "/classic%20hollywood/2021/03/04/paren(s)'quote'.html",
    "classic hollywood/2021/03/04/paren(s)'quote'.html",
  ],
  [
    "été-naïve",
    { categories: ["Éducation", "éducation"] },
    "/%C3%A9ducation/2021/03/04/%C3%A9t%C3%A9-na%C3%AFve.html",
    "éducation/2021/03/04/été-naïve.html",
  ],
  ["a..b", {}, "/2021/03/04/a/b.html", ""],
  ["under_score--dash", {}, "/2021/03/04/under_score-dash.html", ""],
  [
    "[brackets]",
    { categories: ["[x]"] },
    "/%5Bx%5D/2021/03/04/brackets.html",
    "[x]/2021/03/04/brackets.html",
  ],
  [
    "hash#tag",
    { categories: ["a/b", "C#"] },
    "/a/b/c%23/2021/03/04/hash-tag.html",
    "a/b/c#/2021/03/04/hash-tag.html",
  ],
  ["emoji🐍snake", {}, "/2021/03/04/emoji-snake.html", ""],
  ["ends-with-dash-", {}, "/2021/03/04/ends-with-dash.html", ""],
  ["slug", { slug: "My Slug! v2" }, "/2021/03/04/My-Slug!-v2.html", ""],
  ["a:b", { categories: ["x:y"] }, "/x:y/2021/03/04/a-b.html", ""],
];

test("posts stand where Jekyll puts them, whatever their names hold", () => {
  for (const [name, changes, url, outputPath] of JEKYLL_DATE_STYLE) {
    const found = locate("date", `_posts/2021-03-04-${name}.md`, changes);
    assert.deepEqual(
      [found.url, found.outputPath, found.diagnostics],
      [url, outputPath === "" ? url.slice(1) : outputPath, []],
      name,
    );
  }
});

test("every style and placeholder gives what Jekyll gives", () => {
  const post = (permalink: string) =>
    locate(permalink, "_posts/2021-03-04-Case.v1.2.md", { categories: ["A B"] });
  assert.equal(post("pretty").url, "/a%20b/2021/03/04/Case.v1.2/");
  assert.equal(post("pretty").outputPath, "a b/2021/03/04/Case.v1.2/index.html");
  assert.equal(post("ordinal").url, "/a%20b/2021/063/Case.v1.2.html");
  assert.equal(post("weekdate").url, "/a%20b/2021/W09/Thu/Case.v1.2.html");
  assert.equal(post("none").url, "/a%20b/Case.v1.2.html");
  assert.equal(post("/:title").outputPath, "Case.v1.2.html");
  assert.equal(
    post(
      "/:slugified_categories/:short_year-:i_month-:i_day/:w_year/:w_day/:long_day/:long_month/:short_month/:y_day/:slug:output_ext",
    ).url,
    "/a-b/21-3-4/2021/4/Thursday/March/Mar/063/case-v1-2.html",
  );
  assert.equal(
    post("/n/:collection/:path/:name/").url,
    "/n/posts/2021-03-04-Case.v1.2/2021-03-04-case-v1-2/",
  );
  assert.equal(post("/x/:year/:month_:day/").url, "/x/2021/03_04/");
  const date = { epochMs: Date.UTC(2021, 0, 2, 3, 4, 5), offsetMinutes: 60 };
  const timed = locate("/:w_year/:week/:short_day/:hour:minute:second/", "_posts/2021-12-31-x.md", { date });
  assert.equal(timed.url, "/2020/53/Sat/040405/");
});

test("pages and documents of collections end as the style of the posts does", () => {
  const urls = (permalink: string) =>
    [
      "index.md",
      "about.md",
      "a b/My Page.md",
      "a/index.html",
      "v1.2.md",
      "feed.xml",
      "x.scss",
      "_notes/s.d/b..md",
    ].map((path) => locate(permalink, path).url);
  const index = ["/a/", "/feed.xml", "/x.css"];
  assert.deepEqual(urls("date"), [
    "/",
    "/about.html",
    "/a%20b/My%20Page.html",
    index[0],
    "/v1.2.html",
    index[1],
    index[2],
    "/notes/s.d/b.html",
  ]);
  assert.deepEqual(urls("pretty"), [
    "/",
    "/about/",
    "/a%20b/My%20Page/",
    index[0],
    "/v1.2/",
    index[1],
    index[2],
    "/notes/s.d/b/",
  ]);
  assert.deepEqual(urls("/:title/"), urls("pretty"));
  assert.deepEqual(urls("weekdate"), [
    "/",
    "/about",
    "/a%20b/My%20Page",
    index[0],
    "/v1.2",
    index[1],
    index[2],
    "/notes/s.d/b",
  ]);
  assert.equal(locate("weekdate", "v1.2.md").outputPath, "v1.2.html");
});

test("a document's own permalink is a template, already encoded or not", () => {
  const own = (permalink: string, path = "_posts/2021-03-04-x.md") => {
    const { url, outputPath } = locate("date", path, { permalink });
    return [url, outputPath];
  };
  assert.deepEqual(own("/über uns/a%20b"), ["/%C3%BCber%20uns/a%20b", "über uns/a b.html"]);
  assert.deepEqual(own("foo.txt"), ["/foo.txt", "foo.txt"]);
  assert.deepEqual(own("/100%"), ["/100%25", "100%.html"]);
  assert.deepEqual(own("/x/v1.2"), ["/x/v1.2", "x/v1.2"]);
  assert.deepEqual(own("/p/one", "p.md"), ["/p/one", "p/one.html"]);
  assert.deepEqual(own("/p/two/", "p.md"), ["/p/two/", "p/two/index.html"]);
  assert.deepEqual(own("/p/:basename:output_ext", "a/p.md"), ["/p/p.html", "p/p.html"]);
  assert.deepEqual(own("/dir/", "p.xml"), ["/dir/", "dir/index.xml"]);
});

test("the id of a post is its folder and its slug, as in Jekyll", () => {
  assert.equal(locate("date", "_posts/2021-03-04-a..b.md").id, "/2021/03/04/a/a..b");
  assert.equal(
    locate("pretty", "_posts/2021-03-04-x.md", { categories: ["Python"] }).id,
    "/python/2021/03/04/x",
  );
  assert.equal(locate("date", "_posts/2021-03-04-x.md", { permalink: "/a/b.html" }).id, "/a/x");
});

const OWN = { keyPositions: ["permalink", 3, 12] };

test("an unknown placeholder is an error with the nearest known one", () => {
  const [diagnostic] = locate("date", "_posts/2021-03-04-x.md", {
    ...OWN,
    permalink: "/:catgories/x/",
  }).diagnostics;
  assert.equal(diagnostic?.code, "permalink-unknown-placeholder");
  assert.equal(diagnostic?.hint, 'Did you mean ":categories"?');
  assert.deepEqual(diagnostic?.place, { path: "_posts/2021-03-04-x.md", line: 3, column: 12, length: 14 });
  assert.equal(
    locate("date", "about.md", { permalink: "/:year/" }).diagnostics[0]?.code,
    "permalink-unknown-placeholder",
  );
});

test("a permalink that leaves the site is an error", () => {
  for (const permalink of [
    "../x",
    "/a/%2e%2e/x",
    "//host/x",
    "https://host/x",
    "/a\\b",
    "javascript:x",
    "/a%00b",
  ]) {
    const { diagnostics, outputPath } = locate("date", "about.md", { ...OWN, permalink });
    assert.deepEqual(
      diagnostics.map(({ code, place }) => [code, place?.line]),
      [["permalink-outside-site", 3]],
      permalink,
    );
    assert.ok(!outputPath.split(/[/\\]/).includes(".."), outputPath);
  }
  assert.deepEqual(locate("date", "about.md", { permalink: "/a..b/:path/c.html" }).diagnostics, []);
});

test("no name of a category climbs out of the site", () => {
  const { url } = locate("date", "_posts/2021-03-04-x.md", { categories: ["../../etc"] });
  assert.equal(url, "/etc/2021/03/04/x.html");
});

test("a permalink with a date needs one", () => {
  const { diagnostics } = locate("date", "_notes/a.md", { permalink: "/:year/:title/" });
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["permalink-date-missing"],
  );
  const dated = locate("date", "_notes/a.md", { permalink: "/:year/:title/", date: utcDay("2020-02-03") });
  assert.equal(dated.url, "/2020/a/");
});

test("the name of a style is a path in a document, and told so", () => {
  const { url, diagnostics } = locate("date", "about.md", { ...OWN, permalink: "pretty" });
  assert.equal(url, "/pretty");
  assert.deepEqual(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [["permalink-style-as-path", "warning"]],
  );
});
