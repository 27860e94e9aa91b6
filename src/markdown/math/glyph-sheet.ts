/**
 * The glyphs of a page, once for all its formulas. An id says which glyph it is (the font's variant and the code
 * point), so it means the same in every body, and the paths come from the font: a body from a cache finds them too.
 */
import { TeXFont } from "mathjax-full/js/output/svg/fonts/tex.js";
import { shortenPath } from "./shorten-path.js";

/** Where Unicode's mathematical alphabets begin: most glyphs lie behind it, and count from there. */
const ALPHABETS = 0x1d400;

/** `#MJX-TEX-N-32` -> `N.1e`, `#MJX-TEX-I-1D44E` -> `I:26`. Ids of headings have neither dots nor colons. */
export function glyphIdOf(mathJaxLink: string): string {
  const match = /^#MJX-TEX-(\w+)-([0-9A-F]+)$/.exec(mathJaxLink);
  if (match === null) return mathJaxLink.slice(1);
  const point = Number.parseInt(match[2] ?? "", 16);
  return `${match[1]}${point < ALPHABETS ? `.${point.toString(36)}` : `:${(point - ALPHABETS).toString(36)}`}`;
}

/** Puts the sheet with the glyphs that this page uses at the start of its body. A page without formulas stays as it is. */
export type AddGlyphSheet = (html: string) => string;

export function createGlyphSheets(): AddGlyphSheet {
  const font = new GlyphFont();
  return (html) => {
    const ids = new Set(Array.from(html.matchAll(/<use [^<>]*?href="#(\w+[.:]\w+)"/g), ([, id = ""]) => id));
    const paths = [...ids].sort().flatMap((id) => {
      const path = font.pathOf(id);
      return path === undefined ? [] : [`<path id="${id}" d="${path}"/>`];
    });
    if (paths.length === 0) return html;
    // Not `display: none`, which makes some browsers draw nothing where a glyph is used.
    const sheet = `<svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs>${paths.join("")}</defs></svg>`;
    const offset = bodyStart(html);
    return html.slice(0, offset) + sheet + html.slice(offset);
  };
}

/** MathJax's font, asked by the names of variants that stand in ids. */
class GlyphFont extends TeXFont {
  readonly #names = new Map(
    Object.entries(this.variant).map(([name, { cacheID }]) => [cacheID.replace("TEX-", ""), name]),
  );

  readonly #paths = new Map<string, string | undefined>();

  pathOf(id: string): string | undefined {
    if (!this.#paths.has(id)) this.#paths.set(id, this.#findPath(id));
    return this.#paths.get(id);
  }

  #findPath(id: string): string | undefined {
    const [, short = "", sign, code = ""] = /^(\w+)([.:])(\w+)$/.exec(id) ?? [];
    const point = Number.parseInt(code, 36) + (sign === ":" ? ALPHABETS : 0);
    const name = this.#names.get(short);
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
