/** Jekyll's modes; see `Jekyll::Utils.slugify`. */
export type SlugMode = "none" | "raw" | "default" | "pretty" | "ascii" | "latin";

const SEPARATORS: Readonly<Record<Exclude<SlugMode, "none">, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^A-Za-z0-9]+/g,
};

/**
 * Turns text into a part of a URL as Jekyll's `slugify` does: lower case, each run of characters that the mode
 * does not keep becomes one hyphen, none at the ends. `default` keeps letters, marks and digits of any script.
 * May be empty (`"!!!"`). Source: https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
 */
export function slugify(text: string, mode: SlugMode = "default", keepsCase = false): string {
  if (mode === "none") return keepsCase ? text : text.toLowerCase();
  if (RE_SLUG.test(text)) return text;
  const plain = mode === "latin" ? text.normalize("NFD").replace(/\p{M}+/gu, "") : text;
  const slug = plain.replace(SEPARATORS[mode], "-").replace(/^-|-$/g, "");
  return keepsCase ? slug : slug.toLowerCase();
}

/** What is a slug already, in each of the modes: most names of files are. */
const RE_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
