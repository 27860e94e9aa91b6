/** Markdown trees to HTML trees to HTML, each processor made once. */
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { copyTree } from "./hast-text.js";
import { handleTable } from "./kramdown/table-bodies.js";
import type { Nodes as MarkdownNodes, Root as MarkdownRoot } from "./mdast-nodes.js";
import { createPieceElement, type PieceNode } from "./pieces.js";

export interface HtmlWriter {
  /** With raw HTML the tree goes through an HTML parser, so that author's tags become elements. */
  toHast(tree: MarkdownRoot, hasRawHtml: boolean): Root;
  stringify(tree: Root): string;
}

export function createHtmlWriter(): HtmlWriter {
  const toTree = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: "",
      handlers: { piece: handlePiece, table: handleTable },
    })
    .freeze();
  const parseRaw = unified().use(rehypeRaw).freeze();
  const writer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();
  return {
    toHast(tree, hasRawHtml) {
      // remark-rehype has given the tree another type than the processor's types can tell.
      const hast = toTree.runSync(tree) as unknown as Root;
      return hasRawHtml ? copyTree(parseRaw.runSync(hast) as Root, ungroup) : hast;
    },
    stringify: (tree) => writer.stringify(tree),
  };
}

/** A group kept spaces from coming between its parts, and has done so. */
function ungroup(node: Nodes): readonly Nodes[] {
  return node.type === "element" && node.tagName === "postulate-group" ? node.children : [node];
}

function handlePiece(_state: unknown, { index, position, data }: PieceNode, parent?: MarkdownNodes): Element {
  const piece = createPieceElement(index);
  const place = position === undefined ? {} : { position };
  if (data?.hProperties === undefined) return { ...piece, ...place };
  const tagName = parent !== undefined && PARENTS_OF_PHRASING.has(parent.type) ? "span" : "div";
  return { type: "element", tagName, properties: data.hProperties, children: [piece], ...place };
}

const PARENTS_OF_PHRASING = new Set([
  "paragraph",
  "heading",
  "tableCell",
  "emphasis",
  "strong",
  "delete",
  "link",
]);
