/** Cuts a template into text, outputs and tags. Nothing in it can make this fail: what is not closed is reported. */
import { TagToken, Token, TokenKind } from "liquidjs";
import type { NormalizedOptions } from "./engine-types.js";
import { Tokenizer, type TopLevelToken } from "./liquidjs-types.js";
import { type MarkupKind, type MarkupNotices, MarkupTokenizer } from "./markup-tokenizer.js";

export interface TokenNotices extends MarkupNotices {
  unclosedOutput(begin: number, end: number): void;
  unclosedTag(begin: number, end: number): void;
  unclosedBlock(tag: string, begin: number, end: number): void;
  badTag(begin: number, end: number, reason: string): void;
}

/** An output: `{{ … }}`, with the range of what stands between. */
export class OutputMarkup extends Token {
  readonly contentRange: [number, number];

  constructor(input: string, begin: number, end: number, contentRange: [number, number], file: string) {
    super(TokenKind.Output, input, begin, end, file);
    this.contentRange = contentRange;
  }
}

const OPENER = /\{\{|\{%/g;
const CONDITION_TAGS = new Set(["if", "elsif", "unless"]);
/** Tags that hold several values, each ended by a comma or a keyword. */
const LIST_TAGS = new Set([
  "cycle",
  "for",
  "tablerow",
  "when",
  "include",
  "include_cached",
  "include_relative",
]);

export function tokenizeTemplate(
  text: string,
  file: string,
  options: NormalizedOptions,
  notices: TokenNotices,
): TopLevelToken[] {
  return new TemplateCutter(text, file, options, notices).cut();
}

class TemplateCutter {
  readonly #tokens: TopLevelToken[] = [];
  readonly #text: string;
  readonly #file: string;
  readonly #options: NormalizedOptions;
  readonly #notices: TokenNotices;
  /** Where the text that no token holds yet begins. */
  #pending = 0;

  constructor(text: string, file: string, options: NormalizedOptions, notices: TokenNotices) {
    this.#text = text;
    this.#file = file;
    this.#options = options;
    this.#notices = notices;
  }

  cut(): TopLevelToken[] {
    const opener = new RegExp(OPENER);
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const end = match[0] === "{{" ? this.#cutOutput(match.index) : this.#cutTag(match.index);
      opener.lastIndex = end;
    }
    this.#addText(this.#pending, this.#text.length, false);
    return this.#tokens;
  }

  #cutOutput(begin: number): number {
    const close = this.#text.indexOf("}}", begin + 2);
    const next = findOpener(this.#text, begin + 2);
    const isOpen = next >= 0 && next < close && hasOpenQuote(this.#text.slice(begin + 2, close));
    if (close < 0 || isOpen) {
      this.#notices.unclosedOutput(begin, lineEnd(this.#text, begin, next));
      return begin + 2;
    }
    const end = close + 2;
    const range = contentRange(this.#text, begin + 2, close);
    this.#addText(this.#pending, begin, this.#text[begin + 2] === "-");
    this.#tokens.push(new OutputMarkup(this.#text, begin, end, range, this.#file) as Token as TopLevelToken);
    return this.#startText(end, this.#text[close - 1] === "-" && close - 1 > begin + 1);
  }

  #cutTag(begin: number): number {
    const close = this.#text.indexOf("%}", begin + 2);
    if (close < 0) {
      this.#notices.unclosedTag(begin, lineEnd(this.#text, begin, -1));
      return begin + 2;
    }
    const end = close + 2;
    const name = /^\{%-?\s*(#|\w+)/.exec(this.#text.slice(begin, end))?.[1];
    this.#addText(this.#pending, begin, this.#text[begin + 2] === "-");
    const after = this.#startText(end, this.#text[close - 1] === "-");
    if (name === undefined) {
      this.#notices.badTag(begin, end, "a tag starts with its name");
      return after;
    }
    if (name === "raw" || name === "comment") return this.#cutVerbatim(name, begin, end);
    this.#tokens.push(this.#createTag(begin, end, name));
    return name === "highlight" ? this.#cutVerbatim(name, begin, end) : after;
  }

  /** Takes everything up to the closing tag as text; of a comment, nothing. */
  #cutVerbatim(name: string, begin: number, end: number): number {
    const closing = findClosing(this.#text, name, end);
    if (closing === null) {
      this.#notices.unclosedBlock(name, begin, end);
      if (name === "highlight") this.#tokens.pop();
      this.#pending = this.#text.length;
      return this.#text.length;
    }
    if (name !== "comment") this.#addText(this.#pending, closing.begin, closing.trimsBefore);
    if (name === "highlight") this.#tokens.push(this.#createTag(closing.begin, closing.end, "endhighlight"));
    return this.#startText(closing.end, closing.trimsAfter);
  }

  #createTag(begin: number, end: number, name: string): TagToken {
    const tag = new TagToken(this.#text, begin, end, this.#options, this.#file);
    const kind: MarkupKind = {
      isCondition: CONDITION_TAGS.has(name),
      ownsRest: !LIST_TAGS.has(name),
      isAssignment: name === "assign",
    };
    tag.tokenizer = new MarkupTokenizer(this.#text, tag.contentRange, kind, this.#notices, this.#file);
    tag.tokenizer.readTagName();
    tag.tokenizer.skipBlank();
    // Ruby ignores what follows `else` and the end of a block.
    return /^(?:else|end\w+)$/.test(name) ? Object.assign(tag, { args: "" }) : tag;
  }

  #startText(at: number, trims: boolean): number {
    this.#pending = trims ? at + (/^\s*/.exec(this.#text.slice(at))?.[0].length ?? 0) : at;
    return this.#pending;
  }

  #addText(begin: number, end: number, trims: boolean): void {
    const last = trims ? begin + this.#text.slice(begin, end).trimEnd().length : end;
    if (last <= begin) return;
    // LiquidJS keeps its text token to itself, and gives one out through its tokenizer.
    this.#tokens.push(new Tokenizer(this.#text, {}, this.#file, [begin, last]).readHTMLToken([]));
  }
}

export interface ClosingTag {
  readonly begin: number;
  readonly end: number;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

/** The tag that closes a verbatim block; comments nest, and `raw` inside `highlight` may hold anything. */
export function findClosing(text: string, name: string, from: number): ClosingTag | null {
  const tag = new RegExp(`\\{%(-?)\\s*(end)?${name}\\b[^%]*?(-?)%\\}`, "g");
  tag.lastIndex = from;
  let depth = 1;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    if (match[2] === "end") depth--;
    else if (name === "comment") depth++;
    if (depth > 0) continue;
    const end = match.index + match[0].length;
    return { begin: match.index, end, trimsBefore: match[1] === "-", trimsAfter: match[3] === "-" };
  }
  return null;
}

/** Whether a quote was not closed, which means that a "}}" after it belongs to a later output. */
function hasOpenQuote(markup: string): boolean {
  return /["']/.test(markup.replace(/"[^"]*"|'[^']*'/g, ""));
}

function findOpener(text: string, from: number): number {
  const opener = new RegExp(OPENER);
  opener.lastIndex = from;
  return opener.exec(text)?.index ?? -1;
}

function lineEnd(text: string, begin: number, next: number): number {
  const stops = [text.indexOf("\n", begin), next, text.length].filter((stop) => stop > begin);
  return Math.min(...stops);
}

function contentRange(text: string, begin: number, end: number): [number, number] {
  let [first, last] = [begin, end];
  if (text[first] === "-") first++;
  if (last > first && text[last - 1] === "-") last--;
  return [first, last];
}
