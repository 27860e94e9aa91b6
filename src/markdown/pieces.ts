/**
 * What is set apart from the tree: formulas and code blocks. They are turned into HTML on their own, and the trees hold
 * an empty element in their place, so that no tree is ever walked through the paths of a formula.
 */
import type { Element, Nodes } from "hast";
import type { Data, Node } from "mdast";
import { escapeHtml } from "../util/text.js";
import type { MarkedCode } from "./code/marked-code.js";

/** A piece in the Markdown tree. */
export interface PieceNode extends Node {
  type: "piece";
  index: number;
  data?: PieceData;
}

/** Attributes of the author's for an element around the piece. */
export interface PieceData extends Data {
  hProperties?: Record<string, string | string[]>;
}

declare module "mdast" {
  interface RootContentMap {
    piece: PieceNode;
  }
  interface BlockContentMap {
    piece: PieceNode;
  }
  interface PhrasingContentMap {
    piece: PieceNode;
  }
}

export interface FormulaPiece {
  readonly kind: "formula";
  readonly tex: string;
  readonly isDisplay: boolean;
  /** Whether it stands between paragraphs, not inside one. */
  readonly isBlock: boolean;
  /** As in the source, with delimiters. */
  readonly source: string;
  readonly offset: number;
}

export interface CodePiece {
  readonly kind: "code";
  readonly marked: MarkedCode;
  readonly offset: number;
  /** Where the name of the language stands. */
  readonly languageOffset: number;
}

/** Code within a sentence that has a language. */
export interface CodeSpanPiece {
  readonly kind: "codeSpan";
  readonly code: string;
  /** As the author wrote it. */
  readonly language: string;
  readonly offset: number;
  readonly languageOffset: number;
}

export type Piece = FormulaPiece | CodePiece | CodeSpanPiece;

/** A piece in each of the forms that a page or feed may need. */
export interface WrittenPiece {
  readonly html: string;
  /** The same for other places, where it stands again: without ids and links to them. */
  readonly copyHtml: string;
  readonly feedHtml: string;
  /** Readable Unicode; empty for blocks of code. */
  readonly text: string;
  /** What it adds to the id of a heading: its TeX, or its code. */
  readonly idText: string;
}

const TAG = "postulate-piece";

export function createPieceElement(index: number): Element {
  return { type: "element", tagName: TAG, properties: { dataIndex: String(index) }, children: [] };
}

/** The number of the piece that stands here, `undefined` for any other node. */
export function pieceIndexOf(node: Nodes): number | undefined {
  return node.type === "element" && node.tagName === TAG ? Number(node.properties.dataIndex) : undefined;
}

/** Elements that browsers name by the text in them, for which they pass over MathML that has no name of its own. */
const NAMED_BY_CONTENT = /^(?:a|th|h[1-6]|summary|button|label|caption|figcaption)$/;

/** Changes the tree: marks the pieces that a name is made of. */
export function markNamingPieces(node: Nodes, isInside = false): void {
  if (node.type === "element" && node.tagName === TAG && isInside) node.properties.dataNames = "";
  if (!("children" in node)) return;
  const isName = isInside || (node.type === "element" && NAMED_BY_CONTENT.test(node.tagName));
  for (const child of node.children) markNamingPieces(child, isName);
}

/** One of the forms of a piece that is HTML. */
export type PieceForm = "html" | "copyHtml" | "feedHtml";

/**
 * Puts the pieces into HTML that was written from a tree with their placeholders. With `isName` the whole is to name a
 * link or a heading.
 */
export function insertPieces(
  html: string,
  pieces: readonly WrittenPiece[],
  form: PieceForm,
  isName = false,
): string {
  return html.replace(
    /<postulate-piece data-index="(\d+)"( data-names(?:="")?)?><\/postulate-piece>/g,
    (_, index, names) => {
      const piece = pieces[Number(index)];
      if (piece === undefined) return "";
      return isName || names !== undefined ? nameMath(piece[form], piece.text) : piece[form];
    },
  );
}

function nameMath(html: string, text: string): string {
  return html.replace(/<math(?=[ >])/, () => `<math aria-label="${escapeHtml(text)}"`);
}
