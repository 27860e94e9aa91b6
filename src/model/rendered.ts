/** What a body becomes. Pure results: they depend on nothing but the request and the options of the renderer. */
import type { Diagnostic } from "./diagnostic.js";

/** Where a line of the text given to the renderer stands in the author's file. */
export interface RenderRequest {
  /** For diagnostics only. */
  readonly path: string;
  /** Markdown, after Liquid. */
  readonly text: string;
  /** For each line of `text` (index 0 is its first line) the line of the file, from 1, that it comes from. */
  readonly lineOrigins: readonly number[];
  /** Text up to which the excerpt reaches; empty for no excerpt. */
  readonly excerptSeparator: string;
  /** TeX macros of this body alone, beside those of the site: see `MathConfig`. */
  readonly macros?: Readonly<Record<string, string | readonly [string, number]>>;
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly id: string;
  /** Inline HTML with formulas drawn, without links. */
  readonly html: string;
  /** Plain text, formulas as readable Unicode. */
  readonly text: string;
}

/** A reference to something else: `href` of a link, `src` of an image. */
export interface Reference {
  readonly kind: "link" | "image";
  /** As in the HTML, entities decoded. */
  readonly url: string;
  /** Line of the author's file, from 1. */
  readonly line: number;
}

export interface RenderedBody {
  readonly html: string;
  /** The same for feed readers: formulas as readable text, code without colours, no ids, no scripts, no style blocks. */
  readonly feedHtml: string;
  /** The part before the excerpt's separator, as HTML without ids. Empty when there is none. */
  readonly excerptHtml: string;
  /** The excerpt as plain text on one line. */
  readonly excerptText: string;
  /** Words of the text, formulas and code not counted. */
  readonly words: number;
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  /** Those of the references that are images. */
  readonly images: readonly Reference[];
  readonly formulas: number;
  readonly codeBlocks: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A short text (a title, a description) in the two forms that a page needs. */
export interface RenderedInline {
  /** Inline HTML: formulas drawn, emphasis and code as elements. */
  readonly html: string;
  /** For `<title>`, attributes and feeds: readable Unicode, nothing to escape but XML's own characters. */
  readonly text: string;
  readonly formulas: number;
}

/** A part of a text: offsets in UTF-16 code units, `end` not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
