/**
 * The micromark construct for paragraphs in which a formula goes over lines that would begin a list, a quote or a
 * heading: `$$ a` and below it `- b $$, so`. Every other paragraph is left to CommonMark's construct.
 */
import { content } from "micromark-core-commonmark";
import type { Construct, Effects, Extension } from "micromark-util-types";
import { findMathBlock, staysInBlock } from "./math-blocks.js";
import { type MathSpan, type MathSyntax, matchMathSpan } from "./math-spans.js";
import type { SourceText } from "./source-text.js";

/** What could begin another block, behind what the containers put before it. */
const BLOCK_START = /\n[ \t>]*(?:[-+*=#<>|~`_]|\d+[.)]|:[ \t])/;

/** `source` must hold the text that is being parsed. */
export function createParagraphWithMath(syntax: MathSyntax, source: SourceText): Extension {
  // While a line is inside of a formula, nothing but the containers that are open may look at it.
  const inFormula: Construct = { ...content, name: "paragraphWithMath", concrete: true };
  const outside: Construct = { ...content, name: "paragraphWithMath" };
  const construct: Construct = {
    ...outside,
    tokenize(effects, ok, nok) {
      return (code) => {
        const start = this.now().offset;
        const spans = this.interrupt ? [] : findBrokenSpans(source.text, start, syntax);
        if (spans.length === 0) return nok(code);
        // The line before one that opens a formula too: no table may be looked for there, into the formula.
        const isInside = (offset: number): boolean => {
          const line = /^\n[^\n]*/.exec(source.text.slice(offset))?.[0] ?? "";
          const end = BLOCK_START.test(line) ? offset : offset + line.length;
          return spans.some((span) => span.start < end && offset < span.end);
        };
        const check: Effects["check"] = (constructs, yes, no) => (current) => {
          const goesOn = isInside(this.now().offset);
          this.currentConstruct = goesOn ? inFormula : outside;
          return effects.check(goesOn ? NEXT_LINE : constructs, yes, no)(current);
        };
        return content.tokenize.call(this, { ...effects, check }, ok, nok)(code);
      };
    },
  };
  return { flow: { null: [construct] } };
}

/** A line of the same containers, whatever it holds. */
const NEXT_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return (next) => (next === null || this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};

/** The formulas of the lines up to a blank one that hold a line which would begin another block. */
function findBrokenSpans(source: string, start: number, syntax: MathSyntax): readonly MathSpan[] {
  const blank = source.slice(start).search(/\n[> \t]*(?:\n|$)/);
  const end = blank < 0 ? source.length : start + blank;
  const text = source.slice(0, end);
  const written = text.slice(start);
  if (!/[$\\]|<script/i.test(written) || !BLOCK_START.test(written)) return [];
  const spans: MathSpan[] = [];
  for (let index = start; index < end; ) {
    const codeSpan =
      text[index] === "`" ? /^(`+)(?!`)[\s\S]*?[^`]\1(?!`)/.exec(text.slice(index))?.[0] : undefined;
    const span = codeSpan === undefined ? matchMathSpan(text, index, syntax) : undefined;
    // A formula on lines of its own ends the paragraph.
    if (span !== undefined && isBlock(source, index, syntax)) break;
    if (span !== undefined) {
      const tex = text.slice(span.start, span.end);
      if (BLOCK_START.test(tex) && staysInBlock(source, span) && !isProseLine(tex)) spans.push(span);
      index = span.end;
    } else
      index +=
        codeSpan?.length ?? (/^(?:\\[^\n]|`+|\$+)/.exec(text.slice(index, index + 40))?.[0].length || 1);
  }
  return spans;
}

function isBlock(source: string, index: number, syntax: MathSyntax): boolean {
  const lineStart = source.lastIndexOf("\n", index - 1) + 1;
  return (
    /^[> \t]*$/.test(source.slice(lineStart, index)) && findMathBlock(source, index, syntax) !== undefined
  );
}

/** Several words in a row are no formula, but text between two prices. */
function isProseLine(tex: string): boolean {
  return /\p{L}{2,} +\p{L}{2,} +\p{L}{2,}/u.test(tex.replace(/\\[A-Za-z]+\s*(?:\{[^{}]*\})?/g, "\\"));
}
