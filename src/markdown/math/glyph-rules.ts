/** The rules for the glyphs of a page, which are many for all glyphs that there are and few for those of one page. */
import { findHeadEnd } from "../../util/html-places.js";
import type { CollectGlyphs } from "./glyph-sheet.js";

export interface GlyphRule {
  /** The element, the code point and the font: `mjx-c 1D465 I`, `mjx-stretchy-v 28`, `.mjx-stretched mjx-c 2C6`. */
  readonly key: string;
  readonly rule: string;
}

/** The rules of the glyphs that a page uses, at the end of its head. */
export function createGlyphRules(rules: readonly GlyphRule[]): CollectGlyphs {
  return (html) => {
    const keys = new Set<string>();
    for (const [, element = "", code = "", letter = ""] of html.matchAll(GLYPH)) {
      keys.add(`${element} ${code} ${letter}`.trim());
      if (element === "mjx-c") keys.add(`.mjx-stretched mjx-c ${code}`);
    }
    const used = rules.filter(({ key }) => keys.has(key)).map(({ rule }) => rule);
    if (used.length === 0) return [];
    return [{ offset: findHeadEnd(html), text: `<style class="math-glyphs">${used.join("")}</style>` }];
  };
}

const GLYPH = /<(mjx-c|mjx-stretchy-[vh]) class="mjx-c([0-9A-F]+)(?: TEX-(\w+))?"/g;
