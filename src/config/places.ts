/** Offsets of a YAML text to lines and columns, with each line's tabs widened or not. */
import type { Place } from "../model/diagnostic.js";

export interface Places {
  /** The place of the text from `start` up to `end` (offsets from 0), cut at the end of its first line. */
  at(start: number, end: number): Place;
}

/**
 * `text` is what the author wrote. When the offsets come from a copy in which each tab of an indentation is
 * `widthOfTab` spaces, places are still those of the author's text.
 */
export function createPlaces(path: string, text: string, widthOfTab = 1): Places {
  const lines = text.split("\n").map((line) => ({ written: line, tabs: tabsOfIndentation(line) }));
  const starts: number[] = [];
  let offset = 0;
  for (const { written, tabs } of lines) {
    starts.push(offset);
    offset += written.length + tabs * (widthOfTab - 1) + 1;
  }
  const lineAt = (position: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    at(start, end) {
      const index = lineAt(start);
      const { written = "", tabs = 0 } = lines[index] ?? {};
      const lineText = written.replace(/\r$/, "");
      const inLine = start - (starts[index] ?? 0);
      const column = Math.max(0, inLine - tabs * (widthOfTab - 1));
      const length = Math.max(1, Math.min(end - start, lineText.length - column));
      return { path, line: index + 1, column: column + 1, length, lineText };
    },
  };
}

function tabsOfIndentation(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? "").replaceAll(" ", "").length;
}
