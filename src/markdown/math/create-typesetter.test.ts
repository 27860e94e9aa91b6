import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MathConfig } from "../../model/config.js";
import { createTypesetter } from "./create-typesetter.js";
import type { TypesetFormula } from "./typeset-types.js";

const MATH: MathConfig = {
  enabled: true,
  singleBackslash: false,
  macros: { RR: "\\mathbb{R}", norm: ["\\lVert #1 \\rVert", 1] },
  tags: "none",
  packages: [],
  output: "svg",
};

const typesetter = createTypesetter(MATH);
const numbering = createTypesetter({ ...MATH, tags: "ams" });

function typeset(...formulas: readonly string[]): readonly TypesetFormula[] {
  return typesetter.typeset(formulas.map((tex) => ({ tex, isDisplay: false }))).results;
}

function number(...formulas: readonly string[]): readonly TypesetFormula[] {
  return numbering.typeset(formulas.map((tex) => ({ tex, isDisplay: true }))).results;
}

function faultAt(tex: string): string {
  const fault = typeset(tex)[0]?.fault;
  const { start, length } = fault?.span ?? { start: -1, length: 0 };
  return fault === undefined ? "none" : `${start} ${tex.slice(start, start + length)}`;
}

describe("a formula", () => {
  test("is a drawing without glyphs of its own, hidden from screen readers, and MathML once", () => {
    const html = typeset("x^2")[0]?.html ?? "";
    assert.match(
      html,
      /^<mjx-container><svg width="[\d.]+ex" style="vertical-align:[^"]+" viewBox="[^"]+" aria-hidden="true"><use href="#:x"\/><use x="\d+" y="-\d+" href="#\.2'"\/><\/svg><span><math><semantics><msup><mi>x<\/mi><mn>2<\/mn><\/msup><annotation encoding="application\/x-tex">x\^2<\/annotation><\/semantics><\/math><\/span><\/mjx-container>$/,
    );
    assert.doesNotMatch(html, / id=|<style|<path|data-|aria-label/);
  });

  test("is MathML alone where a site asks for it", () => {
    const plain = createTypesetter({ ...MATH, output: "mathml" });
    const [result] = plain.typeset([{ tex: "a<b", isDisplay: true }]).results;
    assert.equal(
      result?.html,
      '<math display="block"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow><annotation encoding="application/x-tex">a&lt;b</annotation></semantics></math>',
    );
  });

  test("is the same in any order, repeated or not", () => {
    const [first, second, third] = typeset("a", "b", "a");
    assert.equal(first?.html, third?.html);
    assert.notEqual(first?.html, second?.html);
    assert.deepEqual(typeset("b", "a"), [second, first]);
  });

  test("is the same from the shared MathJax and from rehype-mathjax's", () => {
    const many = [
      "\\sum_{i=1}^n \\sqrt[3]{x_i}",
      "\\left\\{\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}\\right.",
      "\\ce{2H2 + O2 -> 2H2O} \\text{für } é \\overbrace{a+b}^{n} \\color{red}{x} \\cancel{y}",
      "\\begin{align}a&=b\\tag{1}\\\\c&=d\\end{align}",
    ];
    const shared = typeset(...many);
    const fresh = typeset("\\def\\unused{1}", ...many).slice(1);
    assert.deepEqual(fresh, shared);
    assert.ok(shared.every(({ fault }) => fault === undefined));
  });
});

describe("macros", () => {
  test("of the site are known", () => {
    assert.ok(typeset("\\RR", "\\norm{x}").every(({ fault }) => fault === undefined));
  });

  test("of a text are known in it alone", () => {
    const formula = { tex: "\\mine{x}", isDisplay: false };
    const [own] = typesetter.typeset([formula], { mine: ["\\hat{#1}", 1] }).results;
    assert.equal(own?.fault, undefined);
    assert.equal(faultAt("\\mine{x}"), "0 \\mine");
  });

  test("that a formula defines are known behind it and in no other text", () => {
    for (const define of [
      "\\newcommand{\\mine}{1} \\mine",
      "\\def\\mine{1} \\mine",
      "\\DeclareMathOperator{\\mine}{mine} \\mine",
      "\\let\\mine=\\alpha \\mine",
    ]) {
      assert.ok(
        typeset(define, "\\mine").every(({ fault }) => fault === undefined),
        define,
      );
      assert.equal(faultAt("\\mine"), "0 \\mine");
      assert.match(typeset("\\mine", define)[0]?.fault?.message ?? "", /Undefined/);
    }
    const [, redefined] = typeset("\\def\\pi{3} \\pi", "\\pi");
    const drawing = (one: TypesetFormula | undefined): string =>
      one?.html?.replace(/<annotation.*/, "") ?? "";
    assert.equal(drawing(redefined), drawing(typeset("3")[0]));
    assert.notEqual(drawing(typeset("\\pi")[0]), drawing(typeset("3")[0]));
  });

  test("that never end are a fault, at once", () => {
    const started = performance.now();
    for (const tex of [
      "\\def\\x{\\x\\x}\\x",
      "\\def\\x{\\x}\\x",
      "\\def\\x{\\frac{\\x}{1}}\\x",
      "\\newenvironment{e}{\\begin{e}}{\\end{e}}\\begin{e}\\end{e}",
    ]) {
      assert.match(typeset(tex)[0]?.fault?.message ?? "", /never end|too deeply|recursive/, tex);
    }
    assert.ok(performance.now() - started < 3000);
    assert.equal(typeset("x")[0]?.fault, undefined);
  });

  test("of packages that are off are unknown until a site asks for them", () => {
    const physics = createTypesetter({ ...MATH, packages: ["physics"] });
    assert.equal(faultAt("\\dv{x}"), "0 \\dv");
    assert.equal(physics.typeset([{ tex: "\\dv{x}", isDisplay: false }]).results[0]?.fault, undefined);
    assert.equal(faultAt("\\ce{H2O} \\ket{x} \\cancel{x} \\boldsymbol{x}"), "none");
  });
});

