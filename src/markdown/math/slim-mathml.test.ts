import assert from "node:assert/strict";
import { test } from "node:test";
import { slimMathml } from "./slim-mathml.js";

test("a row that holds one thing is that thing", () => {
  assert.equal(
    slimMathml("<mrow><mrow><msup><mi>x</mi><mrow><mn>2</mn></mrow></msup></mrow></mrow>", true),
    "<msup><mi>x</mi><mn>2</mn></msup>",
  );
  assert.equal(slimMathml("<mrow><mi>x</mi><mo>+</mo></mrow>", true), "<mrow><mi>x</mi><mo>+</mo></mrow>");
});

test("a row that holds nothing stays, as what it stands in counts its parts", () => {
  assert.equal(
    slimMathml("<msub><mrow></mrow><mn>2</mn></msub>", true),
    "<msub><mrow></mrow><mn>2</mn></msub>",
  );
});

test("MathML that is drawn keeps its look, MathML that is read its meaning", () => {
  const written =
    '<mstyle displaystyle="false" scriptlevel="0"><mfrac linethickness="0"><mi mathvariant="normal">n</mi><mo stretchy="false">(</mo></mfrac></mstyle><mspace width="2em"></mspace>';
  assert.equal(
    slimMathml(written, true),
    '<mstyle displaystyle="false" scriptlevel="0"><mfrac linethickness="0"><mi mathvariant="normal">n</mi><mo stretchy="false">(</mo></mfrac></mstyle><mspace width="2em"/>',
  );
  assert.equal(
    slimMathml(written, false),
    '<mfrac linethickness="0"><mi mathvariant="normal">n</mi><mo>(</mo></mfrac><mspace width="2em"/>',
  );
});

test("text and signs stay byte for byte", () => {
  const written = '<mtext>a &lt; b&#xA0;"c" </mtext><mo data="x/y">/</mo>';
  assert.equal(slimMathml(written, false), written);
});
