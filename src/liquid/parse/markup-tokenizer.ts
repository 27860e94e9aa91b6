/** Reads what stands inside one tag or output: LiquidJS's grammar, with Ruby's strings and Ruby's laxness. */

import { readLaxCondition, readLaxValue } from "./lax-markup.js";
import {
  type FilteredValueToken,
  type FilterToken,
  type QuotedToken,
  type RangeToken,
  Token,
  Tokenizer,
  TokenKind,
} from "./liquidjs-types.js";
import { operators } from "./operators.js";

/** What the reader noticed on the way. */
export interface MarkupNotices {
  /** Markup that is not valid, and what it was read as instead. */
  malformed(begin: number, end: number, reading: string): void;
  filter(token: FilterToken): void;
}

export interface MarkupKind {
  /** Whether a value is a condition of `if`, `elsif`, `unless`. */
  readonly isCondition: boolean;
  /** Whether a value reaches to the end of the markup, so that anything left over is wrong. */
  readonly ownsRest: boolean;
  readonly isAssignment?: boolean;
}

export const OUTPUT_MARKUP: MarkupKind = { isCondition: false, ownsRest: true };

class LiteralText extends Token {
  readonly content: string;

  constructor(input: string, begin: number, end: number) {
    super(TokenKind.Quoted, input, begin, end);
    // An unclosed quote reaches to the end; a closed one leaves its own quote out.
    const isClosed = end - begin > 1 && input[end - 1] === input[begin];
    this.content = input.slice(begin + 1, isClosed ? end - 1 : end);
  }
}

export class MarkupTokenizer extends Tokenizer {
  readonly #notices: MarkupNotices;
  readonly #kind: MarkupKind;

  constructor(
    input: string,
    range: [number, number],
    kind: MarkupKind,
    notices: MarkupNotices,
    file?: string,
  ) {
    super(input, operators, file, range);
    this.#kind = kind;
    this.#notices = notices;
  }

  /** In Liquid a backslash is a character like any other, so that `split: "\"` works. */
  override readQuoted(): QuotedToken | undefined {
    this.skipBlank();
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") return undefined;
    const begin = this.p;
    const close = this.input.indexOf(quote, begin + 1);
    this.p = close < 0 || close >= this.N ? this.N : close + 1;
    return new LiteralText(this.input, begin, this.p) as Token as QuotedToken;
  }

  /** `assign site.tags = ""` sets a variable of that very name, which nothing can read; it is no mistake in Ruby. */
  override readIdentifier(): ReturnType<Tokenizer["readIdentifier"]> {
    const identifier = super.readIdentifier();
    const rest = this.input.slice(this.p, this.N);
    const dotted = this.#kind.isAssignment ? /^[.[][^\s=]*(?=\s*=)/.exec(rest)?.[0] : undefined;
    if (dotted !== undefined) {
      this.p += dotted.length;
      identifier.content += dotted;
    }
    return identifier;
  }

  override readFilteredValue(): FilteredValueToken {
    const begin = this.p;
    const value = this.#readStrictly() ?? this.#readLaxly(begin);
    for (const filter of value.filters) this.#notices.filter(filter);
    return value;
  }

  /** `for i in (items)`: brackets without a range count for nothing. */
  override readGroupOrRange(): ReturnType<Tokenizer["readGroupOrRange"]> {
    const begin = this.p;
    try {
      return super.readGroupOrRange();
    } catch (error) {
      if (this.#kind.ownsRest) throw error;
      this.p = begin + 1;
      const value = this.readValue();
      this.readTo(")");
      const text = value === undefined ? "nothing" : `"${value.getText()}"`;
      this.#notices.malformed(begin, this.p, text);
      return value as RangeToken | undefined;
    }
  }

  #readStrictly(): FilteredValueToken | undefined {
    const begin = this.p;
    try {
      const value = super.readFilteredValue();
      this.skipBlank();
      if (!this.#kind.ownsRest || this.end()) return value;
    } catch {
      // What LiquidJS refuses, the lax reader takes.
    }
    this.p = begin;
    return undefined;
  }

  #readLaxly(begin: number): FilteredValueToken {
    const markup = this.input.slice(begin, this.N);
    const reading = this.#kind.isCondition ? readLaxCondition(markup) : readLaxValue(markup);
    this.#notices.malformed(begin, this.N, reading === "nil" ? "nothing" : `"${reading}"`);
    this.p = this.N;
    // Filters stand where the whole markup stands: their own offsets are those of another text.
    const value = readOrNothing(reading);
    for (const filter of value.filters) Object.assign(filter, { input: this.input, begin, end: this.N });
    return value;
  }
}

function readOrNothing(reading: string): FilteredValueToken {
  try {
    return new Tokenizer(reading, operators).readFilteredValue();
  } catch {
    return new Tokenizer("nil", operators).readFilteredValue();
  }
}
