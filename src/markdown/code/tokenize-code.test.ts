import assert from "node:assert/strict";
import { test } from "node:test";
import { createHighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import darkTheme from "shiki/themes/github-dark-default.mjs";
import lightTheme from "shiki/themes/github-light-default.mjs";
import { findTooLong, LONGEST_BLOCK, LONGEST_LINE, tokenizeCode } from "./tokenize-code.js";

const THEMES = { light: "github-light-default", dark: "github-dark-default" };
const shiki = await createHighlighterCore({
  themes: [lightTheme, darkTheme],
  engine: createOnigurumaEngine(import("shiki/wasm")),
});

test("a line that takes its grammar too long stops the block, and the next block is coloured as ever", () => {
  const endless = "[{(".repeat(100);
  assert.equal(tokenizeCode(shiki, `${endless}\nint x;`, "cpp", THEMES, 1), "time");
  const lines = tokenizeCode(shiki, "int x;", "cpp", THEMES);
  assert.ok(lines !== "time");
  assert.deepEqual(
    lines.map((line) => line.map(({ text }) => text).join("")),
    ["int x;"],
  );
  assert.notEqual(lines[0]?.[0]?.light.color, lines[0]?.at(-1)?.light.color);
});

test("the limits are numbers of characters, the same on any machine", () => {
  assert.equal(findTooLong("a".repeat(LONGEST_LINE)), undefined);
  assert.equal(findTooLong(`b\n${"a".repeat(LONGEST_LINE + 1)}`), "line");
  assert.equal(findTooLong("abcd\n".repeat(LONGEST_BLOCK / 5)), undefined);
  assert.equal(findTooLong(`${"abcd\n".repeat(LONGEST_BLOCK / 5)}e`), "block");
});
