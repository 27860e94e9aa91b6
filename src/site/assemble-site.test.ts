import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { SourceDocument } from "../model/content.js";
import { exampleDocument, exampleFile, exampleSite, utcDay } from "../testing/example-site.js";

const post = (name: string, changes: Partial<SourceDocument> = {}) =>
  exampleDocument(`_posts/${name}.md`, changes);
const names = (documents: readonly { readonly path: string }[]) =>
  documents.map(({ path }) => path.replace(/^_posts\/|\.md$/g, ""));

test("posts come newest first, of one day the later path first, with their neighbours", () => {
  const { posts } = exampleSite([post("2021-01-01-a"), post("2022-01-01-c"), post("2021-01-01-b")]);
  assert.deepEqual(names(posts), ["2022-01-01-c", "2021-01-01-b", "2021-01-01-a"]);
  assert.deepEqual(
    posts.map(({ previous, next }) => [previous, next]),
    [
      ["_posts/2021-01-01-b.md", null],
      ["_posts/2021-01-01-a.md", "_posts/2022-01-01-c.md"],
      [null, "_posts/2021-01-01-b.md"],
    ],
  );
});

test("what is left out is listed with its reason and the way to build it", () => {
  const documents = [
    exampleDocument("_drafts/idea.md"),
    post("2021-01-01-marked", { isDraft: true }),
    post("2030-01-01-later"),
    post("2021-01-02-hidden", { isPublished: false }),
    exampleDocument("secret.md", { isPublished: false }),
    post("2021-01-03-old"),
    post("2021-01-04-new"),
  ];
  const site = exampleSite(documents, { config: { limitPosts: 1 } });
  assert.deepEqual(names(site.posts), ["2021-01-04-new"]);
  assert.deepEqual(site.pages, []);
  assert.deepEqual(
    site.skipped.map(({ path, reason, explanation }) => [path, reason, explanation]),
    [
      [
        "_drafts/idea.md",
        "draft",
        "is a draft; build with --drafts, or move it to _posts with a date in its name to publish it",
      ],
      [
        "_posts/2021-01-01-marked.md",
        "draft",
        "is a draft; build with --drafts, or take draft: true out of it to publish it",
      ],
      [
        "_posts/2030-01-01-later.md",
        "future",
        "dated 2030-01-01, after now; build with --future or set future: true",
      ],
      [
        "_posts/2021-01-02-hidden.md",
        "unpublished",
        "says published: false; build with --unpublished, or take that line out",
      ],
      ["secret.md", "unpublished", "says published: false; build with --unpublished, or take that line out"],
      [
        "_posts/2021-01-03-old.md",
        "over-limit",
        "beyond the newest 1 post; raise limit_posts, or set it to 0 for all",
      ],
    ],
  );
  const all = exampleSite(documents, { config: { showDrafts: true, future: true, unpublished: true } });
  assert.deepEqual([all.posts.length, all.pages.length, all.skipped], [6, 1, []]);
});

test("a post of this very second is built, one of the next second is not", () => {
  const at = (epochMs: number) => post("2026-06-01-x", { date: { epochMs, offsetMinutes: 0 } });
  const nowMs = Date.UTC(2026, 5, 1, 12);
  assert.equal(exampleSite([at(nowMs + 999)]).posts.length, 1);
  assert.equal(exampleSite([at(nowMs + 1000)]).posts.length, 0);
});

test("templates see documents of a collection without output, which become no page", () => {
  const collections = [
    { label: "quotes", output: false, permalink: null, values: {} },
    { label: "talks", output: true, permalink: null, values: {} },
  ];
  const site = exampleSite(
    [
      exampleDocument("_quotes/one.md"),
      exampleDocument("_talks/b.md", { date: utcDay("2020-01-02") }),
      exampleDocument("_talks/a.md", { date: utcDay("2030-01-01") }),
      exampleDocument("_talks/c.md"),
    ],
    { config: { collections } },
  );
  const paths = (label: string) => site.collections[label]?.map(({ path, outputPath }) => [path, outputPath]);
  assert.deepEqual(paths("quotes"), [["_quotes/one.md", ""]]);
  assert.deepEqual(paths("talks"), [
    ["_talks/b.md", "talks/b.html"],
    ["_talks/a.md", ""],
    ["_talks/c.md", "talks/c.html"],
  ]);
  assert.deepEqual(
    site.skipped.map(({ path, reason }) => [path, reason]),
    [["_talks/a.md", "future"]],
  );
});

