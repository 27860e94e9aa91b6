/** Where the author wrote what a built page holds. */
import type { Place } from "../model/diagnostic.js";
import type { RenderedBody } from "../model/rendered.js";
import type { SiteDocument } from "../model/site.js";

export interface WrittenPlace {
  readonly place: Place;
  /** Whether it stands in the body of this very source, not in a layout. */
  readonly isInBody: boolean;
}

/**
 * The line of the body that holds the reference `url`, with the line's text for the frame. What comes from a layout
 * has the source as a whole; a page that no document stands for, its `outputPath`.
 */
export function findPlace(
  url: string,
  outputPath: string,
  document: SiteDocument | undefined,
  body: RenderedBody | undefined,
  baseurl: string,
): WrittenPlace {
  if (document === undefined) return { place: { path: outputPath }, isInBody: false };
  const reference = body?.references.find((known) => known.url === url || baseurl + known.url === url);
  if (reference === undefined) return { place: { path: document.path }, isInBody: false };
  const { line } = reference;
  const lineText = document.body.read().split("\n")[line - document.bodyLine] ?? "";
  const written = lineText.includes(reference.url) ? reference.url : decodeOr(reference.url);
  const column = lineText.indexOf(written) + 1;
  if (column === 0) return { place: { path: document.path, line, column: 1, lineText }, isInBody: true };
  return {
    place: { path: document.path, line, column, length: Math.max(1, written.length), lineText },
    isInBody: true,
  };
}

function decodeOr(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
