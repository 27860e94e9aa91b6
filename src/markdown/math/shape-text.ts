/** Text raised, lowered, enclosed and accented, as far as Unicode can write it. */
import { SUBSCRIPTS, SUPERSCRIPTS } from "./tex-symbols.js";

/** As an exponent: `n²`, `x^(y/2)`. */
export function raise(text: string): string {
  return shift(text, SUPERSCRIPTS, "^");
}

/** As an index: `aₙ`, `x_(y/2)`. */
export function lower(text: string): string {
  return shift(text, SUBSCRIPTS, "_");
}

function shift(text: string, signs: ReadonlyMap<string, string>, mark: string): string {
  const compact = text.trim().replace(/\s*([=+−∈→])\s*/g, "$1");
  if (compact === "") return "";
  if (mark === "^" && compact === "∘") return "°";
  const characters = [...compact];
  if (characters.every((character) => signs.has(character))) {
    return characters.map((character) => signs.get(character)).join("");
  }
  return characters.length === 1 ? `${mark}${compact}` : `${mark}(${compact})`;
}

/** Parentheses around anything that a fraction bar or a root would otherwise not hold together. */
export function enclose(text: string): string {
  const trimmed = text.trim();
  return /^[\p{L}\p{M}\p{N}\p{No}\p{Lm}.∞°′!]*$/u.test(trimmed) || /^\([^()]*\)$/.test(trimmed)
    ? trimmed
    : `(${trimmed})`;
}

/** One character carries the accent, or each one when it is a line over or under them. */
export function addAccent(accent: string, text: string): string {
  const trimmed = text.trim();
  return [...trimmed].length === 1 || accent === "\u0305" || accent === "\u0332"
    ? [...trimmed]
        .map((character) => character + accent)
        .join("")
        .normalize("NFC")
    : `${trimmed}${accent}`.normalize("NFC");
}
