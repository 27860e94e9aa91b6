/** Turns the formulas of a text into HTML, into HTML for other places, into text, and reports their faults. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { escapeHtml, nearestName } from "../util/text.js";
import { alignSource } from "./math/align-source.js";
import type { TypesetText, Typesetter } from "./math/create-typesetter.js";
import { equationId } from "./math/equation-id.js";
import { texToText } from "./math/tex-to-text.js";
import type { DrawnFormula, FormulaFault, Macros, TypesetFormula } from "./math/typeset-types.js";
import type { FormulaPiece, WrittenPiece } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";

export interface WrittenFormulas {
  /** In the order of the formulas. */
  readonly written: readonly WrittenPiece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `math-tex-error`, `math-label-unknown`, `math-label-unnumbered` and `math-label-repeated`. */
export function writeFormulas(
  pieces: readonly FormulaPiece[],
  typesetter: Typesetter,
  places: BodyPlaces,
  macros: Macros | undefined,
): WrittenFormulas {
  const typeset = typesetter.typeset(pieces, macros);
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const written = pieces.map((piece, index) => {
    const result = typeset.results[index] ?? NO_RESULT;
    if (result.fault !== undefined) {
      diagnostics.push(describeFault(piece, result.fault, typeset, places));
      return writeFaulty(piece, result.fault);
    }
    diagnostics.push(...reportRepeated(piece, result, seen, places));
    const ids = [...result.labels.keys()].filter((label) => !seen.has(label)).map(equationId);
    for (const label of result.labels.keys()) seen.add(label);
    return writeDrawn(piece, result, ids, typeset);
  });
  return { written, diagnostics };
}

const NO_RESULT: TypesetFormula = { fault: { message: "MathJax gave no result" } };

function writeDrawn(
  piece: FormulaPiece,
  result: DrawnFormula,
  ids: readonly string[],
  { labels }: TypesetText,
): WrittenPiece {
  const text = readAloud(piece, result, labels);
  const shared = { feedHtml: writeForFeed(piece, text), text, idText: piece.tex };
  const link = writeReference(piece, labels);
  if (link !== undefined) return { ...shared, html: link, copyHtml: escapeHtml(text) };
  const [first, ...others] = ids;
  const anchors = others.map((id) => `<span id="${escapeHtml(id)}"></span>`).join("");
  return {
    ...shared,
    html: wrap(piece, anchors + result.html, first),
    // Where a formula stands again it has no ids, and leads to none.
    copyHtml: wrap(piece, result.html.replace(/ id="[^"]*"| href="#eq-[^"]*"/g, ""), undefined),
  };
}

function writeFaulty(piece: FormulaPiece, { message }: FormulaFault): WrittenPiece {
  const text = texToText(piece.tex);
  const source = `<code class="math-error" title="${escapeHtml(message)}">${escapeHtml(piece.source)}</code>`;
  const html = wrap(piece, source, undefined);
  return { html, copyHtml: html, feedHtml: writeForFeed(piece, text), text, idText: piece.tex };
}

function wrap(piece: FormulaPiece, inside: string, id: string | undefined): string {
  const own = id === undefined ? "" : ` id="${escapeHtml(id)}"`;
  if (!piece.isDisplay) return `<span class="math-inline"${own}>${inside}</span>`;
  const tag = piece.isBlock ? "div" : "span";
  // Wide formulas scroll in a box of their own, which the keyboard must be able to reach.
  return `<${tag} class="math-display"${own} tabindex="0">${inside}</${tag}>`;
}

function writeForFeed({ isBlock }: FormulaPiece, text: string): string {
  const tag = isBlock ? "div" : "span";
  return `<${tag} class="math">${escapeHtml(text)}</${tag}>`;
}

const REFERENCE = /\\(eq)?ref\s*\{([^{}]*)\}/g;

/** Readable Unicode, with the numbers of equations where they are spoken of and where they stand. */
function readAloud({ tex }: FormulaPiece, { numbers }: DrawnFormula, labels: TypesetText["labels"]): string {
  const resolved = tex.replace(REFERENCE, (_, equation: string | undefined, label: string) => {
    const tag = labels.get(label) ?? "";
    return `\\text{${equation === undefined ? tag : `(${tag})`}}`;
  });
  const text = texToText(resolved);
  const [first, ...others] = numbers;
  if (first === undefined) return text;
  return `${text} (${others.length === 0 ? first : `${first}–${others.at(-1)}`})`;
}

/** A formula that is nothing but a reference is a link with text; it needs no drawing. */
function writeReference({ tex }: FormulaPiece, labels: TypesetText["labels"]): string | undefined {
  const [, equation, label] = /^\s*\\(eq)?ref\s*\{([^{}]*)\}\s*$/.exec(tex) ?? [];
  const tag = label === undefined ? undefined : labels.get(label);
  if (label === undefined || tag === undefined || /[\\$^_]/.test(tag)) return undefined;
  const shown = escapeHtml(equation === undefined ? tag : `(${tag})`);
  return `<a class="math-reference" href="#${escapeHtml(equationId(label))}">${shown}</a>`;
}

function reportRepeated(
  piece: FormulaPiece,
  { labels }: DrawnFormula,
  seen: ReadonlySet<string>,
  places: BodyPlaces,
): readonly Diagnostic[] {
  return [...labels.keys()]
    .filter((label) => seen.has(label))
    .map((label) => {
      const start = Math.max(0, piece.tex.indexOf(`{${label}}`, piece.tex.indexOf("\\label")));
      return createDiagnostic(
        "math-label-repeated",
        { label },
        placeIn(piece, places, start, label.length + 2),
      );
    });
}

function placeIn(piece: FormulaPiece, places: BodyPlaces, start: number, length: number) {
  const offsetOf = alignSource(piece.source, piece.tex);
  const from = offsetOf(start);
  return places.placeAt(piece.offset + from, Math.max(1, offsetOf(start + length - 1) + 1 - from));
}

function describeFault(
  piece: FormulaPiece,
  { message, span, suggestion, label }: FormulaFault,
  { labels }: TypesetText,
  places: BodyPlaces,
): Diagnostic {
  const place =
    span === undefined
      ? places.placeAt(piece.offset, piece.source.length)
      : placeIn(piece, places, span.start, span.length);
  if (label === undefined) return createDiagnostic("math-tex-error", { message, suggestion }, place);
  if (labels.has(label)) return createDiagnostic("math-label-unnumbered", { label }, place);
  const nearest = nearestName(label, [...labels.keys()]);
  return createDiagnostic("math-label-unknown", { label, nearest }, place);
}