test("a collection is sorted by the key and the order that its configuration names", () => {
  const documents = [
    exampleDocument("_steps/a.md", { frontMatter: { step: 10 } }),
    exampleDocument("_steps/b.md"),
    exampleDocument("_steps/c.md", { frontMatter: { step: 9 } }),
    exampleDocument("_steps/d.md"),
  ];
  const order = (values: Record<string, unknown>) =>
    exampleSite(documents, {
      config: { collections: [{ label: "steps", output: true, permalink: null, values }] },
    }).collections.steps?.map(({ slug }) => slug);
  assert.deepEqual(order({}), ["a", "b", "c", "d"]);
  assert.deepEqual(order({ sort_by: "step" }), ["c", "a", "b", "d"]);
  assert.deepEqual(order({ order: ["d.md", "b.md"] }), ["d", "b", "a", "c"]);
});

test("years come newest first, in the site's time", () => {
  const date = { epochMs: Date.UTC(2020, 11, 31, 23, 30), offsetMinutes: 60 };
  const { years } = exampleSite([post("2020-05-01-a"), post("2021-01-01-b", { date })]);
  assert.deepEqual(years, [
    { year: 2021, url: "/2021/", posts: ["_posts/2021-01-01-b.md"] },
    { year: 2020, url: "/2020/", posts: ["_posts/2020-05-01-a.md"] },
  ]);
});

test("related posts share terms, the rarer the closer, the newer first among equals", () => {
  const { posts } = exampleSite([
    post("2021-01-01-me", { categories: ["Python"], tags: ["gc"] }),
    post("2021-01-02-rare", { tags: ["GC"] }),
    post("2021-01-03-common", { categories: ["python"] }),
    post("2021-01-04-newer", { categories: ["Python"] }),
    post("2021-01-05-none", { categories: ["Music"], tags: ["Python"] }),
  ]);
  const me = posts.find(({ path }) => path.endsWith("-me.md"));
  assert.deepEqual(
    me?.related.map((path) => path.slice(18, -3)),
    ["rare", "newer", "common"],
  );
});

test("two sources of one file are an error naming both", () => {
  const report = createReport();
  const taken = { permalink: "/about.html", keyPositions: ["permalink", 2, 12] };
  exampleSite([exampleDocument("about.md"), post("2021-01-01-x", taken)], { report });
  const [diagnostic] = report.list();
  assert.equal(diagnostic?.code, "output-path-taken");
  assert.equal(
    diagnostic?.message,
    '"_posts/2021-01-01-x.md" and "about.md" would both be written to "about.html", and one would be lost',
  );
  assert.deepEqual(diagnostic?.place, { path: "_posts/2021-01-01-x.md", line: 2, column: 12, length: 11 });
  assert.deepEqual(
    diagnostic?.related?.map(({ place }) => place.path),
    ["about.md"],
  );
});

test("a static file and a page clash too, and so do a file and a folder", () => {
  const report = createReport();
  const staticFiles = [exampleFile("about.html"), exampleFile("data")];
  exampleSite([exampleDocument("about.md"), exampleDocument("data/x.md")], {
    report,
    content: { staticFiles },
  });
  assert.deepEqual(
    report.list().map(({ code, place }) => [code, place?.path]),
    [
      ["output-path-taken", "about.md"],
      ["output-path-below-file", "data/x.md"],
    ],
  );
});

test("names that differ only in case are a warning", () => {
  const report = createReport();
  exampleSite([exampleDocument("About.md"), exampleDocument("about.md")], { report });
  assert.deepEqual(
    report.list().map(({ code, severity }) => [code, severity]),
    [["output-path-case", "warning"]],
  );
});

test("ten thousand posts are assembled in time that grows with their number", () => {
  const corpus = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      post(`20${10 + (index % 15)}-01-${10 + (index % 19)}-post-${index}`, {
        categories: [`Category ${index % 7}`],
        tags: [`tag ${index % 400}`, `tag ${(index * 7) % 90}`, "blog"],
      }),
    );
  const measure = (count: number): number => {
    const documents = corpus(count);
    const startedMs = performance.now();
    const { posts } = exampleSite(documents);
    assert.equal(posts.length, count);
    return performance.now() - startedMs;
  };
  measure(500);
  const small = measure(2_000);
  const large = measure(10_000);
  // Five times the posts; comparing all pairs would take 25 times as long.
  assert.ok(large < small * 15 + 200, `${small} ms for 2,000 posts, ${large} ms for 10,000`);
});
