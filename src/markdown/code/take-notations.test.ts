import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { takeNotations } from "./take-notations.js";

describe("a notation at the end of a line", () => {
  test("goes with its comment in the comments of any language", () => {
    const comments = [
      ...["// @", "# @", "-- @", "; @", ";; @", "% @", "! @", "' @", "<!-- @ -->", "/* @ */", "{/* @ */}"],
      ...["(* @ *)", "{- @ -}", "{# @ #}", "{{!-- @ --}}", "//@"],
    ];
    for (const comment of comments) {
      const { code, marks } = takeNotations(`x = 1 ${comment.replace("@", "[!code ++]")}\ny`);
      assert.equal(code, "x = 1\ny", comment);
      assert.deepEqual(marks, { ins: [1] }, comment);
    }
  });

  test("leaves what else the comment says", () => {
    assert.equal(takeNotations("a // see below [!code --]").code, "a // see below");
    assert.equal(takeNotations("a // [!code --] see below").code, "a // see below");
    assert.equal(takeNotations("a /* see [!code --] */").code, "a /* see */");
  });

  test("may stand with others", () => {
    assert.deepEqual(takeNotations("a // [!code ++] [!code focus]").marks, { ins: [1], focused: [1] });
  });

  test("keeps the indentation, and the line's own text byte for byte", () => {
    assert.equal(takeNotations("\tif (a) {  // [!code hl]\n\t}  ").code, "\tif (a) {\n\t}  ");
  });
});

describe("a notation alone on its line", () => {
  test("goes with the line and counts from the next", () => {
    const { code, marks } = takeNotations("a\n  // [!code highlight:2]\nb\nc\nd");
    assert.equal(code, "a\nb\nc\nd");
    assert.deepEqual(marks, { marked: [2, 3] });
  });

  test("reaches no further than the code", () => {
    assert.deepEqual(takeNotations("// [!code error:999999]\na\nb").marks, { error: [1, 2] });
    assert.deepEqual(takeNotations("a\n// [!code error]").marks, {});
  });
});

test("a word is marked in the lines that follow, or in as many as are asked for", () => {
  assert.deepEqual(takeNotations("// [!code word:x]\na\nb").words, [{ text: "x", from: 1, to: 2 }]);
  assert.deepEqual(takeNotations("a // [!code word:x\\:y:1]\nb").words, [{ text: "x:y", from: 1, to: 1 }]);
});

test("each kind of mark has its name, in any case", () => {
  const { marks } = takeNotations(
    ["++", "--", "Highlight", "hl", "focus", "error", "warning", "info"]
      .map((name) => `x // [!code ${name}]`)
      .join("\n"),
  );
  assert.deepEqual(marks, { ins: [1], del: [2], marked: [3, 4, 8], focused: [5], error: [6], warning: [7] });
});

test("in a string it is none", () => {
  for (const line of [
    'print("# [!code ++]")',
    'x = " # [!code ++]"',
    "x = '[!code ++]'",
    "[!code ++]",
    "a [!code ++]",
  ])
    assert.equal(takeNotations(line).code, line);
  assert.equal(takeNotations('x = "[!code ++]" // [!code --]').code, 'x = "[!code ++]"');
});

test("one that is to be shown is written with a backslash", () => {
  const { code, marks } = takeNotations("a // [\\!code ++]");
  assert.equal(code, "a // [!code ++]");
  assert.deepEqual(marks, {});
});

test("one of an unknown name is told", () => {
  assert.deepEqual(takeNotations("a // [!code hilight:2]").unknown, [
    { notation: "[!code hilight:2]", name: "hilight" },
  ]);
});

test("a line as long as a book takes no time", () => {
  const line = `// ${"[!code ".repeat(50_000)}`;
  assert.equal(takeNotations(line).code, line);
});
