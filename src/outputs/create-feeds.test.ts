import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { SourceDocument } from "../model/content.js";
import type { RenderedBody } from "../model/rendered.js";
import {
  type ExampleSiteOptions,
  exampleBody,
  exampleDocument,
  exampleFile,
  exampleSite,
  utcDay,
} from "../testing/example-site.js";
import { findChild, findChildren, readXml, type XmlElement } from "../testing/read-xml.js";
import { createFeed, planFeeds } from "./create-feeds.js";
import { createSiteLinks } from "./site-links.js";

interface FeedOptions extends ExampleSiteOptions {
  readonly body?: Partial<RenderedBody>;
}

function feeds(documents: readonly SourceDocument[], { body = {}, ...options }: FeedOptions = {}) {
  const report = createReport();
  const site = exampleSite(documents, options);
  const input = {
    site,
    links: createSiteLinks(
      site,
      [...site.posts, ...site.pages].map(({ outputPath }) => outputPath),
    ),
    bodyOf: () => exampleBody({ feedHtml: "<p>Text</p>", ...body }),
    titleOf: ({ title }: SourceDocument) => title,
    descriptionOf: ({ description }: SourceDocument) => description,
  };
  const outputs = planFeeds(site, report).map((feed) => ({
    path: feed.path,
    content: createFeed(feed, input),
    source: feed.source,
  }));
  const read = (path: string): XmlElement =>
    readXml(String(outputs.find((output) => output.path === path)?.content));
  return { outputs, diagnostics: report.list(), read };
}

const post = (name: string, changes: Partial<SourceDocument> = {}) =>
  exampleDocument(`_posts/${name}.md`, changes);
const text = (element: XmlElement | undefined, name: string) =>
  element === undefined ? undefined : findChild(element, name)?.text;

test("an entry holds what a reader needs, with the id that jekyll-feed gives", () => {
  const { read } = feeds(
    [
      post("2021-03-04-memory", {
        title: "Memory & <garbage>",
        categories: ["Python", "C++"],
        tags: ["gc"],
        description: 'What "del" does',
        lastModified: utcDay("2022-01-01"),
        frontMatter: { author: "Ada", lang: "en-GB" },
        image: "/cover.png",
      }),
    ],
    { config: { baseurl: "/blog", author: "Site Author" } },
  );
  const feed = read("feed.xml");
  assert.equal(feed.attributes.xmlns, "http://www.w3.org/2005/Atom");
  assert.equal(feed.attributes["xml:lang"], "en");
  assert.equal(text(feed, "id"), "https://example.org/blog/feed.xml");
  assert.equal(text(feed, "title"), "Notes");
  assert.equal(text(feed, "updated"), "2022-01-01T00:00:00+00:00");
  assert.deepEqual(
    findChildren(feed, "link").map(({ attributes }) => [attributes.rel, attributes.href]),
    [
      ["self", "https://example.org/blog/feed.xml"],
      ["alternate", "https://example.org/blog/"],
    ],
  );
  const entry = findChild(feed, "entry");
  assert.ok(entry);
  assert.equal(entry.attributes["xml:lang"], "en-GB");
  assert.equal(text(entry, "title"), "Memory & <garbage>");
  assert.equal(text(entry, "id"), "https://example.org/blog/python/c++/2021/03/04/memory");
  assert.equal(text(entry, "published"), "2021-03-04T00:00:00+00:00");
  assert.equal(text(entry, "updated"), "2022-01-01T00:00:00+00:00");
  assert.equal(text(entry, "summary"), 'What "del" does');
  assert.equal(text(findChild(entry, "author"), "name"), "Ada");
  assert.equal(text(findChild(feed, "author"), "name"), "Site Author");
  assert.deepEqual(
    findChildren(entry, "category").map(({ attributes }) => attributes.term),
    ["Python", "C++", "gc"],
  );
  assert.equal(findChild(entry, "media:thumbnail")?.attributes.url, "https://example.org/blog/cover.png");
  const url = "https://example.org/blog/python/c++/2021/03/04/memory.html";
  assert.equal(findChild(entry, "link")?.attributes.href, url);
  assert.equal(findChild(entry, "content")?.attributes["xml:base"], url);
});

test("addresses in the content are absolute, and links to sources lead to pages", () => {
  const feedHtml =
    '<a href="#fn">a</a> <a href="../x.html?a=1&amp;b=2">b</a> <img src="/pic.png" srcset="a.png 1x, /b.png 2x"> <a href="2021-03-05-other.md">c</a> <a href="mailto:a@b.c">d</a> <a href="/about.html">e</a>';
  const { read } = feeds([post("2021-03-05-other"), post("2021-03-04-a"), exampleDocument("about.md")], {
    body: { feedHtml },
    config: { baseurl: "/blog" },
  });
  const entries = findChildren(read("feed.xml"), "entry");
  const base = "https://example.org/blog/2021/03/";
  assert.equal(
    entries[1] && text(entries[1], "content"),
    `<a href="${base}04/a.html#fn">a</a> <a href="${base}x.html?a=1&amp;b=2">b</a> <img src="https://example.org/pic.png" srcset="${base}04/a.png 1x, https://example.org/b.png 2x"> <a href="${base}05/other.html">c</a> <a href="mailto:a@b.c">d</a> <a href="https://example.org/blog/about.html">e</a>`,
  );
});

