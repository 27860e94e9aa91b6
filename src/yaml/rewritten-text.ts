/** A text made readable for the parser, whose offsets still lead to what the author wrote. */

export interface RewrittenText {
  readonly text: string;
  /** The offset in the author's text. */
  readonly toOriginal: (offset: number) => number;
}

/** At the offset `at` of the author's text, `removed` code units gave way to `inserted` spaces. */
export interface Replacement {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** `replacements` are in the order of the text and do not overlap. */
export function rewriteText(text: string, replacements: readonly Replacement[]): RewrittenText {
  let result = "";
  let copied = 0;
  for (const { at, removed, inserted } of replacements) {
    result += text.slice(copied, at) + " ".repeat(inserted);
    copied = at + removed;
  }
  return {
    text: result + text.slice(copied),
    toOriginal: (offset) => {
      let shift = 0;
      for (const { at, removed, inserted } of replacements) {
        if (at + shift >= offset) break;
        // Inside of the spaces themselves, it is the place that they were put at.
        shift += Math.min(inserted - removed, Math.max(0, offset - (at + shift)));
      }
      return offset - shift;
    },
  };
}
