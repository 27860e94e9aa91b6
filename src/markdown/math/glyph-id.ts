/**
 * The ids of glyphs, which say what they stand for: the font's variant, the code point, and how much smaller the glyph
 * is. So they mean the same in every body. They are short, as each formula is full of them.
 */

/** Where Unicode's mathematical alphabets begin: most letters lie behind it, and count from there. */
const ALPHABETS = 0x1d400;
/** Italic letters from `A` on, in the order of ASCII but for what stands between `Z` and `a`. */
const ITALIC_CAPITALS = 0x1d434;
const ITALIC_SMALL = 0x1d44e;

export interface Glyph {
  /** The font's variant in MathJax's short form: `N` for normal, `I` for italic, `S1` … */
  readonly variant: string;
  readonly point: number;
}

/** How large a glyph is, in thousandths, and what is written behind its id: in an index, and in an index of an index. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ["", 1000],
  ["'", 707],
  ["''", 500],
]);

/** `#MJX-TEX-N-32` -> `.2`, `#MJX-TEX-I-1D44E` -> `:a`, `#MJX-TEX-S1-28` -> `S1.(`. Ids of headings begin with no sign. */
export function glyphIdOf(mathJaxLink: string): string {
  const [, variant = "", code = ""] = /^#MJX-TEX-(\w+)-([0-9A-F]+)$/.exec(mathJaxLink) ?? [];
  if (variant === "") return mathJaxLink.slice(1);
  const point = Number.parseInt(code, 16);
  if (point < ALPHABETS) return `${variant === "N" ? "" : variant}.${writePoint(point)}`;
  return `${variant === "I" ? "" : variant}:${writeLetter(point)}`;
}

/** The mark behind the id of a glyph of this size; `undefined` for a size that has none. */
export function sizeMarkOf(scale: number): string | undefined {
  for (const [mark, size] of SIZES) if (Math.abs(size - scale * 1000) < 1) return mark;
  return undefined;
}

export interface ReadGlyphId {
  readonly id: string;
  readonly glyph: Glyph;
  /** The id without the mark of its size. */
  readonly base: string;
  readonly scale: number;
}

/** What an id stands for; `undefined` for one that is none of a glyph. */
export function readGlyphId(id: string): ReadGlyphId | undefined {
  const [, variant = "", sign = "", code = "", mark = ""] = /^(\w*)([.:])([^']+)('*)$/.exec(id) ?? [];
  const size = SIZES.get(mark);
  const point = sign === "." ? readPoint(code) : readLetter(code);
  if (sign === "" || size === undefined || point === undefined) return undefined;
  const glyph = { variant: variant || (sign === "." ? "N" : "I"), point };
  return { id, glyph, base: id.slice(0, id.length - mark.length), scale: size / 1000 };
}

/** Signs of ASCII that mean nothing in an attribute or an address stand for themselves. */
const PLAIN = /^[!$(-;=?-[\]^_a-~]$/;

function writePoint(point: number): string {
  const character = String.fromCodePoint(point);
  return PLAIN.test(character) ? character : point.toString(36).padStart(2, "0");
}

function readPoint(code: string): number | undefined {
  return PLAIN.test(code) ? code.codePointAt(0) : readNumber(code);
}

function writeLetter(point: number): string {
  if (point >= ITALIC_CAPITALS && point < ITALIC_CAPITALS + 26)
    return String.fromCharCode(65 + point - ITALIC_CAPITALS);
  if (point >= ITALIC_SMALL && point < ITALIC_SMALL + 26)
    return String.fromCharCode(97 + point - ITALIC_SMALL);
  return (point - ALPHABETS).toString(36).padStart(2, "0");
}

function readLetter(code: string): number | undefined {
  if (/^[A-Z]$/.test(code)) return code.charCodeAt(0) - 65 + ITALIC_CAPITALS;
  if (/^[a-z]$/.test(code)) return code.charCodeAt(0) - 97 + ITALIC_SMALL;
  const number = readNumber(code);
  return number === undefined ? undefined : number + ALPHABETS;
}

function readNumber(code: string): number | undefined {
  return /^[0-9a-z]{2,}$/.test(code) ? Number.parseInt(code, 36) : undefined;
}
