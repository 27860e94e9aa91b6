/** A template's text to something that renders. Never throws: what is wrong is reported, and the rest still renders. */
import { type Liquid, Parser, type Template } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { nearestName } from "../../util/text.js";
import { compileTag } from "../evaluate/compile-tag.js";
import { compileFiltered } from "../evaluate/compile-value.js";
import { placeOfRange } from "../render-state.js";
import { messageOfError } from "./error-message.js";
import { type ParsedTag, type TagToken, TokenKind, type TopLevelToken } from "./liquidjs-types.js";
import { MarkupTokenizer, OUTPUT_MARKUP } from "./markup-tokenizer.js";
import { createOutput, createText, guardPart } from "./template-parts.js";
import { OutputMarkup, type TokenNotices, tokenizeTemplate } from "./tokenize-template.js";

export interface ParsedTemplate {
  readonly source: TemplateSource;
  readonly parts: Template[];
  /** What is wrong with the template itself, whatever page is made with it. */
  readonly diagnostics: readonly Diagnostic[];
}

export function parseTemplate(liquid: Liquid, source: TemplateSource): ParsedTemplate {
  const diagnostics: Diagnostic[] = [];
  const notices = createNotices(liquid, source, diagnostics);
  const tokens = tokenizeTemplate(source.text, source.path, liquid.options, notices);
  const parser = new TemplateParser(liquid, source, notices, diagnostics);
  const parts = parser.parseTokens(tokens) as Template[];
  return { source, parts, diagnostics };
}

function createNotices(liquid: Liquid, source: TemplateSource, diagnostics: Diagnostic[]): TokenNotices {
  const textOf = (begin: number, end: number): string => shorten(source.text.slice(begin, end).trim());
  const placeOf = (begin: number, end: number) => placeOfRange(source, begin, end);
  return {
    malformed: (begin, end, reading) =>
      diagnostics.push(
        createDiagnostic("liquid-malformed", { markup: textOf(begin, end), reading }, placeOf(begin, end)),
      ),
    filter: ({ name, begin, end }) => {
      if (Object.hasOwn(liquid.filters, name)) return;
      const nearest = nearestName(name, Object.keys(liquid.filters));
      diagnostics.push(
        createDiagnostic("liquid-unknown-filter", { filter: name, nearest }, placeOf(begin, end)),
      );
    },
    unclosedOutput: (begin, end) =>
      diagnostics.push(
        createDiagnostic("liquid-unclosed-output", { text: textOf(begin, end) }, placeOf(begin, end)),
      ),
    unclosedTag: (begin, end) =>
      diagnostics.push(
        createDiagnostic("liquid-unclosed-tag", { text: textOf(begin, end) }, placeOf(begin, end)),
      ),
    unclosedBlock: (tag, begin, end) =>
      diagnostics.push(createDiagnostic("liquid-unclosed-block", { tag }, placeOf(begin, end))),
    badTag: (begin, end, reason) =>
      diagnostics.push(
        createDiagnostic("liquid-tag-syntax", { tag: textOf(begin, end), reason }, placeOf(begin, end)),
      ),
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

const BLOCKS: ReadonlySet<string> = new Set(
  "if unless case for tablerow capture ifchanged highlight".split(" "),
);
const INNER_TAG = /^(?:else|elsif|when|end\w+)$/;

class TemplateParser extends Parser {
  readonly #liquid: Liquid;
  readonly #source: TemplateSource;
  readonly #notices: TokenNotices;
  readonly #diagnostics: Diagnostic[];

  constructor(liquid: Liquid, source: TemplateSource, notices: TokenNotices, diagnostics: Diagnostic[]) {
    super(liquid);
    this.#liquid = liquid;
    this.#source = source;
    this.#notices = notices;
    this.#diagnostics = diagnostics;
  }

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ParsedTag {
    return this.#parsePart(token, rest) as ParsedTag;
  }

  #parsePart(token: TopLevelToken, rest: TopLevelToken[]): Template {
    if (token instanceof OutputMarkup) {
      const { input, contentRange, file } = token;
      const tokenizer = new MarkupTokenizer(input, contentRange, OUTPUT_MARKUP, this.#notices, file);
      return createOutput(compileFiltered(tokenizer.readFilteredValue(), this.#liquid), token, this.#source);
    }
    if (token.kind === TokenKind.Tag) return this.#parseTag(token as TagToken, rest);
    return createText(token, this.#source);
  }

  #parseTag(token: TagToken, rest: TopLevelToken[]): Template {
    const Tag = this.#liquid.tags[token.name];
    if (Tag === undefined) {
      this.#reportUnknown(token);
      return createText(null, this.#source);
    }
    try {
      const run = compileTag(new Tag(token, rest, this.#liquid, this), this.#liquid);
      return guardPart(run, token, this.#source);
    } catch (error) {
      this.#reportBroken(token, error, rest);
      return createText(null, this.#source);
    }
  }

  #reportUnknown(token: TagToken): void {
    const place = placeOfRange(this.#source, token.begin, token.end);
    const { name: tag } = token;
    if (INNER_TAG.test(tag)) {
      this.#diagnostics.push(createDiagnostic("liquid-stray-tag", { tag }, place));
      return;
    }
    const nearest = nearestName(tag, Object.keys(this.#liquid.tags));
    this.#diagnostics.push(createDiagnostic("liquid-unknown-tag", { tag, nearest }, place));
  }

  #reportBroken(token: TagToken, error: unknown, rest: TopLevelToken[]): void {
    const place = placeOfRange(this.#source, token.begin, token.end);
    const reason = messageOfError(error);
    const { name: tag } = token;
    if (/ not closed$/.test(reason)) {
      this.#diagnostics.push(createDiagnostic("liquid-unclosed-block", { tag }, place));
      return;
    }
    this.#diagnostics.push(
      createDiagnostic("liquid-tag-syntax", { tag: shorten(token.getText()), reason }, place),
    );
    if (BLOCKS.has(tag)) skipBlock(tag, rest);
  }
}

/** Drops the content of a block that could not be opened, so that its end is not reported too. */
function skipBlock(name: string, rest: TopLevelToken[]): void {
  let depth = 1;
  while (rest.length > 0 && depth > 0) {
    const token = rest.shift();
    if (token?.kind !== TokenKind.Tag) continue;
    const { name: tag } = token as TagToken;
    if (tag === name) depth++;
    if (tag === `end${name}`) depth--;
  }
}
