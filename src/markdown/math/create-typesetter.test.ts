import assert from "node:assert/strict";
import { test } from "node:test";
import { createTypesetter } from "./create-typesetter.js";

const typesetter = createTypesetter({
  enabled: true,
  singleBackslash: false,
  macros: { RR: "\\mathbb{R}", norm: ["\\lVert #1 \\rVert", 1] },
});

function typeset(...formulas: readonly string[]): ReturnType<typeof typesetter.typeset> {
  return typesetter.typeset(formulas.map((tex) => ({ tex, isDisplay: false })));
}

test("a formula becomes an SVG without ids and styles of its own", () => {
  const [result] = typeset("x^2");
  assert.match(result?.html ?? "", /^<mjx-container[^>]*><svg .*<path .*<\/svg><\/mjx-container>$/);
  assert.doesNotMatch(result?.html ?? "", / id=|<style/);
});

test("results come in the order of the formulas, repeated or not", () => {
  const [first, second, third] = typeset("a", "b", "a");
  assert.equal(first?.html, third?.html);
  assert.notEqual(first?.html, second?.html);
});

test("macros of the site are known", () => {
  assert.deepEqual(
    typeset("\\RR", "\\norm{x}").map(({ fault }) => fault),
    [undefined, undefined],
  );
});

test("a fault says what is unknown and what is near it", () => {
  assert.deepEqual(typeset("\\alpa + 1")[0]?.fault, {
    message: "Undefined control sequence \\alpa",
    offender: "\\alpa",
    suggestion: "\\alpha",
  });
  assert.equal(typeset("\\begin{alignd}x\\end{alignd}")[0]?.fault?.offender, "{alignd}");
  assert.match(typeset("\\frac{1}")[0]?.fault?.message ?? "", /Missing argument/);
});

test("a macro defined in one document is known later in it and in no other", () => {
  const define = "\\newcommand{\\mine}{1} \\mine";
  assert.deepEqual(
    typeset(define, "\\mine").map(({ fault }) => fault),
    [undefined, undefined],
  );
  assert.equal(typeset("\\mine")[0]?.fault?.offender, "\\mine");
  assert.deepEqual(typeset("\\def\\pi{3} \\pi", "\\pi")[1]?.html, typeset("3")[0]?.html);
  assert.notEqual(typeset("\\pi")[0]?.html, typeset("3")[0]?.html);
});

test("the style sheet is MathJax's", () => {
  assert.match(typesetter.styleSheet, /mjx-container\[jax="SVG"\]/);
});
