/**
 * MathJax's tree of a formula as MathML in few characters: without MathJax's bookkeeping, a row that holds one thing is that
 * thing, and what nobody sees needs no look.
 */
import type { MmlNode, TextNode, XMLNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";

/** The children of a `math` element. `isSeen` is whether browsers draw it; else it is there for screen readers alone. */
export function writeMathml({ childNodes }: MmlNode, isSeen: boolean): string {
  return writeRow("", writeAll(childNodes, isSeen));
}

function writeAll(nodes: readonly unknown[], isSeen: boolean): readonly string[] {
  return (nodes as readonly AnyNode[]).flatMap((node) => {
    // What TeX puts together without braces.
    if (node.kind === "inferredMrow") return writeAll(node.childNodes, isSeen);
    return writeNode(node, isSeen);
  });
}

type AnyNode = MmlNode | TextNode | XMLNode;

function isText(node: AnyNode): node is TextNode {
  return node.kind === "text";
}

function isXml(node: AnyNode): node is XMLNode {
  return node.kind === "XML";
}

function writeNode(node: AnyNode, isSeen: boolean): string {
  if (isText(node)) return escapeText(node.getText());
  if (isXml(node)) return node.getSerializedXML();
  const name = node.kind === "TeXAtom" ? "mrow" : node.kind;
  const attributes = writeAttributes(node, isSeen);
  if (name === "mspace") return `<mspace${attributes}/>`;
  const children = writeAll(node.childNodes, isSeen);
  if (name === "mrow" || (name === "mstyle" && attributes === "")) return writeRow(attributes, children);
  const text = children.join("");
  return `<${name}${attributes}>${/\S/.test(text) ? text : ""}</${name}>`;
}

function writeRow(attributes: string, children: readonly string[]): string {
  const [only] = children;
  if (attributes === "" && children.length === 1 && only !== undefined) return only;
  return `<mrow${attributes}>${children.join("")}</mrow>`;
}

/** Ids, links and notes of MathJax's to itself. */
const BOOKKEEPING = /^(?:data-.*|id|href|class|xmlns(?::\w+)?)$/;

/**
 * What says how MathML is drawn and nothing about what it means. Kept are variants of letters, fences, lines of tables,
 * notations of `menclose`, and the missing line of a binomial.
 */
const LOOK =
  /^(?:stretchy|symmetric|largeop|movablelimits|minsize|maxsize|lspace|rspace|displaystyle|scriptlevel|mathsize|column(?:align|spacing|width)|row(?:align|spacing)|equal(?:rows|columns)|side|minlabelspacing)$/;

/** What MathML calls the variants that are TeX's own. */
const VARIANTS = new Map<unknown, string>([
  ["-tex-calligraphic", "script"],
  ["-tex-bold-calligraphic", "bold-script"],
  ["-tex-oldstyle", "normal"],
  ["-tex-bold-oldstyle", "bold"],
  ["-tex-mathit", "italic"],
]);

function writeAttributes({ attributes }: MmlNode, isSeen: boolean): string {
  let written = "";
  for (const [name, value] of Object.entries(attributes.getAllAttributes())) {
    if (BOOKKEEPING.test(name) || (!isSeen && LOOK.test(name))) continue;
    const shown = name === "mathvariant" ? (VARIANTS.get(value) ?? value) : value;
    written += ` ${name}="${escapeText(String(shown))}"`;
  }
  return written;
}

/** What no editor shows is written by its number. */
function escapeText(text: string): string {
  return text.replace(/[&<>"]|(?=[^\0-\x7f])[\p{C}\p{Z}]/gu, (sign) => {
    const named = ENTITIES.get(sign);
    return named ?? `&#x${sign.codePointAt(0)?.toString(16).toUpperCase()};`;
  });
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
