import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createDelimitersPage } from "./create-delimiters-page.js";

test("docs/math-delimiters.md is what the parsers make of each form", () => {
  const page = readFileSync(new URL("../../docs/math-delimiters.md", import.meta.url), "utf8");
  assert.equal(page, createDelimitersPage(), "run: npm run docs");
});
