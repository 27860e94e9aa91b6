/** The one slug of a category or tag, in its URL and its feed's name. */
import { slugify } from "../util/slugify.js";

/**
 * As jekyll-archives slugs names (letters and digits of any script stay), save for what it would lose: `C++` is
 * `c-plus-plus`, `C#` is `c-sharp`, and a name without any letter or digit is its code points, `u1f40d` for a snake.
 */
export function termSlug(name: string): string {
  const spoken = name
    .normalize("NFC")
    .replace(/(?<=[\p{L}\p{Nd}])\++(?![\p{L}\p{M}])/gu, (signs) => `${"-plus".repeat(signs.length)}-`)
    .replace(/(?<=[\p{L}\p{Nd}])#(?![\p{L}\p{M}])/gu, "-sharp-");
  const slug = slugify(spoken);
  return slug === "" ? spellCodePoints(name) : slug;
}

function spellCodePoints(name: string): string {
  return Array.from(name.trim(), (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join("-");
}
