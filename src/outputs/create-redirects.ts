/** Pages that send visitors of old addresses on, as jekyll-redirect-from: https://github.com/jekyll/jekyll-redirect-from */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/diagnostic.js";
import type { Output } from "../model/output.js";
import type { Site, SiteDocument } from "../model/site.js";
import { positionOfKey } from "../util/key-positions.js";
import { escapeHtml } from "../util/text.js";
import { isExternalUrl } from "../util/url.js";
import { absoluteAddress } from "./absolute-address.js";
import { documentsWithOutput } from "./documents-with-output.js";
import { redirectPath } from "./redirect-path.js";

/**
 * One page per path of `redirect_from`: with a slash at its end a folder's index, else a file. A document with
 * `redirect_to` becomes such a page itself. Adds `redirect-over-file`, `redirect-twice` and `redirect-outside-site`;
 * the redirect at fault is left out.
 */
export function createRedirects(site: Site, report: Report): readonly Output[] {
  const documents = documentsWithOutput(site);
  const redirecting = documents.filter(
    ({ redirectFrom, redirectTo }) => redirectFrom.length > 0 || redirectTo !== null,
  );
  if (redirecting.length === 0) return [];
  const sources = new Map(site.staticFiles.map(({ path }) => [path, path]));
  for (const { outputPath, path } of documents) sources.set(outputPath, path);
  const outputs = new Map<string, Output>();
  for (const document of redirecting) {
    for (const from of document.redirectFrom) {
      const output = createRedirectFrom(from, document, site);
      const fault = findFault(from, output.path, document, sources, outputs);
      if (fault === undefined) outputs.set(output.path, output);
      else report.add(fault);
    }
    if (document.redirectTo !== null) {
      const content = redirectHtml(absoluteAddress(document.redirectTo, site.config), site.config.lang);
      outputs.set(document.outputPath, { path: document.outputPath, content, source: document.path });
    }
  }
  return [...outputs.values()];
}

function createRedirectFrom(from: string, document: SiteDocument, { config }: Site): Output {
  const target = document.redirectTo ?? document.url;
  const content = redirectHtml(absoluteAddress(target, config), config.lang);
  return { path: redirectPath(from), content, source: document.path };
}

function findFault(
  from: string,
  outputPath: string,
  document: SiteDocument,
  sources: ReadonlyMap<string, string>,
  outputs: ReadonlyMap<string, Output>,
) {
  const place = placeOfRedirects(document);
  if (isExternalUrl(from) || /[\\\p{Cc}]/u.test(outputPath) || outputPath.split("/").includes("..")) {
    return createDiagnostic("redirect-outside-site", { from, document: document.path }, place);
  }
  const other = sources.get(outputPath);
  if (other !== undefined) {
    const related = [{ message: `"${outputPath}" is made from this`, place: { path: other } }];
    const facts = { from, outputPath, document: document.path, other };
    return createDiagnostic("redirect-over-file", facts, place, related);
  }
  const earlier = outputs.get(outputPath)?.source;
  if (earlier === undefined || earlier === document.path) return undefined;
  const related = [{ message: "the other redirect is here", place: { path: earlier } }];
  return createDiagnostic(
    "redirect-twice",
    { from, document: document.path, other: earlier },
    place,
    related,
  );
}

function placeOfRedirects({ path, keyPositions }: SiteDocument): Place {
  return { path, ...positionOfKey(keyPositions, "redirect_from") };
}

/** Works without a script: browsers follow the refresh, people the link, search engines the canonical address. */
function redirectHtml(target: string, lang: string): string {
  const href = escapeHtml(target);
  return `<!doctype html>
<html lang="${escapeHtml(lang || "en")}">
<head>
<meta charset="utf-8">
<title>Redirecting to ${href}</title>
<link rel="canonical" href="${href}">
<meta http-equiv="refresh" content="0; url=${href}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<p>This page has moved to <a href="${href}">${href}</a>.</p>
</body>
</html>
`;
}
