/** The last step over the HTML of a page, after its layouts. */
import { findHeadEnd } from "../util/html-places.js";
import { type Insertion, insertAll } from "../util/insert-all.js";
import { escapeHtml } from "../util/text.js";
import { assetPaths } from "./create-assets.js";
import { createImageCompleter, NATURAL_SIZE_RULE, type PageImages } from "./images/complete-image.js";
import { rewriteUrls } from "./rewrite-urls.js";
import { type LinkingPage, mayNeedLinks, resolveLink, type SiteLinks } from "./site-links.js";

export interface FinishOptions {
  readonly page: LinkingPage;
  readonly links: SiteLinks;
  /** Whether anything on the page is a drawn formula, or coloured code. */
  readonly hasMath: boolean;
  readonly hasCode: boolean;
  readonly images: PageImages;
  /** What the page needs for the glyphs of its formulas. */
  readonly glyphs: readonly Insertion[];
}

/**
 * Links the style sheets that formulas and code need unless a layout did, puts in the glyphs of formulas, puts links right
 * (see `resolveLink`), and completes images (see `createImageCompleter`).
 * All else stays as it is, byte for byte.
 */
export function finishHtml(
  html: string,
  { page, links, hasMath, hasCode, images, glyphs }: FinishOptions,
): string {
  const sheets = [...(hasMath ? [assetPaths.math] : []), ...(hasCode ? [assetPaths.code] : [])]
    .filter((path) => !linksSheet(html, path))
    .map((path) => `<link rel="stylesheet" href="${escapeHtml(`${links.baseurl}/${path}`)}">\n`);
  const styled = insertAll(html, [...glyphs, ...sheets.map((text) => ({ offset: findHeadEnd(html), text }))]);
  // A page without images asks nothing of other bodies.
  const urls: ReadonlySet<string> = /<img\s/i.test(html) ? images.urls() : new Set();
  if (urls.size === 0 && !mayNeedLinks(html, links)) return styled;
  const isMarked = !linksSheet(html, THEME_SHEET);
  const complete =
    urls.size === 0 ? undefined : createImageCompleter({ ...images, urls }, page, links, isMarked);
  const finished = rewriteUrls(styled, (url) => resolveLink(url, page, links), complete?.completeImage);
  if (!isMarked || !complete?.hasAddedSize()) return finished;
  return insertAll(finished, [{ offset: findHeadEnd(finished), text: NATURAL_SIZE_RULE }]);
}

/** The default theme's, which lets the height of images follow their width. */
const THEME_SHEET = "assets/postulate/theme.css";

/** A page may also write about the style sheet; only a `link` element counts. */
function linksSheet(html: string, path: string): boolean {
  if (!html.includes(path)) return false;
  const links = html.match(/<link\s[^>]*>/gi) ?? [];
  return links.some((link) => link.includes(path));
}

/**
 * Every URL made absolute, as feeds need them: relative to `pageUrl`, the full address of the page
 * (`https://host/base/name.html`). Fragments too, as a reader shows the text elsewhere. What is no URL stays.
 */
export function absoluteUrls(html: string, pageUrl: string): string {
  return rewriteUrls(html, (url) => {
    if (url === "") return url;
    return URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : url;
  });
}
