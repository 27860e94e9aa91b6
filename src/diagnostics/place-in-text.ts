import type { Place } from "../model/diagnostic.js";

/** The place of a line and column (both from 1) in a text, with the line itself for the code frame. */
export function placeAt(path: string, text: string, line: number, column: number, length = 1): Place {
  const lineText = text.split("\n", line)[line - 1]?.replace(/\r$/, "") ?? "";
  return { path, line, column, length: Math.max(1, length), lineText };
}

/** The place of an offset (from 0, in code units) in a text. `\r\n` and `\n` both end a line. */
export function placeAtOffset(path: string, text: string, offset: number, length = 1): Place {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return placeAt(path, text, line, offset - before.lastIndexOf("\n"), length);
}
