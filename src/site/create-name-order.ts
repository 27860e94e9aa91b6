/** The order of names in a language. */
import { compareText } from "../util/text.js";

/** Letters, digits and single spaces or hyphens between them. */
const RE_PLAIN_NAME = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;

/**
 * Orders names as the language `lang` does, or as English where there is no such language. No two of the `names` may
 * differ in the case of letters alone. In English, names of plain letters come in the order of their code units once
 * case is set aside (https://unicode.org/reports/tr35/tr35-collation.html), so that the tables of languages, which
 * Node needs 6 ms to load, are left alone.
 */
export function createNameOrder(
  lang: string,
  names: readonly string[],
): (left: string, right: string) => number {
  const isEnglish = lang === "" || /^en(?:-[A-Z]{2})?$/.test(lang);
  if (isEnglish && names.every((name) => RE_PLAIN_NAME.test(name)))
    return (left, right) => compareText(left.toLowerCase(), right.toLowerCase());
  const { compare } = createCollator(lang);
  return compare;
}

function createCollator(lang: string): Intl.Collator {
  try {
    return new Intl.Collator(lang);
  } catch {
    return new Intl.Collator("en");
  }
}
