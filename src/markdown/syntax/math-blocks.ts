/** Where a formula that stands on lines of its own begins and ends, found in the source before its lines are parsed. */
import {
  isDisplayScript,
  type MathSpan,
  type MathSyntax,
  matchBracket,
  matchDollars,
  matchEnvironment,
  matchEscapedBracket,
  matchScript,
} from "./math-spans.js";

/**
 * The display formula that opens at `start`, the first character of a line of its container. `undefined` when text
 * follows its end on the same line (then it belongs to a paragraph) and when it is not closed in its container.
 * A blank line inside is allowed as long as what follows it reads like TeX and not like prose: an opening that was
 * forgotten to be closed must not take the next formula's opening for its end.
 */
export function findMathBlock(source: string, start: number, syntax: MathSyntax): MathSpan | undefined {
  const span = matchBlock(source, start, syntax);
  if (span === undefined || !/^[ \t]*(?:\n|$)/.test(restOfLine(source, span.end))) return undefined;
  return staysInBlock(source, span) ? span : undefined;
}

function matchBlock(source: string, start: number, syntax: MathSyntax): MathSpan | undefined {
  if (source.startsWith("$$", start)) return matchDollars(source, start);
  if (source.startsWith("\\\\[", start)) return matchEscapedBracket(source, start, "]");
  if (syntax.singleBackslash && source.startsWith("\\[", start)) return matchBracket(source, start, "]");
  if (source[start] === "<")
    return isDisplayScript(source.slice(start, start + 300)) ? matchScript(source, start) : undefined;
  return matchEnvironment(source, start, syntax);
}

function restOfLine(source: string, from: number): string {
  const end = source.indexOf("\n", from);
  return source.slice(from, end < 0 ? source.length : end);
}

/** Whether all lines from the opening to the closing belong to the opening's block quote, list item and formula. */
export function staysInBlock(source: string, span: MathSpan): boolean {
  const lineStart = source.lastIndexOf("\n", span.start - 1) + 1;
  const prefix = source.slice(lineStart, span.start);
  const quotes = new RegExp(`^(?: {0,3}> ?){${prefix.split(">").length - 1}}`);
  const itemIndent = /(?:[-+*]|\d+[.)])\s+$/.test(prefix) ? prefix.replace(quotes, "").length : 0;
  let isBlankBefore = false;
  for (const line of source.slice(span.start, span.end).split("\n").slice(1)) {
    if (!quotes.test(line)) return false;
    const content = line.replace(quotes, "");
    if (content.trim() === "") isBlankBefore = true;
    else if (content.length - content.trimStart().length < itemIndent) return false;
    else if (isBlankBefore && isProse(content)) return false;
  }
  return true;
}

/** A heading, a fence, a formula in dollars, or several words in a row that no `\text{…}` holds. */
function isProse(line: string): boolean {
  if (/^\s*(?:#{1,6}\s|```|~~~)|(?<![\\$])\$(?!\$)/.test(line.replace(/\\[a-z]*text[a-z]*\{[^{}]*\}/g, "")))
    return true;
  const outsideText = line.replace(/\\[A-Za-z]+\s*(?:\{[^{}]*\})?/g, "\\");
  return /\p{L}{2,}[ ,]+\p{L}{2,}[ ,]+\p{L}{2,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{4,}/u.test(
    outsideText,
  );
}
