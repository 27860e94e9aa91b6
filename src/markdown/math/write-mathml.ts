/** MathJax's tree of a formula as MathML for screen readers and browsers, without MathJax's bookkeeping. */
import type { MmlNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";
import { SerializedMmlVisitor } from "mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js";

/** It keeps nothing of what it visits; making one lists all kinds of elements. */
const visitor = new SerializedMmlVisitor();

/** The children of a `math` element: no ids, links, classes and no white space between elements. */
export function writeMathml(root: MmlNode): string {
  const written = visitor.visitTree(root);
  return written
    .replace(/^<math[^>]*>|<\/math>$/g, "")
    .replace(/>\s*\n\s*</g, "><")
    .trim()
    .replace(/ (?:data-[\w-]+|id|href|class|xmlns(?::\w+)?)="[^"]*"/g, "")
    .replace(/&#x([0-9A-F]+);/g, (entity, code: string) => decode(Number.parseInt(code, 16), entity));
}

/** Characters that HTML must escape stay escaped, and so does what no editor shows. */
function decode(code: number, entity: string): string {
  const isPlain = code > 0x7f && !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(code));
  return isPlain ? String.fromCodePoint(code) : entity;
}
