/** What stands in the destination because the author put it there: a generated file gives way to it. */
import type { Site } from "../model/site.js";
import { documentsWithOutput } from "./documents-with-output.js";
import { redirectPath } from "./redirect-path.js";

/** The files that the author's own documents, static files and redirects become. */
export function findTakenPaths(site: Site): ReadonlySet<string> {
  const documents = documentsWithOutput(site);
  return new Set([
    ...documents.map(({ outputPath }) => outputPath),
    ...documents.flatMap(({ redirectFrom }) => redirectFrom.map(redirectPath)),
    ...site.staticFiles.map(({ path }) => path),
  ]);
}

/** Whether a path is one of them, for who asks about one alone. */
export function isTakenPath(path: string, site: Site): boolean {
  return (
    site.staticFiles.some((file) => file.path === path) ||
    documentsWithOutput(site).some(
      ({ outputPath, redirectFrom }) =>
        outputPath === path || redirectFrom.some((from) => redirectPath(from) === path),
    )
  );
}
