/** Markdown trees to HTML trees to HTML, each processor made once. */
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { copyTree } from "./hast-text.js";
import { handleTable } from "./kramdown/table-bodies.js";
import type { Root as MarkdownRoot } from "./mdast-nodes.js";
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

function handlePiece(_state: unknown, node: PieceNode): Element {
  const element = createPieceElement(node.index);
  return node.position === undefined ? element : { ...element, position: node.position };
}
