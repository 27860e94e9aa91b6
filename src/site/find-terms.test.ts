import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import { exampleDocument } from "../testing/example-site.js";
import { findTerms } from "./find-terms.js";
import { termSlug } from "./term-slug.js";

/** One post a name, the first the oldest. */
function terms(names: readonly string[], lang = "en") {
  const report = createReport();
  const posts = names.map((name, index) =>
    exampleDocument(`_posts/2021-01-${10 + index}-x.md`, {
      tags: [name],
      keyPositions: ["tags", 2, 7],
    }),
  );
  return { terms: findTerms("tag", posts.toReversed(), lang, report), diagnostics: report.list() };
}

test("slugs keep letters of every script and tell C, C++ and C# apart", () => {
  const slugs = [
    "Classic Hollywood",
    "C",
    "C++",
    "C#",
    "C++17",
    "C#7",
    "a+b",
    "日本語",
    "Éducation",
    "!!!",
    "🐍",
    "F#-minor",
    "#hash",
  ];
  assert.deepEqual(slugs.map(termSlug), [
    "classic-hollywood",
    "c",
    "c-plus-plus",
    "c-sharp",
    "c-plus-plus-17",
    "c-sharp-7",
    "a-b",
    "日本語",
    "éducation",
    "u21-u21-u21",
    "u1f40d",
    "f-sharp-minor",
    "hash",
  ]);
});

test("spellings that differ in case or spaces are one term, called as its oldest post calls it", () => {
  const { terms: found, diagnostics } = terms(["Machine Learning", "machine  learning", "Machine Learning"]);
  assert.deepEqual(found, [
    {
      name: "Machine Learning",
      slug: "machine-learning",
      url: "/tag/machine-learning/",
      posts: ["_posts/2021-01-12-x.md", "_posts/2021-01-11-x.md", "_posts/2021-01-10-x.md"],
    },
  ]);
  assert.deepEqual(
    diagnostics.map(({ code, severity, place }) => [code, severity, place?.line]),
    [["term-spelling", "note", 2]],
  );
});

test("two names with one slug keep a page each, the older the plain slug", () => {
  const { terms: found, diagnostics } = terms(["a b", "a-b", "a.b"]);
  assert.deepEqual(found.map(({ name, slug }) => [name, slug]).sort(), [
    ["a b", "a-b"],
    ["a-b", "a-b-2"],
    ["a.b", "a-b-3"],
  ]);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["term-slug-shared", "term-slug-shared"],
  );
});

test("a post that names a term twice counts once", () => {
  const report = createReport();
  const twice = exampleDocument("_posts/2021-01-01-x.md", { categories: ["A", "a"] });
  assert.deepEqual(findTerms("category", [twice], "en", report)[0]?.posts, [twice.path]);
});

test("terms are sorted by the rules of the site's language", () => {
  const order = (lang: string) => terms(["z", "ä", "b", "A"], lang).terms.map(({ name }) => name);
  assert.deepEqual(order("de"), ["A", "ä", "b", "z"]);
  assert.deepEqual(order("sv"), ["A", "b", "z", "ä"]);
  assert.deepEqual(order("not a language"), order("en"));
});

test("addresses of terms are percent-encoded", () => {
  assert.equal(terms(["日本"]).terms[0]?.url, "/tag/%E6%97%A5%E6%9C%AC/");
});
