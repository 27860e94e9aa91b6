/** Rendered bodies as bytes: the long texts, and apart from them what lists of posts and builds without work need. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Heading, Reference, RenderedBody } from "../../model/rendered.js";
import { contentHash } from "../../util/hash.js";

/** What a build needs of every body, whether or not its page is made. */
export interface BodyFacts {
  readonly formulas: number;
  readonly codeBlocks: number;
  readonly images: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What lists of posts and heads of pages show of a body. */
export interface BodySummary {
  readonly facts: BodyFacts;
  readonly excerptHtml: string;
  readonly excerptText: string;
  readonly words: number;
}

export interface BodyTexts {
  readonly html: string;
  readonly feedHtml: string;
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
}

/** The key of the summary that belongs to the texts of a key. */
export function summaryKey(key: string): string {
  return contentHash(`summary ${key}`);
}

export function summarizeBody(body: RenderedBody): BodySummary {
  const { excerptHtml, excerptText, words, formulas, codeBlocks, images, diagnostics } = body;
  return { facts: { formulas, codeBlocks, images, diagnostics }, excerptHtml, excerptText, words };
}

export function encodeSummary(summary: BodySummary): Uint8Array {
  return Buffer.from(JSON.stringify(summary));
}

export function decodeSummary(bytes: Buffer): BodySummary {
  return JSON.parse(bytes.toString()) as BodySummary;
}

const LENGTH_BYTES = 4;

/** Each text behind its length in bytes: what is read often, the HTML, is not written as JSON, which is slow to read. */
export function encodeTexts({ html, feedHtml, headings, references }: BodyTexts): Uint8Array {
  const parts = [html, feedHtml, JSON.stringify(headings), JSON.stringify(references)];
  const lengths = parts.map((part) => Buffer.byteLength(part));
  const bytes = Buffer.allocUnsafeSlow(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let offset = 0;
  parts.forEach((part, index) => {
    offset = bytes.writeUInt32LE(lengths[index] ?? 0, offset);
    offset += bytes.write(part, offset);
  });
  return bytes;
}

const TEXTS = ["html", "feedHtml", "headings", "references"] as const;

/** One of the texts of `encodeTexts`. */
export function decodeText(bytes: Buffer, name: (typeof TEXTS)[number]): string {
  let offset = 0;
  for (const other of TEXTS) {
    const length = bytes.readUInt32LE(offset);
    offset += LENGTH_BYTES;
    if (other === name) return bytes.toString("utf8", offset, offset + length);
    offset += length;
  }
  return "";
}
