/** HTML in a title: known inline elements stay, anything else (`List<int>`) is text. */
import type { Nodes } from "./mdast-nodes.js";

const INLINE_TAG =
  /^<\/?(?:em|strong|i|b|u|s|del|ins|mark|small|sub|sup|code|kbd|samp|var|span|abbr|cite|q|br|wbr)(?:\s[^>]*)?\/?>$/i;

/** Changes the tree. */
export function keepInlineHtml(node: Nodes): void {
  if (!("children" in node)) return;
  node.children = node.children.map((child) =>
    child.type === "html" && !INLINE_TAG.test(child.value) ? { type: "text", value: child.value } : child,
  ) as typeof node.children;
  node.children.forEach(keepInlineHtml);
}