test("any text at all gives well-formed XML", () => {
  const wild = "a\u0000b\u0008c\uFFFEd ]]> & < > \" ' \u{1F40D} \uD800 <![CDATA[ é";
  const { read } = feeds([post("2021-03-04-a", { title: wild, tags: [wild], description: wild })], {
    body: { feedHtml: wild },
    config: { title: wild, description: wild, author: wild, lang: "en" },
  });
  const entry = findChild(read("feed.xml"), "entry");
  assert.ok(entry);
  assert.equal(text(entry, "title"), "abcd ]]> & < > \" ' \u{1F40D}  <![CDATA[ é");
});

test("ids are encoded as addresses are, whatever the file is called", () => {
  const { read } = feeds([post("2021-03-04-été & 100%")]);
  const entry = findChild(read("feed.xml"), "entry");
  assert.equal(entry && text(entry, "id"), "https://example.org/2021/03/04/%C3%A9t%C3%A9%20&%20100%25");
});

test("a feed holds its newest posts only, and each category has one", () => {
  const documents = Array.from({ length: 5 }, (_, index) =>
    post(`2021-03-0${index + 1}-p`, { categories: [index % 2 === 0 ? "Odd days" : "C#"] }),
  );
  const feed = { enabled: true, path: "/atom.xml", postsLimit: 2, categories: true };
  const { outputs, read } = feeds(documents, { config: { feed } });
  assert.deepEqual(
    outputs.map(({ path }) => path),
    ["atom.xml", "feed/c-sharp.xml", "feed/odd-days.xml"],
  );
  const ids = (path: string) =>
    findChildren(read(path), "entry").map((entry) => text(entry, "id")?.slice(-12));
  assert.deepEqual(ids("atom.xml"), ["2021/03/05/p", "2021/03/04/p"]);
  assert.deepEqual(ids("feed/c-sharp.xml"), ["2021/03/04/p", "2021/03/02/p"]);
  assert.equal(text(read("feed/c-sharp.xml"), "title"), "Notes | C#");
  const off = feeds(documents, { config: { feed: { ...feed, enabled: false } } });
  assert.deepEqual(off.outputs, []);
});

test("an empty feed was updated in 1970, so that no build depends on the clock", () => {
  assert.equal(text(feeds([]).read("feed.xml"), "updated"), "1970-01-01T00:00:00+00:00");
});

test("without a url the feed has stand-in ids and says so", () => {
  const { read, diagnostics } = feeds([post("2021-03-04-a"), post("2021-03-05-b")], { config: { url: "" } });
  const ids = findChildren(read("feed.xml"), "entry").map((entry) => text(entry, "id") ?? "");
  assert.equal(new Set(ids).size, 2);
  for (const id of ids)
    assert.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["site-url-missing"],
  );
});

test("excerpt_only leaves the content out", () => {
  const own = post("2021-03-04-a", { frontMatter: { feed: { excerpt_only: true } } });
  const { read } = feeds([own, post("2021-03-05-b")], { body: { excerptText: "Short" } });
  const [whole, short] = findChildren(read("feed.xml"), "entry");
  assert.deepEqual(
    [whole && text(whole, "content"), whole && text(whole, "summary")],
    ["<p>Text</p>", "Short"],
  );
  assert.deepEqual([short && text(short, "content"), short && text(short, "summary")], [undefined, "Short"]);
});

test("authors come from mappings, lists and the data of the site", () => {
  const authors = [{ author: { name: "A", email: "a@b.c" } }, { authors: ["ada", "bob"] }, {}];
  const { read } = feeds(
    authors.map((frontMatter, index) => post(`2021-03-0${9 - index}-p`, { frontMatter })),
    { content: { data: { authors: { ada: { name: "Ada L.", url: "https://ada.example" } } } } },
  );
  const found = findChildren(read("feed.xml"), "entry").map((entry) => {
    const author = findChild(entry, "author");
    return author?.children.map((child) => child.text);
  });
  assert.deepEqual(found, [["A", "a@b.c"], ["Ada L.", "https://ada.example"], undefined]);
});

test("a feed of the author's own stays", () => {
  const staticFiles = [exampleFile("feed.xml")];
  assert.deepEqual(feeds([post("2021-03-04-a")], { content: { staticFiles } }).outputs, []);
});
