/** Turns offsets in the text that is rendered into places in the author's file. */
import type { Place } from "../model/diagnostic.js";
import type { RenderRequest } from "../model/rendered.js";

export interface BodyPlaces {
  /** The place of an offset (from 0, in code units) in the request's text. */
  placeAt(offset: number, length?: number): Place;
  /** The line of the author's file for a line of the text, both from 1. */
  fileLine(line: number): number;
}

export function createBodyPlaces({ path, text, lineOrigins }: RenderRequest): BodyPlaces {
  const fileLine = (line: number): number => lineOrigins[line - 1] ?? lineOrigins.at(-1) ?? line;
  return {
    placeAt(offset, length = 1) {
      const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
      const lineEnd = text.indexOf("\n", offset);
      const lineText = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
      const column = offset - lineStart + 1;
      const line = fileLine(text.slice(0, lineStart).split("\n").length);
      const longest = Math.max(1, lineText.length - column + 1);
      return { path, line, column, length: Math.max(1, Math.min(length, longest)), lineText };
    },
    fileLine,
  };
}
