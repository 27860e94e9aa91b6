/** The configuration checks permalinks and the site fills them; neither may know a name that the other does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as checked from "../config/permalink-types.js";
import { PERMALINK_STYLES } from "../site/expand-permalink.js";
import { placeholderTable } from "../site/placeholder-values.js";
import { exampleDocument } from "./example-site.js";

test("a style that the configuration accepts is the template that the site fills", () => {
  assert.deepEqual(checked.PERMALINK_STYLES, PERMALINK_STYLES);
});

test("a placeholder that the configuration accepts is one that the site fills, and the other way round", () => {
  const { names } = placeholderTable(exampleDocument("_posts/2021-03-04-a.md"), ".html");
  assert.deepEqual(Object.keys(checked.PLACEHOLDERS).sort(), [...names].sort());
});
