/** Slips in a value or around it: quotes, colons, characters that a text cannot start with. */
import { type Explainer, explainAt } from "./yaml-explanation.js";

export const explainBraces: Explainer = ({ line, lineStart }) => {
  const index = line.search(/\{[{%]/);
  if (index < 0) return null;
  const problem = `"${line.slice(index, index + 2)}" begins a mapping in YAML, and this is no place for Liquid`;
  const hint = "Write the value out, or put it in quotes to keep the braces as text";
  return explainAt(lineStart + index, 2, problem, hint);
};

/** The parser meets an unclosed quote at the end of the text; the author has to look at its beginning. */
export const explainOpenQuote: Explainer = ({ text, fault }) => {
  const quote = /^Missing closing (["'])/.exec(fault.message)?.[1];
  if (quote === undefined) return null;
  const openings = [...text.matchAll(/(?:^|\n)[^\n#"']*?(?::[ \t]+|-[ \t]+|[[,][ \t]*)(["'])[^\n]*/g)];
  const opening = openings.find((match) => match[1] === quote && isOpen(match[0], quote));
  const start =
    opening === undefined ? (fault.openQuote ?? fault.offset) : opening.index + opening[0].indexOf(quote);
  const hint = `End the text with ${quote}, or leave out both quotes`;
  return explainAt(start, 1, `the quote ${quote} that opens here is never closed`, hint);
};

function isOpen(line: string, quote: string): boolean {
  return line.replace(/\\./g, "").split(quote).length % 2 === 0;
}

export const explainStart: Explainer = ({ fault, text }) => {
  if (fault.code !== "BAD_SCALAR_START") return null;
  const problem = `a text cannot start with "${text[fault.offset] ?? ""}"`;
  return explainAt(fault.offset, 1, problem, "Put the whole text in quotes");
};

export const explainEscape: Explainer = ({ fault, text }) => {
  if (fault.code !== "BAD_DQ_ESCAPE") return null;
  return explainAt(
    fault.offset,
    2,
    `"${text.slice(fault.offset, fault.offset + 2)}" means nothing between double quotes, where a backslash begins an escape`,
    "Use single quotes, in which a backslash is just a backslash, or write each backslash twice",
  );
};

export const explainMarker: Explainer = ({ line, lineStart }) => {
  const [whole, marker] = /^\s*[^\s:]+:[ \t]+([|>](?=[ \t]+[^\s#])|[-?](?=[ \t]))/.exec(line) ?? [];
  if (whole === undefined || marker === undefined) return null;
  const start = lineStart + whole.length - 1;
  return marker === "-"
    ? explainAt(
        start,
        1,
        'a value that starts with "-" is a list, and a list cannot start on the line of its key',
        'Put each "- item" on a line of its own, or a text in quotes',
      )
    : explainAt(
        start,
        1,
        `a value that starts with "${marker}" and goes on means something else in YAML`,
        "Put the value in quotes",
      );
};

/** `title: Foo: bar`: the parser complains at `Foo`, the slip is the second colon. */
export const explainColon: Explainer = ({ line, lineStart, fault }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY" && fault.code !== "UNEXPECTED_TOKEN") return null;
  const parts = /^(\s*(?:- +)*[^\s"'#:][^:]*:[ \t]+)([^"'[{|>\s].*?):(?:[ \t]|$)/.exec(line);
  const [, key, before] = parts ?? [];
  if (key === undefined || before === undefined) return null;
  const value = line.slice(key.length).trimEnd();
  return explainAt(
    lineStart + key.length + before.length,
    1,
    "a colon and a space inside a value start a new key, so such a text needs quotes",
    `Write: ${key.trim()} "${value.replace(/["\\]/g, "\\$&")}"`,
  );
};

export const explainAfterQuote: Explainer = ({ fault, line, lineStart }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" && fault.code !== "BLOCK_AS_IMPLICIT_KEY") return null;
  const quote = /(?::|^\s*-)[ \t]+(["'])/.exec(line)?.[1];
  if (quote === undefined || fault.offset < lineStart) return null;
  const hint =
    quote === "'"
      ? "Inside single quotes write an apostrophe twice (''), or put the text in double quotes"
      : 'Inside double quotes put a backslash before each ", or put the whole text in single quotes';
  return explainAt(fault.offset, 1, "text follows the closing quote", hint);
};
