import { slugify } from "../util/slugify.js";

const LONGEST_BYTES = 200;

/** Letters that are not a base letter with a mark, and so stay when marks are taken away. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
};

/** TeX commands that change how a letter looks, not what is read. */
const LAYOUT_COMMANDS =
  /\\(?:math[a-z]+|text[a-z]*|operatorname|boldsymbol|left|right|big+[lr]?|displaystyle|limits|quad|qquad|[,;:!])(?![a-z])\*?/gi;

/**
 * The name of a post in its file and URL, made from its title: `C++ and \(L^2\)-norms` -> `cpp-and-l2-norms`.
 * Titles in Latin letters lose their marks; those in other scripts keep their letters. Never empty.
 */
export function slugOfTitle(title: string): string {
  const plain = title
    .replace(/\\[()[\]]|\$/g, " ")
    .replace(LAYOUT_COMMANDS, "")
    .replace(/[\\{}^]/g, "")
    .replace(/['’]/g, "")
    .replace(/\bC\+\+/gi, "cpp")
    .replace(/\b([CF])#/gi, "$1-sharp")
    .replace(/[^\p{ASCII}]/gu, (character) => LETTERS[character] ?? character);
  const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(plain);
  return shorten(slugify(plain, isLatin ? "latin" : "default")) || "post";
}

/** File systems take names of 255 bytes, of which date and ending need some. */
function shorten(slug: string): string {
  let letters = [...slug];
  while (Buffer.byteLength(letters.join("")) > LONGEST_BYTES) letters = letters.slice(0, -1);
  return letters.join("").replace(/-$/, "");
}
