/** Images that bodies name and the site does not have. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { Report } from "../../diagnostics/report.js";
import type { Place } from "../../model/diagnostic.js";
import type { Reference, RenderedBody } from "../../model/rendered.js";
import type { Site, SiteDocument } from "../../model/site.js";
import { nearestPath } from "../../util/nearest-path.js";
import { decodePath, encodePath } from "../../util/url.js";
import { documentsWithOutput } from "../documents-with-output.js";
import type { SiteLinks } from "../site-links.js";
import { imagePath } from "./image-path.js";

/** Comparing names takes time; a site with more broken images than this has other worries than typing errors. */
const MOST_SUGGESTIONS = 200;

/** Adds `image-file-missing`, at the line of the body. `paths` are all files of the site, not encoded. */
export function findMissingImages(
  site: Site,
  bodies: ReadonlyMap<string, Pick<RenderedBody, "images">>,
  links: SiteLinks,
  paths: readonly string[],
  report: Report,
): void {
  let urls: readonly string[] | null = null;
  const suggest = (path: string): string | undefined => {
    urls ??= listImageUrls(paths);
    return nearestPath(path, urls);
  };
  let suggestions = 0;
  for (const document of documentsWithOutput(site)) {
    for (const reference of bodies.get(document.path)?.images ?? []) {
      const path = imagePath(reference.url, document.url, links);
      if (path === undefined || links.hasOutput(path)) continue;
      const nearest = suggestions++ < MOST_SUGGESTIONS ? suggest(path) : undefined;
      const facts = { url: reference.url, path: decodePath(path), nearest };
      report.add(createDiagnostic("image-file-missing", facts, placeOf(reference, document)));
    }
  }
}

function listImageUrls(paths: readonly string[]): readonly string[] {
  const images = paths.filter((path) => /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|apng|jxl)$/i.test(path));
  return images.map((path) => encodePath(`/${path}`));
}

function placeOf({ url, line }: Reference, { path, body, bodyLine }: SiteDocument): Place {
  const lineText = body.read().split("\n")[line - bodyLine] ?? "";
  const written = [url, decodePath(url)].find((one) => lineText.includes(one));
  if (written === undefined) return { path, line, column: 1, lineText };
  return { path, line, column: lineText.indexOf(written) + 1, length: written.length, lineText };
}
