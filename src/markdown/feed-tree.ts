/** Copies of a finished tree for other places than its own page. */
import type { Element, ElementContent, Nodes, Root } from "hast";
import { copyTree, hasClass, isFootnoteReference, isFootnotes, isUnread } from "./hast-text.js";

/**
 * For feed readers: no ids and nothing that leads to one, no scripts, no style, nothing to focus. Task boxes become
 * signs. What stays is what any reader keeps.
 */
export function toFeedTree(tree: Root): Root {
  return copyTree(tree, (node) => {
    if (node.type === "comment") return [];
    if (node.type !== "element") return [node];
    if (isUnread(node) || node.properties.dataFootnoteBackref !== undefined) return [];
    if (hasClass(node, "table-scroll") || leadsToId(node)) return node.children.flatMap(withoutOwnLook);
    if (node.tagName === "input") return [{ type: "text", value: node.properties.checked ? "☑" : "☐" }];
    return withoutOwnLook(node);
  });
}

function withoutOwnLook(node: ElementContent): readonly ElementContent[] {
  if (node.type !== "element") return [node];
  const kept = Object.entries(node.properties).filter(
    ([name]) => !/^(?:id|style|tabIndex|role|aria|on[a-z]|dataFootnote)/i.test(name),
  );
  // A quote is what feed readers set apart by themselves.
  const tagName = hasClass(node, "alert") ? "blockquote" : node.tagName;
  return [{ ...node, tagName, properties: Object.fromEntries(kept) }];
}

/** For lists of posts on one page: no ids and no links to them, no links to headings, no footnotes. */
export function toExcerptTree(tree: Root): Root {
  return copyTree(tree, function change(node): readonly Nodes[] {
    if (node.type !== "element") return [node];
    if (isUnread(node) || isFootnoteReference(node) || isFootnotes(node)) return [];
    if (leadsToId(node)) return node.children.flatMap(change);
    const { id: _, ...properties } = node.properties;
    return [{ ...node, properties }];
  });
}

/** For a table of contents or a title: inline HTML that can stand inside a link. */
export function toLinklessTree(children: readonly ElementContent[]): Root {
  const root: Root = { type: "root", children: [...children] };
  return copyTree(root, function change(node): readonly Nodes[] {
    if (node.type !== "element") return [node];
    if (isFootnoteReference(node)) return [];
    if (node.tagName === "a") return node.children.flatMap(change);
    const { id: _, ...properties } = node.properties;
    return [{ ...node, properties }];
  });
}

function leadsToId({ tagName, properties }: Element): boolean {
  return tagName === "a" && typeof properties.href === "string" && properties.href.startsWith("#");
}
