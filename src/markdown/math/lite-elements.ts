/** Small questions about the trees that MathJax draws. */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";

export type LiteNode = LiteElement["children"][number];

export function isElement(node: LiteNode): node is LiteElement {
  return "children" in node && !("value" in node);
}

export function elementsOf({ children }: LiteElement): readonly LiteElement[] {
  return children.filter(isElement);
}
