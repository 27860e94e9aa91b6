/**
 * The glyphs of a page, once for all its formulas. The paths come from the font, found by what an id says: a body from a
 * cache finds them too.
 */
import { createRequire } from "node:module";
import { findBodyStart } from "../../util/html-places.js";
import type { Insertion } from "../../util/insert-all.js";
import { createStoredPieces, type PieceStore } from "../piece-store.js";
import { postpone } from "../postpone.js";
import { type ReadGlyphId, readGlyphId } from "./glyph-id.js";

/** What a page needs for the glyphs that it uses, and where; nothing for a page without formulas. */
export type CollectGlyphs = (html: string) => readonly Insertion[];

/** A sheet at the start of the body. The font is loaded for the first glyph that is not in the store. */
export function createGlyphSheets(store?: PieceStore): CollectGlyphs {
  const pathOf = createGlyphTable(store);
  const known = new Map<string, WrittenGlyph | null>();
  const write = (id: string): WrittenGlyph | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const glyph = writeGlyph(readGlyphId(id), pathOf);
    known.set(id, glyph);
    return glyph;
  };
  return (html) => {
    const glyphs = [...findUsedIds(html)].sort().flatMap((id) => write(id) ?? []);
    if (glyphs.length === 0) return [];
    // Sizes of one glyph share its path.
    const written = [
      ...new Set(glyphs.map(({ path }) => path)),
      ...glyphs.flatMap(({ smaller }) => smaller ?? []),
    ];
    // Not `display: none`, which makes some browsers draw nothing where a glyph is used.
    const sheet = `<svg class="math-glyphs" style="position:absolute" width="0" height="0" aria-hidden="true"><defs>${written.join("")}</defs></svg>`;
    return [{ offset: findBodyStart(html), text: sheet }];
  };
}

/** What `use` elements refer to, as far as it is on the page itself. There may be hundreds: no match of each is made. */
function findUsedIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  let reference = html.indexOf(REFERENCE);
  for (let at = html.indexOf(USE); at !== -1; at = html.indexOf(USE, at + USE.length)) {
    if (reference < at) reference = html.indexOf(REFERENCE, at);
    if (reference === -1) break;
    const start = reference + REFERENCE.length;
    if (start < html.indexOf(">", at)) ids.add(html.slice(start, html.indexOf('"', start)));
  }
  return ids;
}

const USE = "<use ";
const REFERENCE = 'href="#';

interface WrittenGlyph {
  readonly path: string;
  /** The same glyph in an index. */
  readonly smaller: string | null;
}

function writeGlyph(
  read: ReadGlyphId | undefined,
  pathOf: (id: ReadGlyphId) => string | undefined,
): WrittenGlyph | null {
  const path = read && pathOf(read);
  if (read === undefined || path === undefined) return null;
  const { id, base, scale } = read;
  const transform = `scale(${String(scale).replace("0.", ".")})`;
  return {
    path: `<path id="${base}" d="${path}"/>`,
    smaller: scale === 1 ? null : `<use id="${id}" href="#${base}" transform="${transform}"/>`,
  };
}

// Node >= 20.19 can `require` an ES module, which keeps this synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

function createGlyphTable(store: PieceStore | undefined): (id: ReadGlyphId) => string | undefined {
  const font = postpone(() => {
    const { GlyphFont }: typeof import("./glyph-font.js") = require("./glyph-font.js");
    return new GlyphFont();
  });
  const stored = createStoredPieces<string>(store, {
    name: "glyph",
    engine: "mathjax-full",
    options: null,
    read: (value) => (typeof value === "string" ? value : undefined),
    write: (path) => path,
  });
  const paths = new Map<string, string | undefined>();
  return ({ base, glyph }) => {
    if (!paths.has(base)) {
      const kept = stored.get(base);
      const path = kept ?? font().pathOf(glyph.variant, glyph.point);
      if (kept === undefined && path !== undefined) stored.set(base, path);
      paths.set(base, path);
    }
    return paths.get(base);
  };
}
