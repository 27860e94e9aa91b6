/** Turns formulas and code blocks into HTML, into HTML for feeds and into text. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { escapeHtml } from "../util/text.js";
import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import type { FormulaFault, TypesetFormula, Typesetter } from "./math/create-typesetter.js";
import { texToText } from "./math/tex-to-text.js";
import type { FormulaPiece, Piece, WrittenPiece } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";
import { writeCodePiece } from "./write-code-pieces.js";

export interface WrittenPieces {
  /** In the order of the pieces. */
  readonly written: readonly WrittenPiece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `math-tex-error` and what `writeCodePiece` adds. */
export type WritePieces = (pieces: readonly Piece[], places: BodyPlaces) => WrittenPieces;

export function createPieceWriter(typesetter: Typesetter, highlighter: CodeHighlighter): WritePieces {
  return (pieces, places) => {
    const diagnostics: Diagnostic[] = [];
    const formulas = pieces.filter((piece) => piece.kind === "formula");
    const results = typesetter.typeset(formulas)[Symbol.iterator]();
    const written = pieces.map((piece): WrittenPiece => {
      if (piece.kind !== "formula") {
        const code = writeCodePiece(piece, highlighter, places);
        diagnostics.push(...code.diagnostics);
        return code.written;
      }
      const result: TypesetFormula = results.next().value ?? { fault: { message: "no result" } };
      if (result.fault !== undefined) diagnostics.push(describeFault(piece, result.fault, places));
      return writeFormula(piece, result);
    });
    return { written, diagnostics };
  };
}

function writeFormula(piece: FormulaPiece, result: TypesetFormula): WrittenPiece {
  const text = texToText(piece.tex);
  const tag = piece.isBlock ? "div" : "span";
  const feedHtml = `<${tag} class="math">${escapeHtml(text)}</${tag}>`;
  return { html: writeFormulaHtml(piece, result, text, tag), feedHtml, text, idText: piece.tex };
}

function writeFormulaHtml(
  piece: FormulaPiece,
  result: TypesetFormula,
  text: string,
  tag: "div" | "span",
): string {
  const inside =
    result.fault === undefined
      ? result.html.replace("<svg ", `<svg aria-label="${escapeHtml(text === "" ? "formula" : text)}" `)
      : `<code class="math-error" title="${escapeHtml(result.fault.message)}">${escapeHtml(piece.source)}</code>`;
  if (!piece.isDisplay) return `<span class="math-inline">${inside}</span>`;
  // Wide formulas scroll in a box of their own, which the keyboard must be able to reach.
  return `<${tag} class="math-display" tabindex="0" role="group" aria-label="Formula">${inside}</${tag}>`;
}

function describeFault(piece: FormulaPiece, fault: FormulaFault, places: BodyPlaces): Diagnostic {
  const { message, suggestion, offender } = fault;
  const at = offender === undefined ? -1 : findOffender(piece.source, offender);
  const place =
    offender === undefined || at < 0
      ? places.placeAt(piece.offset, piece.source.length)
      : places.placeAt(piece.offset + at, offender.length);
  return createDiagnostic("math-tex-error", { message, suggestion }, place);
}

/** `\foo` is not found in `\foobar`. */
function findOffender(source: string, offender: string): number {
  for (let at = source.indexOf(offender); at >= 0; at = source.indexOf(offender, at + 1)) {
    if (!/[A-Za-z]$/.test(offender) || !/[A-Za-z]/.test(source[at + offender.length] ?? "")) return at;
  }
  return -1;
}
