/** Blocks and spans of code to HTML, in each form that a page or a feed needs. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { escapeHtml } from "../util/text.js";
import { removeEscapes } from "./code/ansi-escapes.js";
import { LONGEST_BLOCK, LONGEST_LINE, type TooLong } from "./code/code-limits.js";
import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import type { MarkedCode } from "./code/marked-code.js";
import type { CodePiece, CodeSpanPiece, WrittenPiece } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";

export interface WrittenCode {
  readonly written: WrittenPiece;
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `code-unknown-language` and `code-too-long`. */
export function writeCodePiece(
  piece: CodePiece | CodeSpanPiece,
  highlighter: CodeHighlighter,
  places: BodyPlaces,
): WrittenCode {
  const { html, tooLong, written } =
    piece.kind === "code" ? writeBlock(piece, highlighter) : writeSpan(piece, highlighter);
  const unknown = checkLanguage(piece, highlighter, places);
  const long = tooLong === undefined ? [] : [describeTooLong(tooLong, piece, places)];
  return { written: { ...written, html, copyHtml: html }, diagnostics: [...unknown, ...long] };
}

interface HighlightedPiece {
  readonly html: string;
  readonly tooLong: TooLong | undefined;
  readonly written: Omit<WrittenPiece, "html" | "copyHtml">;
}

function writeBlock({ marked }: CodePiece, { highlight, languages }: CodeHighlighter): HighlightedPiece {
  const isAnsi = languages.find(marked.languageName)?.id === "ansi";
  const shown = isAnsi ? { ...marked, code: removeEscapes(marked.code) } : marked;
  return { ...highlight(marked), written: { feedHtml: writeFeedBlock(shown), text: "", idText: "" } };
}

/** Feed readers have no style sheet: a title stays as a caption, and what was added and removed has its signs as text. */
function writeFeedBlock({ code, title, marks }: MarkedCode): string {
  const [inserted, deleted] = [new Set(marks.ins), new Set(marks.del)];
  const isChange = inserted.size + deleted.size > 0;
  const lines = code.split("\n").map((line, index) => {
    if (!isChange) return line;
    return `${inserted.has(index + 1) ? "+" : deleted.has(index + 1) ? "-" : " "}${line}`;
  });
  const block = `<pre><code>${escapeHtml(lines.join("\n"))}\n</code></pre>`;
  return title === "" ? block : `<figure><figcaption>${escapeHtml(title)}</figcaption>${block}</figure>`;
}

function writeSpan({ code, language: name }: CodeSpanPiece, highlighter: CodeHighlighter): HighlightedPiece {
  const plain = `<code>${escapeHtml(code)}</code>`;
  const language = highlighter.languages.find(name);
  const highlighted =
    language === undefined ? { html: plain, tooLong: undefined } : highlighter.highlightSpan(code, language);
  return { ...highlighted, written: { feedHtml: plain, text: code, idText: code } };
}

function checkLanguage(
  piece: CodePiece | CodeSpanPiece,
  { languages }: CodeHighlighter,
  places: BodyPlaces,
): readonly Diagnostic[] {
  const language = piece.kind === "code" ? piece.marked.languageName : piece.language;
  if (language === "" || languages.find(language) !== undefined) return [];
  const nearest = languages.nearest(language);
  const place = places.placeAt(piece.languageOffset, language.length);
  return [createDiagnostic("code-unknown-language", { language, nearest }, place)];
}

function describeTooLong(tooLong: TooLong, piece: CodePiece | CodeSpanPiece, places: BodyPlaces): Diagnostic {
  const reasons = {
    line: `one of its lines has more than ${LONGEST_LINE.toLocaleString("en-US")} characters`,
    block: `it has more than ${LONGEST_BLOCK.toLocaleString("en-US")} characters`,
    time: "one of its lines takes the grammar of its language seconds",
  };
  return createDiagnostic("code-too-long", { reason: reasons[tooLong] }, places.placeAt(piece.offset, 3));
}
