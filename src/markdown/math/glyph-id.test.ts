import assert from "node:assert/strict";
import { test } from "node:test";
import { glyphIdOf, readGlyphId, sizeMarkOf } from "./glyph-id.js";

test("an id says which glyph it is, in as few characters as it can", () => {
  assert.deepEqual(
    ["I-1D44E", "I-1D434", "N-32", "N-28", "I-1D6FC", "SSBI-41", "S1-28", "N-3C", "N-2211", "I-210E"].map(
      (name) => glyphIdOf(`#MJX-TEX-${name}`),
    ),
    [":a", ":A", ".2", ".(", ":l8", "SSBI.A", "S1.(", ".1o", ".6q9", "I.6j2"],
  );
});

test("no two glyphs have one id, and each id is read as the glyph that it was made from", () => {
  const variants = ["N", "B", "I", "BI", "S1", "LO", "SS", "DS", "V"];
  const points = [
    ...Array.from({ length: 0x300 }, (_, index) => index + 1),
    ...Array.from({ length: 0x400 }, (_, index) => 0x1d400 + index),
    ...[0x2032, 0x210e, 0x2211, 0xe154],
  ];
  const seen = new Map<string, string>();
  for (const variant of variants)
    for (const point of points) {
      const id = glyphIdOf(`#MJX-TEX-${variant}-${point.toString(16).toUpperCase()}`);
      assert.equal(seen.get(id), undefined, id);
      seen.set(id, `${variant} ${point}`);
      assert.deepEqual(readGlyphId(id), { id, base: id, glyph: { variant, point }, scale: 1 });
      assert.match(id, /^[^\s"'<>&%#`\\]+$/);
    }
});

test("the mark behind an id says how large the glyph is", () => {
  const thousandths = [1000, 707, 499.8, 500, 1200, 600];
  assert.deepEqual(
    thousandths.map((size) => sizeMarkOf(size / 1000)),
    ["", "'", "''", "''", undefined, undefined],
  );
  assert.deepEqual(readGlyphId(":x'"), {
    ...{ id: ":x'", base: ":x", glyph: { variant: "I", point: 0x1d465 }, scale: 707 / 1000 },
  });
});

test("an id of the author's is none of a glyph", () => {
  for (const id of ["intro", "eq-a", "sec.1-2", "fn:1:2", "x:y z", "a.", "'"])
    assert.equal(readGlyphId(id), undefined, id);
});
