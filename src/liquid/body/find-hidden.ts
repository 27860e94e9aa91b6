/** Which code and math of a Markdown body Liquid must not see. */
import type { TextRange } from "../../model/rendered.js";
import { findVerbatim, type VerbatimBlock } from "./find-verbatim.js";

export type FindLiterals = (text: string) => readonly TextRange[];

/** Each round can only find more Liquid outside of literals, and a text where four do not settle it is malformed. */
const MAX_ROUNDS = 4;
const OPENER = /\{\{|\{%/g;
const BRACES = /\{[{%]|[}%]\}/;

/**
 * Code and math, in order, that hold Liquid's signs.
 *
 * Liquid and literals can each stand inside the other: `{{ x }}` in a code span is code, and `$` in a filter's argument
 * is no math. What starts first wins: Liquid that starts outside of every literal is blanked out, and literals are
 * looked for again in what remains.
 */
export function findHidden(text: string, findLiterals: FindLiterals): readonly TextRange[] {
  const verbatim = findVerbatim(text);
  let liquid: readonly TextRange[] = [];
  let literals: readonly TextRange[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    literals = findLiterals(blank(text, [...verbatim, ...liquid]));
    const outside = findLiquid(text, literals, verbatim);
    if (outside.length === liquid.length) break;
    liquid = outside;
  }
  const blocks = findBlocks(text, liquid);
  return literals.filter(
    (literal) =>
      BRACES.test(text.slice(literal.start, literal.end)) &&
      !(
        isIndented(text, literal) &&
        blocks.some(({ start, end }) => start < literal.start && literal.end <= end)
      ),
  );
}

/** Replaces ranges by letters, line by line, so that offsets and lines stay what they are. */
function blank(text: string, ranges: readonly TextRange[]): string {
  let result = "";
  let from = 0;
  for (const { start, end } of ranges.toSorted((left, right) => left.start - right.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, "x");
    from = end;
  }
  return result + text.slice(from);
}

/** Outputs and tags that start outside of literals and verbatim blocks. */
function findLiquid(
  text: string,
  literals: readonly TextRange[],
  verbatim: readonly VerbatimBlock[],
): TextRange[] {
  const found: TextRange[] = [];
  const closed = [...literals, ...verbatim];
  const opener = new RegExp(OPENER);
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const start = match.index;
    const around = closed.find((range) => range.start <= start && start < range.end);
    const close = text.indexOf(match[0] === "{{" ? "}}" : "%}", start + 2);
    if (around !== undefined) opener.lastIndex = around.end;
    else if (close >= 0) {
      found.push({ start, end: close + 2 });
      opener.lastIndex = close + 2;
    }
  }
  return found;
}

/** From each tag that opens a block to the one that closes it. */
function findBlocks(text: string, liquid: readonly TextRange[]): TextRange[] {
  const blocks: TextRange[] = [];
  const open: { readonly name: string; readonly start: number }[] = [];
  for (const { start, end } of liquid) {
    const name = /^\{%-?\s*(\w+)/.exec(text.slice(start, end))?.[1];
    if (name === undefined) continue;
    if (/^(?:if|unless|for|case|capture|tablerow|ifchanged)$/.test(name)) open.push({ name, start });
    const opening = open.at(-1);
    if (opening !== undefined && name === `end${opening.name}`) {
      open.pop();
      blocks.push({ start: opening.start, end });
    }
  }
  return blocks;
}

/**
 * Whether a literal is code by indentation alone. Inside a loop or condition that is how authors lay out their HTML,
 * and Jekyll runs it.
 */
function isIndented(text: string, { start, end }: TextRange): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  return (
    /^(?: {4}|\t)\s*(?!\s|`|~~~|\$|\\[([]|\\begin)/.test(text.slice(lineStart, end)) &&
    text.slice(lineStart, start).trim() === ""
  );
}
