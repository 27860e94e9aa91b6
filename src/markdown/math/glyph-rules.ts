/** The rules for the glyphs of a page, which are many for all glyphs that there are and few for those of one page. */
import type { AddGlyphSheet } from "./glyph-sheet.js";

export interface GlyphRule {
  /** The element, the code point and the font: `mjx-c 1D465 I`, `mjx-stretchy-v 28`, `.mjx-stretched mjx-c 2C6`. */
  readonly key: string;
  readonly rule: string;
}

/** Puts the rules of the glyphs that a page uses at the end of its head. A page without formulas stays as it is. */
export function createGlyphRules(rules: readonly GlyphRule[]): AddGlyphSheet {
  return (html) => {
    const keys = new Set<string>();
    for (const [, element = "", code = "", letter = ""] of html.matchAll(GLYPH)) {
      keys.add(`${element} ${code} ${letter}`.trim());
      if (element === "mjx-c") keys.add(`.mjx-stretched mjx-c ${code}`);
    }
    const used = rules.filter(({ key }) => keys.has(key)).map(({ rule }) => rule);
    if (used.length === 0) return html;
    const offset = headEnd(html);
    return `${html.slice(0, offset)}<style class="math-glyphs">${used.join("")}</style>${html.slice(offset)}`;
  };
}

const GLYPH = /<(mjx-c|mjx-stretchy-[vh]) class="mjx-c([0-9A-F]+)(?: TEX-(\w+))?"/g;

/** Before `</head>`; a page without one gets them before its body, or at its start after the doctype. */
function headEnd(html: string): number {
  const match = /<\/head\s*>|<body(?=[\s>])/i.exec(html);
  return match?.index ?? /^\s*<!doctype[^>]*>\s*/i.exec(html)?.[0].length ?? 0;
}
