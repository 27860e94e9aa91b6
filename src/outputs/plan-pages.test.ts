import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceDocument } from "../model/content.js";
import type { PlannedPage } from "../model/page.js";
import {
  type ExampleSiteOptions,
  exampleDocument,
  exampleFile,
  exampleSite,
} from "../testing/example-site.js";
import { planPages } from "./plan-pages.js";

const posts = (count: number, changes: Partial<SourceDocument> = {}) =>
  Array.from({ length: count }, (_, index) =>
    exampleDocument(`_posts/2021-01-${10 + index}-p${index}.md`, changes),
  );

function plan(documents: readonly SourceDocument[], options: ExampleSiteOptions = {}) {
  const pages = planPages(exampleSite(documents, options));
  return { pages, at: (url: string): PlannedPage | undefined => pages.find((page) => page.url === url) };
}

test("a site has a home, indexes, an archive, a page per year and for missing addresses", () => {
  const { pages } = plan([]);
  assert.deepEqual(
    pages.map(({ url, layout }) => [url, layout]),
    [
      ["/", "home"],
      ["/categories/", "categories"],
      ["/archive/", "archive"],
      ["/404.html", "404"],
    ],
  );
  const full = plan(posts(1, { categories: ["C#"], tags: ["Some Tag"] }));
  assert.deepEqual(
    full.pages.map(({ outputPath, layout }) => [outputPath, layout]),
    [
      ["c%23/2021/01/10/p0.html".replace("%23", "#"), null],
      ["index.html", "home"],
      ["category/c-sharp/index.html", "category"],
      ["tag/some-tag/index.html", "tag"],
      ["categories/index.html", "categories"],
      ["tags/index.html", "tags"],
      ["archive/index.html", "archive"],
      ["2021/index.html", "archive"],
      ["404.html", "404"],
    ],
  );
  const { variables, posts: listed } = full.at("/category/c-sharp/") ?? {};
  assert.deepEqual(listed, ["_posts/2021-01-10-p0.md"]);
  assert.deepEqual(variables, {
    title: "C#",
    type: "category",
    category: "C#",
    slug: "c-sharp",
    feed_url: "/feed/c-sharp.xml",
  });
  assert.equal(full.at("/404.html")?.isListed, false);
});

test("the home page lists ten posts, and further pages follow", () => {
  const { at } = plan([
    ...posts(21),
    exampleDocument("_posts/2021-03-01-h.md", { frontMatter: { hidden: true } }),
  ]);
  const home = at("/");
  assert.equal(home?.document, null);
  assert.equal(home?.paginator?.posts[0], "_posts/2021-01-30-p20.md");
  assert.deepEqual(
    { ...at("/page2/")?.paginator, posts: [] },
    {
      page: 2,
      perPage: 10,
      posts: [],
      totalPosts: 21,
      totalPages: 3,
      previousPage: 1,
      previousPagePath: "/",
      nextPage: 3,
      nextPagePath: "/page3/",
    },
  );
  assert.equal(at("/page3/")?.outputPath, "page3/index.html");
  assert.equal(at("/page3/")?.paginator?.posts.length, 1);
  assert.equal(at("/page4/"), undefined);
});

test("paginate 0 puts all posts on one page, and page paths need no slash", () => {
  assert.equal(plan(posts(21), { config: { paginate: 0 } }).at("/")?.paginator?.posts.length, 21);
  const { at } = plan(posts(3), { config: { paginate: 2, paginatePath: "blog/seite:num" } });
  assert.equal(at("/")?.paginator?.nextPagePath, "/blog/seite2/");
  assert.equal(at("/blog/seite2/")?.layout, "home");
});

test("an index page of the author's takes the place of the home, and paginates when asked to", () => {
  const index = exampleDocument("index.md", { layout: "mine" });
  const plain = plan([index, ...posts(3)]);
  assert.deepEqual([plain.at("/")?.layout, plain.at("/")?.paginator], ["mine", null]);
  const { pages, at } = plan([index, ...posts(3)], { config: { paginate: 2 } });
  assert.equal(pages.filter(({ layout }) => layout === "home").length, 0);
  assert.deepEqual(
    [
      at("/")?.paginator?.page,
      at("/page2/")?.paginator?.page,
      at("/page2/")?.document,
      at("/page2/")?.layout,
    ],
    [1, 2, "index.md", "mine"],
  );
});

test("the index page nearest to paginate_path is the one that paginates", () => {
  const documents = [exampleDocument("index.html"), exampleDocument("blog/index.html"), ...posts(3)];
  const { at } = plan(documents, { config: { paginate: 2, paginatePath: "/blog/page:num/" } });
  assert.equal(at("/")?.paginator, null);
  assert.equal(at("/blog/")?.paginator?.nextPagePath, "/blog/page2/");
  assert.equal(at("/blog/page2/")?.document, "blog/index.html");
});

test("what the author's own files and redirects write is left out", () => {
  const { pages } = plan(
    [
      exampleDocument("tags.md", { permalink: "/tags/" }),
      exampleDocument("about.md", { redirectFrom: ["/archive/"] }),
      ...posts(1, { tags: ["x"] }),
    ],
    { content: { staticFiles: [exampleFile("404.html")] } },
  );
  assert.deepEqual(
    pages.map(({ layout }) => layout).filter((layout) => layout !== null),
    ["home", "tag", "categories", "archive"],
  );
  assert.equal(pages.filter(({ url }) => url === "/tags/").length, 1);
});

test("documents without a page and those that redirect are not planned", () => {
  const collections = [{ label: "quotes", output: false, permalink: null, values: {} }];
  const { pages } = plan(
    [
      exampleDocument("_quotes/a.md"),
      exampleDocument("old.md", { redirectTo: "/new/" }),
      exampleDocument("x.xml"),
    ],
    { config: { collections } },
  );
  assert.deepEqual(
    pages.filter(({ document }) => document !== null).map(({ url, isListed }) => [url, isListed]),
    [["/x.xml", false]],
  );
});
