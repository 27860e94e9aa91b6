/** Turns formulas and code blocks into HTML, into HTML for feeds and into text. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { escapeHtml } from "../util/text.js";
import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import type { Typesetter } from "./math/create-typesetter.js";
import type { Macros } from "./math/typeset-types.js";
import type { CodePiece, Piece, WrittenPiece } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";
import { writeFormulas } from "./write-formulas.js";

export interface WrittenPieces {
  /** In the order of the pieces. */
  readonly written: readonly WrittenPiece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds the diagnostics of `writeFormulas` and `code-unknown-language`. `macros` hold in these pieces only. */
export type WritePieces = (pieces: readonly Piece[], places: BodyPlaces, macros?: Macros) => WrittenPieces;

export function createPieceWriter(typesetter: Typesetter, highlighter: CodeHighlighter): WritePieces {
  return (pieces, places, macros) => {
    const formulas = pieces.filter((piece) => piece.kind === "formula");
    const math = writeFormulas(formulas, typesetter, places, macros);
    const diagnostics: Diagnostic[] = [...math.diagnostics];
    const formulaPieces = math.written[Symbol.iterator]();
    const written = pieces.map((piece): WrittenPiece => {
      if (piece.kind === "formula") return formulaPieces.next().value ?? NOTHING;
      diagnostics.push(...checkLanguage(piece, highlighter, places));
      return writeCode(piece, highlighter);
    });
    return { written, diagnostics };
  };
}

const NOTHING: WrittenPiece = { html: "", copyHtml: "", feedHtml: "", text: "", idText: "" };

function writeCode(piece: CodePiece, { highlight, languages }: CodeHighlighter): WrittenPiece {
  const language = piece.language === "" ? undefined : languages.find(piece.language);
  const { code, hasLineNumbers, markedLines } = piece;
  const html = highlight({ code, languageName: piece.language, language, hasLineNumbers, markedLines });
  const feedHtml = `<pre><code>${escapeHtml(code)}\n</code></pre>`;
  return { html, copyHtml: html, feedHtml, text: "", idText: "" };
}

function checkLanguage(
  piece: CodePiece,
  { languages }: CodeHighlighter,
  places: BodyPlaces,
): readonly Diagnostic[] {
  const { language, languageOffset } = piece;
  if (language === "" || languages.find(language) !== undefined) return [];
  const nearest = languages.nearest(language);
  const place = places.placeAt(languageOffset, language.length);
  return [createDiagnostic("code-unknown-language", { language, nearest }, place)];
}
