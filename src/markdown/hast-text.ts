/** Small questions about HTML trees. */
import type { Element, Nodes, Parents } from "hast";
import { pieceIndexOf } from "./pieces.js";

/** The text of a node with pieces as given, without scripts, styles and what only points to another place. */
export function textOf(node: Nodes, pieceText: (index: number) => string): string {
  if (node.type === "text") return node.value;
  const index = pieceIndexOf(node);
  if (index !== undefined) return pieceText(index);
  if (!("children" in node)) return "";
  if (node.type === "element" && (isUnread(node) || isFootnoteReference(node))) return "";
  const text = node.children.map((child) => textOf(child, pieceText)).join("");
  return node.type === "element" && BLOCKS.has(node.tagName) ? ` ${text} ` : text;
}

const BLOCKS = new Set([
  "p",
  "li",
  "td",
  "th",
  "tr",
  "div",
  "br",
  "dt",
  "dd",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "figcaption",
]);

/** One line, single spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function isUnread(element: Element): boolean {
  return ["script", "style", "template"].includes(element.tagName) || hasClass(element, "heading-anchor");
}

export function isFootnoteReference({ tagName, children }: Element): boolean {
  const [child] = children;
  return tagName === "sup" && child?.type === "element" && child.properties.dataFootnoteRef !== undefined;
}

export function isFootnotes(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnotes !== undefined && node.tagName === "section";
}

export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

/**
 * A copy of the tree in which each node is what `change` makes of it: itself, others in its place, or nothing. It is
 * asked for parents first, and for the children of what it returns.
 */
export function copyTree<Tree extends Parents>(tree: Tree, change: (node: Nodes) => readonly Nodes[]): Tree {
  const copyChildren = (parent: Parents): Nodes[] =>
    parent.children.flatMap((child) =>
      change(child).map(
        (node) => ("children" in node ? { ...node, children: copyChildren(node) } : node) as Nodes,
      ),
    );
  return { ...tree, children: copyChildren(tree) } as Tree;
}
