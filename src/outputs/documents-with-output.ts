import type { Site, SiteDocument } from "../model/site.js";

/** Every document that becomes a file: pages by path, posts newest first, then collections. */
export function documentsWithOutput({ pages, posts, collections }: Site): readonly SiteDocument[] {
  return [...pages, ...posts, ...Object.values(collections).flat()].filter(
    ({ outputPath }) => outputPath !== "",
  );
}
