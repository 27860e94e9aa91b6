/** A body made ready for Liquid: code and math hidden, `raw` inside a fence opened, highlight blocks set apart. */
import type { TextRange } from "../../model/rendered.js";
import { type FindLiterals, findHidden } from "./find-hidden.js";
import { findVerbatim, type VerbatimBlock } from "./find-verbatim.js";
import { type HiddenText, hideRanges } from "./hide-ranges.js";

/** `findLiterals` is `null` for a body that is not Markdown. */
export function prepareBody(body: string, findLiterals: FindLiterals | null): HiddenText {
  const hidden = findLiterals === null ? [] : findHidden(body, findLiterals);
  return hideRanges(body, outsideOf(hidden, findVerbatim(body)), withoutEscapes);
}

/**
 * `raw` inside a literal, and an output of nothing but a quoted `{{` or `{%`, is the author's way to keep Liquid out:
 * the literal is shown without it.
 */
function withoutEscapes(text: string): string {
  return text
    .replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, "$1")
    .replace(/\{\{-?[ \t]*(["'])([^"'\n]*(?:\{[{%]|[%}]\})[^"'\n]*)\1[ \t]*-?\}\}/g, "$2");
}

/** Literals that stand inside a verbatim block are hidden by the block already. */
function outsideOf(literals: readonly TextRange[], verbatim: readonly VerbatimBlock[]): readonly TextRange[] {
  return literals.filter(
    (literal) => !verbatim.some(({ start, end }) => start <= literal.start && literal.end <= end),
  );
}
