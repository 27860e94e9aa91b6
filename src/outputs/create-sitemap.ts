/** sitemap.xml: https://www.sitemaps.org/protocol.html */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Output } from "../model/output.js";
import type { PlannedPage } from "../model/page.js";
import type { Site } from "../model/site.js";
import { compareText } from "../util/text.js";
import { formatIso8601 } from "../util/time-zone.js";
import { absoluteAddress } from "./absolute-address.js";
import { documentsWithOutput } from "./documents-with-output.js";
import { isTakenPath } from "./find-taken-paths.js";
import { xmlElement } from "./xml.js";

/**
 * Every listed page by URL, documents with the day they last changed as far as their author says. None without a
 * configured `url` (addresses must be absolute; adds `site-url-missing`), nor when the author has written one.
 */
export function createSitemap(site: Site, pages: readonly PlannedPage[], report: Report): readonly Output[] {
  if (isTakenPath("sitemap.xml", site)) return [];
  if (site.config.url === "") {
    report.add(createDiagnostic("site-url-missing", {}, { path: "_config.yml" }));
    return [];
  }
  const documents = new Map(documentsWithOutput(site).map((document) => [document.path, document]));
  const entries = pages
    .filter(({ isListed }) => isListed)
    .toSorted((left, right) => compareText(left.url, right.url))
    .map(({ url, document }) => {
      const source = document === null ? undefined : documents.get(document);
      const changed = source?.lastModified ?? source?.date ?? null;
      const time = changed === null ? "" : xmlElement("lastmod", {}, formatIso8601(changed));
      return `<url>${xmlElement("loc", {}, absoluteAddress(url, site.config))}${time}</url>`;
    });
  const content = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
  return [{ path: "sitemap.xml", content, source: "the sitemap" }];
}
