import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createRandom } from "../testing/create-random.js";
import { exampleConfig } from "../testing/example-site.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";
import { renderPlainTitle } from "./render-plain-title.js";

const { math, code } = exampleConfig();
const markdown = { smartPunctuation: true, isForKramdown: true };
const renderers = await Promise.all([
  createMarkdownRenderer({ math, code }),
  createMarkdownRenderer({ math: { ...math, singleBackslash: true }, code, markdown }),
]);

const PARTS = [
  ...[
    "a",
    "B",
    "word",
    "Größe",
    "e\u0301",
    "中文",
    "𝔸",
    "ß",
    "١",
    "x1",
    "3",
    "2024",
    "10",
    "www",
    "http",
    "h",
    "w",
  ],
  ...[
    " ",
    " ",
    " ",
    "  ",
    "\u00a0",
    "\n",
    "\t",
    ".",
    ". ",
    "..",
    "...",
    "-",
    " - ",
    "--",
    ":",
    ": ",
    "://",
    "/",
  ],
  ...[
    ",",
    ", ",
    ";",
    "?",
    "!",
    "%",
    "(",
    ")",
    "#",
    "+",
    "=",
    "_",
    "*",
    "'",
    '"',
    "&",
    "@",
    "<",
    ">",
    "[",
    "]",
  ],
  ...["$", "\\", "{", "}", "|", "~", "`", "^", "1. ", "1) ", "- ", ": ", "(c)", "\u2028", "\u200b"],
];

describe("a plain title", () => {
  test("is what the parser makes of it", () => {
    const random = createRandom(3);
    let plain = 0;
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(random() * 7);
      const title = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)]).join("");
      const found = renderPlainTitle(title);
      if (found === undefined) continue;
      plain++;
      for (const renderer of renderers) {
        // A sign that means nothing alone, and that sends the whole through the parser.
        const { html, text, formulas } = renderer.renderInline(`${title.trim()} *`);
        const expected = { html: html.slice(0, -2), text: text.slice(0, -2), formulas };
        assert.deepEqual(found, expected, JSON.stringify(title));
      }
    }
    assert.ok(plain > 1000, `${plain}`);
  });

  test("is what most titles are", () => {
    for (const title of [
      "Hello, World",
      "C: a history (part 2)",
      "What is 50 % of 3.5?",
      "A-level maths",
      "Über uns",
    ])
      assert.notEqual(renderPlainTitle(title), undefined, title);
  });

  test("has no sign that means something", () => {
    for (const title of [
      "a  b",
      "a...b",
      "a--b",
      "a 'b'",
      "www.a.b",
      "http://a.b",
      "a@b.co",
      "a_b",
      "$x$",
      "A & B",
    ])
      assert.equal(renderPlainTitle(title), undefined, title);
  });
});
