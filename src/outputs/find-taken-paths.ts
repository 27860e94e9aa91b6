/** What stands in the destination because the author put it there. */
import type { Site } from "../model/site.js";
import { documentsWithOutput } from "./documents-with-output.js";
import { redirectPath } from "./redirect-path.js";

/**
 * The files that the author's own documents, static files and redirects become: a generated page gives way to them.
 */
export function findTakenPaths(site: Site): ReadonlySet<string> {
  const documents = documentsWithOutput(site);
  return new Set([
    ...documents.map(({ outputPath }) => outputPath),
    ...documents.flatMap(({ redirectFrom }) => redirectFrom.map(redirectPath)),
    ...site.staticFiles.map(({ path }) => path),
  ]);
}
