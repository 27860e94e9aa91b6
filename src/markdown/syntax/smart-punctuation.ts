/**
 * Typographic quotes, dashes, ellipses and guillemets for plain ones, where kramdown writes them. A construct of the
 * tokenizer, so that escapes, code, math, addresses and HTML keep what was typed.
 */
import type { Code, Construct, Effects, Extension, State } from "micromark-util-types";
import { curlyQuote } from "./curly-quotes.js";
import type { ReadAhead } from "./read-ahead.js";
import { createLookAhead, type SourceText } from "./source-text.js";
import { CODES } from "./token-types.js";

/** `source` must hold the text that is being parsed. */
export function createSmartPunctuation(source: SourceText, readAhead: ReadAhead): Extension {
  const mayBegin = createLookAhead(source, /["']|--|\.\.\.|<<|>>/);
  const construct: Construct = {
    name: "smartPunctuation",
    previous() {
      return mayBegin(this.now().offset);
    },
    tokenize(effects, ok, nok) {
      if (!mayBegin(this.now().offset)) return nok;
      return readAhead(this, effects, ({ text, indexAt }) => {
        const now = this.now();
        const first = this.events[0]?.[1].start ?? now;
        const before = this.sliceSerialize({ start: first, end: now }).slice(-200);
        const found = smartPunctuationAt(before + text.slice(indexAt(now.offset)), before.length);
        return found === undefined ? nok : consumeSigns(effects, ok, found);
      });
    },
  };
  const { doubleQuote, singleQuote, dash, dot, lessThan, greaterThan } = CODES;
  const codes = [doubleQuote, singleQuote, dash, dot, lessThan, greaterThan];
  return { text: Object.fromEntries(codes.map((code) => [code, construct])) };
}

function consumeSigns(effects: Effects, ok: State, { length, replacement }: SmartPunctuation): State {
  let consumed = 0;
  return (code) => {
    effects.enter("smartPunctuation").smartReplacement = replacement;
    return next(code);
  };

  function next(code: Code): State | undefined {
    if (consumed === length) {
      effects.exit("smartPunctuation");
      return ok(code);
    }
    consumed++;
    effects.consume(code);
    return next;
  }
}

export interface SmartPunctuation {
  /** How many characters are replaced. */
  readonly length: number;
  readonly replacement: string;
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/^---/, "—"],
  [/^--/, "–"],
  [/^\.\.\./, "…"],
  [/^<< /, "«\u00a0"],
  [/^<</, "«"],
  [/^>>/, "»"],
];

/** What stands for the plain characters at `index`, `undefined` when they stay. */
export function smartPunctuationAt(text: string, index: number): SmartPunctuation | undefined {
  const sign = text[index];
  if (sign === '"' || sign === "'") return { length: 1, replacement: curlyQuote(text, index, sign) };
  const rest = text.slice(index, index + 3);
  for (const [pattern, replacement] of SYMBOLS) {
    const length = pattern.exec(rest)?.[0].length;
    if (length !== undefined) return { length, replacement };
  }
  return undefined;
}