describe("numbers", () => {
  const numbersOf = (results: readonly TypesetFormula[]): unknown =>
    results.map((result) => result.fault ?? result.numbers);

  test("are given to amsmath's environments from 1 in each text", () => {
    const formulas = [
      "\\begin{align}a\\\\b\\notag\\\\c\\end{align}",
      "x",
      "\\begin{equation}y\\end{equation}",
    ];
    assert.deepEqual(numbersOf(number(...formulas)), [["1", "2"], [], ["3"]]);
    assert.deepEqual(numbersOf(number(formulas[2] ?? "")), [["1"]]);
    assert.deepEqual(numbersOf(typeset(...formulas)), [[], [], []]);
    const all = createTypesetter({ ...MATH, tags: "all" });
    assert.deepEqual(numbersOf(all.typeset([{ tex: "x", isDisplay: true }]).results), [["1"]]);
  });

  test("are referred to forward and backward, with links", () => {
    const [forward, , , backward] = number(
      "\\text{see }\\eqref{b}",
      "\\begin{equation}a\\label{a}\\end{equation}",
      "\\begin{equation}b\\label{b}\\end{equation}",
      "\\ref{a}+1",
    );
    assert.match(
      forward?.html ?? "",
      /<a href="#eq-b" tabindex="-1".*<mtext>2<\/mtext>|<mtext>\(2\)<\/mtext>/,
    );
    assert.match(backward?.html ?? "", /<a href="#eq-a" tabindex="-1"/);
    assert.doesNotMatch(`${forward?.html}${backward?.html}`, /\?\?\?/);
  });

  test("are missing where a reference leads nowhere", () => {
    assert.equal(number("\\eqref{a}")[0]?.fault?.label, "a");
    assert.equal(typeset("x\\label{a}", "\\eqref{a}")[1]?.fault?.label, "a");
  });
});

describe("a fault", () => {
  test("says what is near an unknown name", () => {
    assert.equal(typeset("\\alpa + 1")[0]?.fault?.suggestion, "\\alpha");
    assert.equal(typeset("\\begin{alignd}x\\end{alignd}")[0]?.fault?.suggestion, "align");
    assert.match(typeset("\\frac{1}")[0]?.fault?.message ?? "", /Missing argument/);
  });

  test("has its place in the formula", () => {
    const cases: Readonly<Record<string, string>> = {
      "a + \\alpa b": "4 \\alpa",
      "\\sqrt{\\frac{1}{\\alpa}}": "15 \\alpa",
      "\\norm{\\alpa} + x": "6 \\alpa",
      "\\RR + \\alpa": "6 \\alpa",
      "\\alpha + \\alph": "9 \\alph",
      "x + \\frac{1}": "4 \\frac",
      "x + \\frac{1}{2": "12 {",
      "\\sqrt{x": "5 {",
      "{a + {b}": "0 {",
      "a + b}": "5 }",
      "\\frac{1}{2}} + x": "11 }",
      "\\begin{alignd}x\\end{alignd}": "6 {alignd}",
      "a \\begin{matrix} x": "2 \\begin{matrix}",
      "\\begin{matrix}x\\end{pmatrix}": "15 \\end{pmatrix}",
      "x^2^3": "3 ^",
      "x ^ 2 ^ {3 + y}": "6 ^",
      "\\frac{x^2^3}{y^2}": "9 ^",
      "\\int_0_1^2": "6 _",
      "x^2'": "3 '",
      x_1_2: "3 _",
      "\\frac{a_b_c}{2}": "9 _",
      "\\left( x": "0 \\left",
      "\\frac{\\left( x}{2}": "6 \\left",
      "x \\right)": "2 \\right",
      "a & b": "2 &",
      "\\frac{a & b}{c}": "8 &",
      "x \\left x": "2 \\left",
      "\\text{a $x}": "8 $",
    };
    const found = Object.fromEntries(Object.keys(cases).map((tex) => [tex, faultAt(tex)]));
    assert.deepEqual(found, cases);
  });
});
