/**
 * Shiki's notations in comments, `// [!code ++]`: the marks that they stand for, and the code without them. They are
 * taken from the text and not from Shiki's tokens, so that feeds, copies and code without a grammar lose them as well.
 * Source: https://shiki.style/packages/transformers
 */
import { addMarks, type LineMark, type LineMarks, type WordMark } from "./marked-code.js";

export interface TakenNotations {
  readonly code: string;
  readonly marks: LineMarks;
  readonly words: readonly WordMark[];
  /** Notations as written whose name means nothing. */
  readonly unknown: readonly { readonly notation: string; readonly name: string }[];
}

const NAMED: Readonly<Record<string, LineMark>> = {
  ...{ "++": "ins", "--": "del", highlight: "marked", hl: "marked", focus: "focused" },
  ...{ error: "error", warning: "warning", info: "marked" },
};

export const NOTATION_NAMES = ["++", "--", "highlight", "focus", "error", "warning", "info", "word"];

const NOTATION = String.raw`\[!code[ \t]+(?:\\.|[^\]\\])+\]`;
const OPENING = String.raw`\{/\*|(?<!\{)/\*|//|\{\{!--|<!--|\(\*|\{-|\{#|(?<!\{)#+|(?<!;);+|%+|--|"|'|(?<!\{)!`;
const CLOSING = String.raw`\*/\}|\*/|--\}\}|-->|\*\)|-\}|#\}`;
/**
 * Code, a comment's opening, its text, notations, more text, its closing. The last comment of the line counts, and a
 * notation that touches what follows it, as the last one in a string does, is none.
 */
const COMMENT = new RegExp(
  String.raw`^(.*)(^|\s|(?<=[;,{}()>\]]))(${OPENING})(\s*)((?:(?!${NOTATION}).)*?)((?:\s*${NOTATION})+)(?:[ \t]+(.*?))??[ \t]*(${CLOSING})?[ \t]*$`,
);

/** No comment is longer; the time that the pattern takes grows with the square of a line's length. */
const LONGEST_LINE = 2_000;

/** A notation alone on its line counts from the next line, and the line goes. */
export function takeNotations(code: string): TakenNotations {
  if (!/\[\\?!code/.test(code)) return { code, marks: {}, words: [], unknown: [] };
  const kept: string[] = [];
  const found: { readonly name: string; readonly line: number }[] = [];
  for (const line of code.split("\n")) {
    const { text, notations } = takeFromLine(line);
    found.push(...notations.map((name) => ({ name, line: kept.length + 1 })));
    if (text !== undefined) kept.push(text.replaceAll("[\\!code", "[!code"));
  }
  return { code: kept.join("\n"), ...readNotations(found, kept.length) };
}

/** The line without its notations, `undefined` when it held nothing else. */
function takeFromLine(line: string): {
  readonly text: string | undefined;
  readonly notations: readonly string[];
} {
  const match = line.length <= LONGEST_LINE && line.includes("[!code") ? COMMENT.exec(line) : null;
  if (match === null) return { text: line, notations: [] };
  const [
    ,
    before = "",
    space = "",
    opening = "",
    gap = "",
    said = "",
    written = "",
    after = "",
    closing = "",
  ] = match;
  const notations = [...written.matchAll(new RegExp(NOTATION, "g"))].map(([notation]) =>
    notation.slice("[!code".length, -1).trim(),
  );
  const comment = [said.trim(), after].filter(Boolean).join(" ");
  if (comment !== "") {
    const end = closing === "" ? "" : ` ${closing}`;
    return { text: `${before}${space}${opening}${gap}${comment}${end}`, notations };
  }
  return { text: before.trim() === "" ? undefined : before.trimEnd(), notations };
}

function readNotations(
  found: readonly { readonly name: string; readonly line: number }[],
  lines: number,
): Omit<TakenNotations, "code"> {
  let marks: LineMarks = {};
  const words: WordMark[] = [];
  const unknown: { notation: string; name: string }[] = [];
  for (const { name: written, line } of found) {
    const [, name = "", count] = /^(.*?)(?::(\d+))?$/s.exec(written) ?? [];
    const mark = NAMED[name.toLowerCase()];
    const to = (length: number): number => Math.min(lines, line + length - 1);
    if (mark !== undefined) marks = addMarks(marks, mark, range(line, to(Number(count ?? 1))));
    else if (name.startsWith("word:"))
      words.push({
        text: name.slice("word:".length).replace(/\\(.)/g, "$1"),
        from: line,
        to: to(Number(count ?? lines)),
      });
    else unknown.push({ notation: `[!code ${written}]`, name });
  }
  return { marks, words, unknown };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
