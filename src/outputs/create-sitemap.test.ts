import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import { exampleDocument, exampleFile, exampleSite, utcDay } from "../testing/example-site.js";
import { findChild, readXml } from "../testing/read-xml.js";
import { copyStaticFiles } from "./copy-static-files.js";
import { createAssets } from "./create-assets.js";
import { createNoJekyll, createRobots } from "./create-robots.js";
import { createSitemap } from "./create-sitemap.js";
import { planPages } from "./plan-pages.js";

const DOCUMENTS = [
  exampleDocument("_posts/2021-03-04-a & b.md"),
  exampleDocument("about.md", { lastModified: utcDay("2022-01-01") }),
  exampleDocument("thanks.md", { frontMatter: { sitemap: false } }),
];

test("the sitemap holds every listed page by its full address, and when it last changed", () => {
  const site = exampleSite(DOCUMENTS, { config: { baseurl: "/blog" } });
  const [output] = createSitemap(site, planPages(site), createReport());
  const entries = readXml(String(output?.content)).children.map((url) => [
    findChild(url, "loc")?.text.replace("https://example.org/blog", ""),
    findChild(url, "lastmod")?.text,
  ]);
  assert.deepEqual(entries, [
    ["/", undefined],
    ["/2021/", undefined],
    ["/2021/03/04/a-&-b.html", "2021-03-04T00:00:00+00:00"],
    ["/about.html", "2022-01-01T00:00:00+00:00"],
    ["/archive/", undefined],
    ["/categories/", undefined],
  ]);
});

test("without a url there is no sitemap, and a note says so", () => {
  const report = createReport();
  const site = exampleSite(DOCUMENTS, { config: { url: "" } });
  assert.deepEqual(createSitemap(site, planPages(site), report), []);
  assert.deepEqual(
    report.list().map(({ code, severity }) => [code, severity]),
    [["site-url-missing", "note"]],
  );
  assert.equal(createRobots(site)[0]?.content, "User-agent: *\nDisallow:\n");
});

test("robots.txt names the sitemap", () => {
  const site = exampleSite([], { config: { baseurl: "/blog" } });
  assert.match(
    String(createRobots(site)[0]?.content),
    /^Sitemap: https:\/\/example\.org\/blog\/sitemap\.xml$/m,
  );
});

test("files of the author's own stay", () => {
  const staticFiles = ["robots.txt", "sitemap.xml", ".nojekyll"].map(exampleFile);
  const site = exampleSite([], { content: { staticFiles } });
  assert.deepEqual(
    [...createRobots(site), ...createSitemap(site, [], createReport()), ...createNoJekyll(site)],
    [],
  );
  assert.deepEqual(copyStaticFiles(site)[0], {
    path: "robots.txt",
    content: { copyFrom: "/source/robots.txt", stamp: "", foundStamp: "" },
    source: "robots.txt",
  });
});

test("GitHub Pages is told to leave the site as it is", () => {
  assert.deepEqual(
    createNoJekyll(exampleSite([])).map(({ path, content }) => [path, content]),
    [[".nojekyll", ""]],
  );
});

test("style sheets are written once, and not at all when empty", () => {
  assert.deepEqual(
    createAssets({ math: "mjx{}", code: "", fonts: [] }).map(({ path, content }) => [path, content]),
    [["assets/postulate/math.css", "mjx{}"]],
  );
});
