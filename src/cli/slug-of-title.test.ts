import assert from "node:assert/strict";
import { test } from "node:test";
import { createPostText } from "./create-post-text.js";
import { slugOfTitle } from "./slug-of-title.js";

test("a title becomes a name that can be read and typed", () => {
  const slugs = {
    "On the sum of two squares": "on-the-sum-of-two-squares",
    "C++ and C#: a comparison": "cpp-and-c-sharp-a-comparison",
    "Why \\(L^2\\) is nicer than $L^1$": "why-l2-is-nicer-than-l1",
    "$\\mathbb{R}$-valued functions": "r-valued-functions",
    "\\(\\alpha\\)-stable laws": "alpha-stable-laws",
    "Über Größen": "uber-grossen",
    "Łódź’s Erdős": "lodzs-erdos",
    数学的归纳法: "数学的归纳法",
    "Числа Фибоначчи": "числа-фибоначчи",
    "a/b\\..\\c": "a-b-c",
    "../../etc": "etc",
    "!!!": "post",
  };
  for (const [title, slug] of Object.entries(slugs)) assert.equal(slugOfTitle(title), slug, title);
});

test("a name is never longer than a file system takes", () => {
  for (const title of ["word ".repeat(100), "数".repeat(300)]) {
    const slug = slugOfTitle(title);
    assert.ok(Buffer.byteLength(slug) <= 200 && !slug.endsWith("-"), slug);
  }
});

test("front matter is quoted where YAML needs it, and TeX stays as it is", () => {
  const titleLine = (title: string): string | undefined =>
    createPostText({ title, date: null, categories: [], tags: [] }).split("\n")[1];
  assert.equal(titleLine("A plain title (part 2)"), "title: A plain title (part 2)");
  assert.equal(titleLine("What's new: a list"), "title: 'What''s new: a list'");
  assert.equal(titleLine('The "best" \\(f\\)'), "title: 'The \"best\" \\(f\\)'");
  for (const title of ["true", "No", "null", "2026", "- a", "# x", "[a]", "a #b", "x: y", "* a", "1.5"]) {
    assert.equal(titleLine(title), `title: '${title}'`);
  }
  assert.equal(
    createPostText({
      title: "T",
      date: "2026-03-04 05:06:07 +0100",
      categories: ["real analysis", "c++, c#"],
      tags: ["x"],
    }),
    "---\ntitle: T\ndate: 2026-03-04 05:06:07 +0100\ncategories: [real analysis, 'c++, c#']\ntags: [x]\n---\n\n",
  );
});
