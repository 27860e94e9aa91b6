import assert from "node:assert/strict";
import { test } from "node:test";
import { texToText } from "./tex-to-text.js";

const CASES: Readonly<Record<string, string>> = {
  "a = x^2 + y^2": "a = x² + y²",
  "x^2+y^2": "x² + y²",
  "\\frac{1}{n^2}": "1/n²",
  "\\frac{x_i}{y+1}": "xᵢ/(y + 1)",
  "\\dfrac12": "1/2",
  "\\sum_{i=1}^n x_i": "∑ᵢ₌₁ⁿ xᵢ",
  "\\mathbb{R}^n": "ℝⁿ",
  "\\mathcal{O}(n \\log n)": "𝒪(n log n)",
  "\\sqrt{x}": "√x",
  "\\sqrt[3]{a+b}": "∛(a + b)",
  "\\alpha\\beta\\Gamma": "αβΓ",
  "\\hat{x} + \\bar y": "x̂ + ȳ",
  "x^{y/2} a_{\\text{max}}": "x^(y/2)aₘₐₓ",
  x_Q: "x_Q",
  "\\text{if } x > 0": "if x > 0",
  "\\left( \\frac{a}{b} \\right)": "(a/b)",
  "f'(x)": "f′(x)",
  "-1 - x": "−1 − x",
  "90^\\circ": "90°",
  "\\operatorname{softmax}(x)": "softmax(x)",
  "\\lim_{x \\to 0} \\sin x": "lim_(x→0) sin x",
  "x \\in A \\cup B": "x ∈ A ∪ B",
  "\\{1,2\\}": "{1, 2}",
  "\\unknown{x} % comment": "unknown x",
  "\\binom{n}{k}": "(n choose k)",
  "": "",
};

test("TeX reads as Unicode", () => {
  for (const [tex, text] of Object.entries(CASES)) assert.equal(texToText(tex), text.normalize("NFC"), tex);
});

test("broken TeX gives text all the same, without backslashes", () => {
  for (const tex of [
    "\\",
    "{",
    "}",
    "^",
    "_",
    "\\frac",
    "\\frac{",
    "\\sqrt[",
    "x^",
    "\\begin{",
    "\\text{",
    "\\constructor",
    "a\\\\b",
  ]) {
    assert.doesNotMatch(texToText(tex), /[\\{}]/, tex);
  }
});
