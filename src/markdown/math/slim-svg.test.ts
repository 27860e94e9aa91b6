import assert from "node:assert/strict";
import { test } from "node:test";
import type { MathConfig } from "../../model/config.js";
import { createTypesetter } from "./create-typesetter.js";

const MATH: MathConfig = {
  ...{ enabled: true, singleBackslash: false, macros: {}, tags: "none", packages: [], output: "svg" },
};
const typesetter = createTypesetter(MATH);

/** What the `svg` of a formula holds. */
function draw(tex: string): string {
  const [result] = typesetter.typeset([{ tex, isDisplay: false }]).results;
  return /^<mjx-container[^>]*><svg[^>]*>(.*)<\/svg><span>/s.exec(result?.html ?? "")?.[1] ?? "";
}

test("groups that only move or shrink what they hold are dissolved", () => {
  assert.doesNotMatch(draw("x_{i+1}^{2^n} + \\frac{a}{\\sqrt{b}}"), /<g|transform/);
  assert.match(
    draw("x^{y^z}"),
    /<use href="#:x"\/><use x="\d+" y="-\d+" href="#:y'"\/><use x="\d+" y="-\d+" href="#:z''"\/>/,
  );
});

test("a size of its own keeps its group, and so do colours and links", () => {
  assert.match(draw("\\Large x"), /^<g transform="scale\(1\.44\)"><use href="#:x"\/><\/g>$/);
  assert.match(draw("\\color{red}{x^2}"), /^<g fill="red" stroke="red"><use href="#:x"\/>.*<\/g>$/);
  assert.match(
    draw("\\href{https://a.b}{x}"),
    /^<a href="https:\/\/a\.b" tabindex="-1">.*<use href="#:x"\/><\/a>$/,
  );
});

test("lines and parts that stretch are drawn the way they are seen", () => {
  const table = draw("\\left(\\begin{array}{c|c}a&b\\\\\\hline c&d\\\\e&f\\\\g&h\\end{array}\\right)");
  assert.match(table, /<line x1="\d+" y1="\d+" x2="\d+" y2="-\d+" stroke-width="70" fill="none"\/>/);
  assert.match(
    table,
    /<svg width="875" height="\d+" y="-\d+" viewBox="0 -\d+ 875 \d+"><use transform="scale\(1,[\d.]+\)" href="#S4\./,
  );
});

test("letters that MathJax's font lacks are text, the right way up", () => {
  assert.match(
    draw("\\text{漢}"),
    /^<g transform="scale\(1,-1\)"><text [^>]*transform="scale\(1,-1\)">漢<\/text><\/g>$/,
  );
});

test("a drawing takes its height from its width, and one as wide as the text says its own", () => {
  const rootOf = (tex: string): string =>
    /<svg[^>]*>/.exec(typesetter.typeset([{ tex, isDisplay: true }]).results[0]?.html ?? "")?.[0] ?? "";
  assert.match(
    rootOf("x"),
    /^<svg width="[\d.]+ex" style="[^"]+" viewBox="0 -\d+ \d+ [\d.]+" aria-hidden="true">$/,
  );
  assert.match(
    rootOf("x \\tag{1}"),
    /^<svg width="100%" height="[\d.]+ex" style="[^"]+" aria-hidden="true">$/,
  );
});
