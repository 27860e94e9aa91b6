/** Titles in which no sign means anything to Markdown, math or typography: most are, and each is needed on many pages. */
import type { RenderedInline } from "../model/rendered.js";

/**
 * Letters, marks and digits of any script, single spaces, and signs that stand for themselves wherever they are. A dot
 * and a hyphen do so alone, a colon before anything but the slashes of an address.
 */
const PLAIN = /^(?:[\p{L}\p{M}\p{N},;?%()]|\.(?![.\p{L}])|-(?!-)|:(?!\/)| (?! ))+$/u;

/** What the way through the parser would give; `undefined` for a text that has to go that way. */
export function renderPlainTitle(text: string): RenderedInline | undefined {
  const trimmed = text.trim();
  return PLAIN.test(trimmed) ? { html: trimmed, text: trimmed, formulas: 0 } : undefined;
}
