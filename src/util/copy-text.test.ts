import assert from "node:assert/strict";
import { test } from "node:test";
import { copyText } from "./copy-text.js";

test("a copy is the same text, whatever is in it", () => {
  for (const text of ["", "a\0b\n", "é ÿ", "Ā €", "😀", "\ud800x\udc00", "\ufeffx"])
    assert.equal(copyText(text), text);
});
