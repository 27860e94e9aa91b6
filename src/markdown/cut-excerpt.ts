/** Cuts a finished tree at the excerpt's separator: between blocks or inside a paragraph, never inside code or math. */
import type { Nodes, Parents, Root, RootContent } from "hast";
import { isFootnotes, textOf } from "./hast-text.js";

export interface Excerpt {
  readonly tree: Root;
  /** The part whose text describes the post: the excerpt itself, or its first paragraph when nothing was cut. */
  readonly summary: Root;
}

/**
 * `pieceRanges` are the parts of `source` in which a separator is no separator. A separator of blank lines gives the
 * first paragraph with text; one that does not occur gives everything, as in Jekyll.
 */
export function cutExcerpt(
  tree: Root,
  source: string,
  separator: string,
  pieceRanges: readonly { readonly start: number; readonly end: number }[],
): Excerpt {
  const empty: Root = { type: "root", children: [] };
  if (separator === "") return { tree: empty, summary: empty };
  const first = tree.children.find(isParagraphWithText);
  const firstParagraph: Root = { type: "root", children: first === undefined ? [] : [first] };
  if (separator === "\n\n") return { tree: firstParagraph, summary: firstParagraph };
  const cut = findSeparator(source, separator, pieceRanges);
  if (cut < 0) return { tree, summary: firstParagraph };
  const before = keepBefore(tree, cut, separator);
  return { tree: before, summary: before };
}

function isParagraphWithText(node: RootContent): boolean {
  return node.type === "element" && node.tagName === "p" && textOf(node, () => "x").trim() !== "";
}

function findSeparator(
  source: string,
  separator: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): number {
  let at = source.indexOf(separator);
  while (at >= 0 && ranges.some(({ start, end }) => start < at && at < end))
    at = source.indexOf(separator, at + 1);
  return at;
}

function keepBefore<Tree extends Parents>(tree: Tree, cut: number, separator: string): Tree {
  const kept = tree.children.flatMap((child): readonly Nodes[] => {
    const start = child.position?.start?.offset;
    const end = child.position?.end?.offset;
    if (isFootnotes(child)) return [];
    // What has no place of its own is the space between two blocks, or was made for the node before.
    if (start === undefined || end === undefined) return [child];
    if (start >= cut) return [];
    if (end <= cut) return [child];
    if (child.type === "text") return [{ ...child, value: child.value.split(separator.trim(), 1)[0] ?? "" }];
    return "children" in child ? [keepBefore(child, cut, separator)] : [child];
  });
  return { ...tree, children: kept } as Tree;
}
