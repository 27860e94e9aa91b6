/** Markdown trees to HTML trees to HTML, each processor made once. */
import type { Element, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Root as MarkdownRoot, Nodes } from "./mdast-nodes.js";
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
      handlers: { piece: handlePiece },
    })
    .freeze();
  const parseRaw = unified().use(rehypeRaw).freeze();
  const writer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();
  return {
    toHast(tree, hasRawHtml) {
      // remark-rehype has given the tree another type than the processor's types can tell.
      const hast = toTree.runSync(tree) as unknown as Root;
      return hasRawHtml ? (parseRaw.runSync(hast) as Root) : hast;
    },
    stringify: (tree) => writer.stringify(tree),
  };
}

function handlePiece(_state: unknown, { index, position, data }: PieceNode, parent?: Nodes): Element {
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
