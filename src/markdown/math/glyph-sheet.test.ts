import assert from "node:assert/strict";
import { test } from "node:test";
import { createGlyphSheets, glyphIdOf } from "./glyph-sheet.js";
import { shortenPath } from "./shorten-path.js";

const addGlyphSheet = createGlyphSheets();

test("an id says which glyph it is", () => {
  assert.equal(glyphIdOf("#MJX-TEX-I-1D44E"), "I:26");
  assert.equal(glyphIdOf("#MJX-TEX-SSBI-41"), "SSBI.1t");
});

test("a page gets the glyphs that it uses, once, sorted, at the start of its body", () => {
  const page =
    '<!doctype html><head></head><body class="a"><svg><use x="1" href="#N.1e"/><use href="#I:26"/><use href="#N.1e"/></svg></body>';
  const html = addGlyphSheet(page);
  assert.match(
    html,
    /<body class="a"><svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs><path id="I:26" d="M[^"]+"\/><path id="N\.1e" d="M[^"]+"\/><\/defs><\/svg><svg><use/,
  );
  assert.equal(createGlyphSheets()(page), html);
});

test("a page without formulas stays as it is, and so does one that only writes about them", () => {
  for (const page of [
    "<body><p>a</p></body>",
    '<pre>&lt;use href="#N.1e"/></pre>',
    '<use href="#own.sign"/>',
  ])
    assert.equal(addGlyphSheet(page), page);
});

test("a page without a body has its glyphs behind the head, or first", () => {
  assert.match(
    addGlyphSheet('<head></head><p><use href="#N.1e"/>'),
    /^<head><\/head><svg class="math-glyphs"/,
  );
  assert.match(
    addGlyphSheet('<!doctype html><p><use href="#N.1e"/>'),
    /^<!doctype html><svg class="math-glyphs"/,
  );
});

test("a path says the same points in fewer characters", () => {
  assert.equal(
    shortenPath("M500 500Q510 505 520 500T540 500H600V450L100 90Z"),
    "M500 500q10 5 20 0t20 0h60V450L100 90Z",
  );
  assert.equal(shortenPath("M1 2L3 4L5 6Z"), "M1 2L3 4 5 6Z");
  assert.equal(shortenPath("M500 500Z M700 700L701 699Z"), "M500 500ZM700 700l1-1Z");
  assert.equal(shortenPath("M1 1A1 1 0 0 0 5 5"), "M1 1A1 1 0 0 0 5 5");
});
