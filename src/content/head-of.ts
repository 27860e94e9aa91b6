/** The first line of front matter: three hyphens, and perhaps the name of a language. */
export const OPENING = /^---[ \t]*([A-Za-z]*)[ \t]*(?:\n|$)/;
/** Its last line: three hyphens or three dots. */
export const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/**
 * A text up to the end of its front matter and the blank line after it, which `splitFrontMatter` understands alike; all of
 * it when that does not end, and nothing without front matter.
 */
export function headOf(text: string): string {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return "";
  const closing = CLOSING.exec(text.slice(opening.length));
  if (closing === null) return text;
  const end = opening.length + closing.index + closing[0].length + 1;
  return text.slice(0, text[end] === "\n" ? end + 1 : end);
}
