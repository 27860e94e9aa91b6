/** Frames for diagnostics whose place was known by numbers alone. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { placeAt } from "../diagnostics/place-in-text.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";

/** The same diagnostics, each place with the text of its line as far as the file can be read below `sourceDir`. */
export function addLineTexts(diagnostics: readonly Diagnostic[], sourceDir: string): readonly Diagnostic[] {
  const texts = new Map<string, string | null>();
  const complete = (place: Place): Place => {
    const { path: file, line, column, length, lineText } = place;
    if (lineText !== undefined || line === undefined || column === undefined) return place;
    const text = texts.get(file) ?? readText(path.join(sourceDir, file));
    texts.set(file, text);
    return text === null ? place : placeAt(file, text, line, column, length);
  };
  return diagnostics.map((diagnostic) => {
    const { place, related } = diagnostic;
    return {
      ...diagnostic,
      ...(place === undefined ? {} : { place: complete(place) }),
      ...(related === undefined
        ? {}
        : { related: related.map((one) => ({ ...one, place: complete(one.place) })) }),
    };
  });
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return null;
  }
}
