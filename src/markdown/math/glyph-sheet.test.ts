import assert from "node:assert/strict";
import { test } from "node:test";
import { insertAll } from "../../util/insert-all.js";
import { createGlyphSheets } from "./glyph-sheet.js";
import { shortenPath } from "./shorten-path.js";

const collectGlyphs = createGlyphSheets();
const addGlyphSheet = (page: string): string => insertAll(page, collectGlyphs(page));

test("a page gets the glyphs that it uses, once, sorted, at the start of its body", () => {
  const page =
    '<!doctype html><head></head><body class="a"><svg><use x="1" href="#.2"/><use href="#:a"/><use href="#.2"/></svg></body>';
  const html = addGlyphSheet(page);
  assert.match(
    html,
    /<body class="a"><svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs><path id="\.2" d="M[^"]+"\/><path id=":a" d="M[^"]+"\/><\/defs><\/svg><svg><use/,
  );
  assert.equal(insertAll(page, createGlyphSheets()(page)), html);
});

test("a smaller glyph refers to the glyph, which is there once", () => {
  const sheetOf = (body: string): string =>
    (/<defs>(.*)<\/defs>/.exec(addGlyphSheet(`<body>${body}</body>`))?.[1] ?? "").replace(/ d="[^"]*"/g, "");
  assert.equal(
    sheetOf('<use href="#.2\'"/>'),
    '<path id=".2"/><use id=".2\'" href="#.2" transform="scale(.707)"/>',
  );
  assert.equal(
    sheetOf('<use href="#.2"/><use href="#.2\'\'"/>'),
    '<path id=".2"/><use id=".2\'\'" href="#.2" transform="scale(.5)"/>',
  );
});

test("a page without formulas stays as it is, and so does one that only writes about them", () => {
  for (const page of ["<body><p>a</p></body>", '<pre>&lt;use href="#.2"/></pre>', '<use href="#own.sign"/>'])
    assert.equal(addGlyphSheet(page), page);
});

test("a page without a body has its glyphs behind the head, or first", () => {
  assert.match(addGlyphSheet('<head></head><p><use href="#.2"/>'), /^<head><\/head><svg class="math-glyphs"/);
  assert.match(
    addGlyphSheet('<!doctype html><p><use href="#.2"/>'),
    /^<!doctype html><svg class="math-glyphs"/,
  );
});

test("a path is turned over and says the same points in fewer characters", () => {
  assert.equal(
    shortenPath("M500 500Q510 505 520 500T540 500Q540 480 500 500Z"),
    "M500-500q10-5 20 0t20 0q0 20-40 0Z",
  );
  assert.equal(shortenPath("M1 2Q3 4 5 6Z"), "M1-2Q3-4 5-6Z");
  assert.equal(shortenPath("M1 1A1 1 0 0 0 5 5"), undefined);
});

test("an outline begins where a straight line leads to, which its end draws", () => {
  // A square, from whichever corner.
  assert.equal(shortenPath("M0 0H9V9H0V0Z"), "M9-9H0V0H9Z");
  assert.equal(shortenPath("M0 0L9 0L9 9L0 9Z"), "M9-9H0V0H9Z");
  assert.equal(shortenPath("M500 500Z M700 700L701 699Z"), "M500-500ZM700-700l1 1Z");
  // A smooth curve goes on from the one before it.
  assert.equal(shortenPath("M0 0Q9 0 9 5L5 5T0 0Z"), "M0 0Q9 0 9-5H5T0 0Z");
});
