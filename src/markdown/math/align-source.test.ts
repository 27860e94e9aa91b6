import assert from "node:assert/strict";
import { test } from "node:test";
import { alignSource } from "./align-source.js";

/** What stands in the source where `word` stands in the TeX. */
function find(source: string, tex: string, word: string): string {
  return source.slice(alignSource(source, tex)(tex.indexOf(word)));
}

test("places in the TeX are found in the source", () => {
  assert.equal(find("$a + \\b$", "a + \\b", "\\b"), "\\b$");
  assert.equal(find("$$\n> a\n> \\b\n> $$", "a\n\\b", "\\b"), "\\b\n> $$");
  assert.equal(find("\\\\( a\\_b \\\\\\\\ \\c \\\\)", "a_b \\\\ \\c", "\\c"), "\\c \\\\)");
  assert.equal(find("```math\nmath\n\\b\n```", "math\n\\b", "\\b"), "\\b\n```");
  assert.equal(find("\\begin{a}x\\end{a}", "\\begin{a}x\\end{a}", "x"), "x\\end{a}");
  assert.equal(alignSource("$a$", "a")(5), 2);
});
