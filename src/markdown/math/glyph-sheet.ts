/**
 * The glyphs of a page, once for all its formulas. An id says which glyph it is (the font's variant and the code
 * point), so it means the same in every body, and the paths come from the font: a body from a cache finds them too.
 */
import { createRequire } from "node:module";
import { createStoredPieces, type PieceStore } from "../piece-store.js";
import { postpone } from "../postpone.js";

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

/** The font is loaded for the first glyph that is not in the store. */
export function createGlyphSheets(store?: PieceStore): AddGlyphSheet {
  const pathOf = createGlyphTable(store);
  return (html) => {
    const ids = new Set(Array.from(html.matchAll(/<use [^<>]*?href="#(\w+[.:]\w+)"/g), ([, id = ""]) => id));
    const paths = [...ids].sort().flatMap((id) => {
      const path = pathOf(id);
      return path === undefined ? [] : [`<path id="${id}" d="${path}"/>`];
    });
    if (paths.length === 0) return html;
    // Not `display: none`, which makes some browsers draw nothing where a glyph is used.
    const sheet = `<svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs>${paths.join("")}</defs></svg>`;
    const offset = bodyStart(html);
    return html.slice(0, offset) + sheet + html.slice(offset);
  };
}

// Node >= 20.19 can `require` an ES module, which keeps this synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

function createGlyphTable(store: PieceStore | undefined): (id: string) => string | undefined {
  const font = postpone(() => {
    const { GlyphFont }: typeof import("./glyph-font.js") = require("./glyph-font.js");
    return new GlyphFont();
  });
  const draw = (id: string): string | undefined => {
    const [, variant = "", sign, code = ""] = /^(\w+)([.:])(\w+)$/.exec(id) ?? [];
    return font().pathOf(variant, Number.parseInt(code, 36) + (sign === ":" ? ALPHABETS : 0));
  };
  const stored = createStoredPieces<string>(store, {
    name: "glyph",
    engine: "mathjax-full",
    options: null,
    read: (value) => (typeof value === "string" ? value : undefined),
    write: (path) => path,
  });
  const paths = new Map<string, string | undefined>();
  return (id) => {
    if (!paths.has(id)) {
      const kept = stored.get(id);
      const path = kept ?? draw(id);
      if (kept === undefined && path !== undefined) stored.set(id, path);
      paths.set(id, path);
    }
    return paths.get(id);
  };
}

/** Behind `<body>`; a page without one gets the sheet behind its head, or after the doctype. */
function bodyStart(html: string): number {
  const match = /<body(?=[\s>])[^>]*>/i.exec(html) ?? /<\/head\s*>/i.exec(html);
  if (match !== null) return match.index + match[0].length;
  return /^\s*<!doctype[^>]*>\s*/i.exec(html)?.[0].length ?? 0;
}
