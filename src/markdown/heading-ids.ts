/** Ids of headings as Jekyll makes them, so that old deep links still work. */

export interface HeadingIds {
  /** A new id for a heading's text; repeats get `-1`, `-2`. */
  create(text: string): string;
  /** Keeps an id that the author chose from being given again. */
  reserve(id: string): void;
}

export function createHeadingIds(): HeadingIds {
  const used = new Set<string>();
  return {
    create(text) {
      const base = toHeadingId(text);
      let id = base;
      for (let repeat = 1; used.has(id); repeat++) id = `${base}-${repeat}`;
      used.add(id);
      return id;
    },
    reserve: (id) => used.add(id),
  };
}

/** kramdown writes dashes of two and three hyphens as one sign, which an id leaves out. */
const DASHES = /(?<!-)-{2,3}(?!-)/g;

/**
 * Lower case; letters, marks and digits of any script, `_`, hyphens and spaces stay; spaces become hyphens. `section`
 * when nothing is left. Source: `generate_gfm_header_id` of kramdown-parser-gfm, which Jekyll uses.
 */
function toHeadingId(text: string): string {
  const kept = text
    .toLowerCase()
    .replace(DASHES, "")
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, "");
  return kept.replace(/[ \t]/g, "-") || "section";
}
