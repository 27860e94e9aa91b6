/** The list of headings that takes the place of a list marked `{:toc}`. */
import type { Element, Nodes } from "hast";
import { toLinklessTree } from "../feed-tree.js";
import type { FoundHeading } from "../finish-tree.js";
import { hasClass } from "../hast-text.js";

/** Changes the tree: fills each list that was marked. Headings of the class `no_toc` stay out. */
export function fillTablesOfContents(node: Nodes, headings: readonly FoundHeading[]): void {
  if (!("children" in node)) return;
  if (node.type !== "element" || node.properties.dataToc === undefined) {
    for (const child of node.children) fillTablesOfContents(child, headings);
    return;
  }
  const { dataToc: _, ...properties } = node.properties;
  node.properties = { id: "markdown-toc", ...properties };
  const listed = headings.filter(({ element }) => !hasClass(element, "no_toc"));
  node.children = listItems(listed, node.tagName);
}

function listItems(headings: readonly FoundHeading[], tagName: string): Element[] {
  const items: Element[] = [];
  let index = 0;
  while (index < headings.length) {
    const heading = headings[index];
    if (heading === undefined) break;
    let end = index + 1;
    while ((headings[end]?.level ?? 0) > heading.level) end++;
    const below = listItems(headings.slice(index + 1, end), tagName);
    items.push(listItem(heading, below, tagName));
    index = end;
  }
  return items;
}

function listItem(heading: FoundHeading, below: Element[], tagName: string): Element {
  const inside = toLinklessTree(heading.element.children).children.filter(
    (child) => child.type !== "doctype",
  );
  const link = createElement("a", { href: `#${heading.id}` }, inside);
  return createElement("li", {}, below.length === 0 ? [link] : [link, createElement(tagName, {}, below)]);
}

function createElement(
  tagName: string,
  properties: Element["properties"],
  children: Element["children"],
): Element {
  return { type: "element", tagName, properties, children };
}
