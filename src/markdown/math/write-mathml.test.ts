import assert from "node:assert/strict";
import { test } from "node:test";
import { MmlFactory } from "mathjax-full/js/core/MmlTree/MmlFactory.js";
import type { MmlNode, TextNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";
import { writeMathml } from "./write-mathml.js";

const factory = new MmlFactory();

/** `["mi", { mathvariant: "normal" }, "x"]`. */
type Described = readonly [kind: string, attributes: Readonly<Record<string, string>>, ...Child[]];
type Child = Described | string;

function createNode([kind, attributes, ...children]: Described): MmlNode {
  const nodes = children.map((child) =>
    typeof child === "string"
      ? (factory.create("text") as unknown as TextNode).setText(child)
      : createNode(child),
  );
  return factory.create(kind, { ...attributes }, nodes as MmlNode[]) as MmlNode;
}

function write(isSeen: boolean, ...children: readonly Described[]): string {
  return writeMathml(createNode(["math", {}, ...children]), isSeen);
}

const X: Described = ["mi", {}, "x"];
const TWO: Described = ["mn", {}, "2"];

test("a row that holds one thing is that thing", () => {
  const braces: Described = ["TeXAtom", {}, ["mrow", {}, ["msup", {}, X, ["mrow", {}, TWO]]]];
  assert.equal(write(true, braces), "<msup><mi>x</mi><mn>2</mn></msup>");
  assert.equal(write(true, X, ["mo", {}, "+"]), "<mrow><mi>x</mi><mo>+</mo></mrow>");
  assert.equal(
    write(true, ["mstyle", {}, X, TWO], X),
    "<mrow><mrow><mi>x</mi><mn>2</mn></mrow><mi>x</mi></mrow>",
  );
});

test("a row that holds nothing stays, as what it stands in counts its parts", () => {
  assert.equal(write(true, ["msub", {}, ["TeXAtom", {}], TWO]), "<msub><mrow></mrow><mn>2</mn></msub>");
  assert.equal(write(true), "<mrow></mrow>");
});

test("MathML that is drawn keeps its look, MathML that is read its meaning", () => {
  const small = { displaystyle: "false", scriptlevel: "0" };
  const n: Described = ["mi", { mathvariant: "normal" }, "n"];
  const binomial: Described = ["mfrac", { linethickness: "0" }, n, ["mo", { stretchy: "false" }, "("]];
  const tree: readonly Described[] = [
    ["mstyle", small, binomial],
    ["mspace", { width: "2em" }],
  ];
  const look = '<mstyle displaystyle="false" scriptlevel="0">';
  const bare = '<mfrac linethickness="0"><mi mathvariant="normal">n</mi>';
  assert.equal(
    write(true, ...tree),
    `<mrow>${look}${bare}<mo stretchy="false">(</mo></mfrac></mstyle><mspace width="2em"/></mrow>`,
  );
  assert.equal(write(false, ...tree), `<mrow>${bare}<mo>(</mo></mfrac><mspace width="2em"/></mrow>`);
});

test("text and signs are as they were written, but what HTML or no editor would show is escaped", () => {
  const text: Described = ["mtext", {}, 'a < b & "é" 𝔸\u00a0\u2061\u200b'];
  assert.equal(write(false, text), "<mtext>a &lt; b &amp; &quot;é&quot; 𝔸&#xA0;&#x2061;&#x200B;</mtext>");
  assert.equal(write(false, ["mtext", {}, " "], X), "<mrow><mtext></mtext><mi>x</mi></mrow>");
});

test("MathJax's notes to itself, ids and links are left out, and TeX's variants have MathML's names", () => {
  const noted = { id: "a", href: "#b", class: "c", "data-mjx-texclass": "ORD", xmlns: "d" };
  const variant = { mathvariant: "-tex-calligraphic", data: "kept" };
  assert.equal(
    write(false, ["mi", { ...noted, ...variant }, "A"]),
    '<mi mathvariant="script" data="kept">A</mi>',
  );
});
