/** Turns formulas and code blocks into HTML, into HTML for feeds and into text. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import type { Typesetter } from "./math/create-typesetter.js";
import type { Macros } from "./math/typeset-types.js";
import type { Piece, WrittenPiece } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";
import { writeCodePiece } from "./write-code-pieces.js";
import { writeFormulas } from "./write-formulas.js";

export interface WrittenPieces {
  /** In the order of the pieces. */
  readonly written: readonly WrittenPiece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds the diagnostics of `writeFormulas` and `writeCodePiece`. `macros` hold in these pieces only. */
export type WritePieces = (pieces: readonly Piece[], places: BodyPlaces, macros?: Macros) => WrittenPieces;

export function createPieceWriter(typesetter: Typesetter, highlighter: CodeHighlighter): WritePieces {
  return (pieces, places, macros) => {
    const formulas = pieces.filter((piece) => piece.kind === "formula");
    const math = writeFormulas(formulas, typesetter, places, macros);
    const diagnostics: Diagnostic[] = [...math.diagnostics];
    const formulaPieces = math.written[Symbol.iterator]();
    const written = pieces.map((piece): WrittenPiece => {
      if (piece.kind === "formula") return formulaPieces.next().value ?? NOTHING;
      const code = writeCodePiece(piece, highlighter, places);
      diagnostics.push(...code.diagnostics);
      return code.written;
    });
    return { written, diagnostics };
  };
}

const NOTHING: WrittenPiece = { html: "", copyHtml: "", feedHtml: "", text: "", idText: "" };
