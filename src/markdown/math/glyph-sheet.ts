/**
 * The glyphs of a page, once for all its formulas. The paths come from the font, found by what an id says: a body from a
 * cache finds them too.
 */
import { TeXFont } from "mathjax-full/js/output/svg/fonts/tex.js";
import { type Glyph, type ReadGlyphId, readGlyphId } from "./glyph-id.js";
import { shortenPath } from "./shorten-path.js";

/** Puts the sheet with the glyphs that this page uses at the start of its body. A page without formulas stays as it is. */
export type AddGlyphSheet = (html: string) => string;

export function createGlyphSheets(): AddGlyphSheet {
  const font = new GlyphFont();
  return (html) => {
    const ids = new Set(Array.from(html.matchAll(/<use [^<>]*?href="#([^"\s]+)"/g), ([, id = ""]) => id));
    const glyphs = [...ids].sort().flatMap((id) => {
      const read = readGlyphId(id);
      return read !== undefined && font.pathOf(read) !== undefined ? [read] : [];
    });
    if (glyphs.length === 0) return html;
    const paths = new Map(glyphs.map((read) => [read.base, font.pathOf(read)]));
    const written = [
      ...Array.from(paths, ([id, path]) => `<path id="${id}" d="${path}"/>`),
      ...glyphs.filter(({ scale }) => scale !== 1).map(writeSmaller),
    ];
    // Not `display: none`, which makes some browsers draw nothing where a glyph is used.
    const sheet = `<svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs>${written.join("")}</defs></svg>`;
    const offset = bodyStart(html);
    return html.slice(0, offset) + sheet + html.slice(offset);
  };
}

/** The same glyph in an index. */
function writeSmaller({ id, base, scale }: ReadGlyphId): string {
  return `<use id="${id}" href="#${base}" transform="scale(${String(scale).replace("0.", ".")})"/>`;
}

/** MathJax's font, asked by the names of variants that stand in ids. */
class GlyphFont extends TeXFont {
  readonly #names = new Map(
    Object.entries(this.variant).map(([name, { cacheID }]) => [cacheID.replace("TEX-", ""), name]),
  );

  readonly #paths = new Map<string, string | undefined>();

  /** Seen the right way up, with `y` counting downwards. */
  pathOf({ base, glyph }: ReadGlyphId): string | undefined {
    if (!this.#paths.has(base)) this.#paths.set(base, this.#findPath(glyph));
    return this.#paths.get(base);
  }

  #findPath({ variant, point }: Glyph): string | undefined {
    const name = this.#names.get(variant);
    const path = name === undefined ? undefined : this.getChar(name, point)?.[3]?.p;
    return path === undefined || path === "" ? path : shortenPath(`M${path}Z`);
  }
}

/** Behind `<body>`; a page without one gets the sheet behind its head, or after the doctype. */
function bodyStart(html: string): number {
  const match = /<body(?=[\s>])[^>]*>/i.exec(html) ?? /<\/head\s*>/i.exec(html);
  if (match !== null) return match.index + match[0].length;
  return /^\s*<!doctype[^>]*>\s*/i.exec(html)?.[0].length ?? 0;
}
