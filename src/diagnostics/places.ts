import type { Place } from "../model/diagnostic.js";

/** Offsets of one text (from 0, in code units) to places, quick however many are asked for. */
export interface Places {
  /** The place of the text from `start` up to `end`, cut at the end of its first line. */
  at(start: number, end: number): Place;
}

/** Offsets count from `base` in the text, for a part of it that is read on its own. `\r\n` and `\n` both end a line. */
export function createPlaces(path: string, text: string, base = 0): Places {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    at(start, end) {
      const index = lineAt(base + start);
      const lineStart = starts[index] ?? 0;
      const lineEnd = (starts[index + 1] ?? text.length + 1) - 1;
      const lineText = text.slice(lineStart, lineEnd).replace(/\r$/, "");
      const inLine = base + start - lineStart;
      const length = Math.max(1, Math.min(end - start, lineText.length - inLine));
      return { path, line: index + 1, column: inLine + 1, length, lineText };
    },
  };
}
