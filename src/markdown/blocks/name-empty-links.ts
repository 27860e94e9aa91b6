/** Links without a text that lead to a heading get the heading as their text. */
import type { Element, Nodes, Root } from "hast";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { nearestName } from "../../util/text.js";
import { decodePath } from "../../util/url.js";
import { toLinklessTree } from "../feed-tree.js";
import type { FoundHeading } from "../finish-tree.js";
import type { WrittenPiece } from "../pieces.js";
import type { BodyPlaces } from "../place-in-body.js";

/** Marks, until headings have their ids, a link of Markdown's that has no text. */
export const NAMELESS_LINK = "dataNamelessLink";

/**
 * Changes the tree. A link that leads to nothing, or to what has no name, shows its address. Adds
 * `link-without-text`.
 */
export function nameEmptyLinks(
  tree: Root,
  headings: readonly FoundHeading[],
  pieces: readonly WrittenPiece[],
  places: BodyPlaces,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const link of findNamelessLinks(tree)) {
    const { [NAMELESS_LINK]: _, ...properties } = link.properties;
    link.properties = properties;
    const url = String(properties.href);
    const id = decodePath(url.slice(1));
    const heading = headings.find((known) => known.id === id);
    if (heading !== undefined) {
      link.children = toLinklessTree(heading.element.children).children as Element["children"];
      continue;
    }
    link.children = [{ type: "text", value: url }];
    const ids = findIds(tree, pieces);
    const nearest = ids.has(id) ? undefined : nearestName(id, ids);
    const { start, end } = link.position ?? {};
    const place = places.placeAt(start?.offset ?? 0, (end?.offset ?? 1) - (start?.offset ?? 0));
    diagnostics.push(createDiagnostic("link-without-text", { url, isKnown: ids.has(id), nearest }, place));
  }
  return diagnostics;
}

function findNamelessLinks(tree: Root): readonly Element[] {
  const links: Element[] = [];
  visitElements(tree, (element) => {
    if (element.properties[NAMELESS_LINK] !== undefined) links.push(element);
  });
  return links;
}

function findIds(tree: Root, pieces: readonly WrittenPiece[]): ReadonlySet<string> {
  const ids = new Set<string>();
  visitElements(tree, ({ properties }) => {
    if (typeof properties.id === "string") ids.add(properties.id);
  });
  // Labels of equations.
  for (const { html } of pieces)
    for (const [, id = ""] of html.matchAll(/<[^<>]*?\sid="([^"]+)"/g))
      if (!id.startsWith("MJX-")) ids.add(id);
  return ids;
}

function visitElements(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === "element") visit(node);
  if ("children" in node) for (const child of node.children) visitElements(child, visit);
}
