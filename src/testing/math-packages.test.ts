/** The names that `_config.yml` may hold and those that MathJax is given are listed in two folders that never meet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MATH_PACKAGES } from "../config/math-types.js";
import { PACKAGE_NAMES } from "../markdown/math/mathjax-packages.js";

test("configuration and typesetter know the same TeX packages", () => {
  assert.deepEqual([...MATH_PACKAGES].sort(), [...PACKAGE_NAMES].sort());
});
