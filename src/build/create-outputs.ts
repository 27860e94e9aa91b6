/** Everything that belongs into the destination. A new kind of output is one line of the list in `createOutputs`. */
import type { Report } from "../diagnostics/report.js";
import type { Output } from "../model/output.js";
import type { RenderedBody, RenderedInline } from "../model/rendered.js";
import type { Site, SiteDocument } from "../model/site.js";
import { copyStaticFiles } from "../outputs/copy-static-files.js";
import { createAssets, type StyleSheets } from "../outputs/create-assets.js";
import { createFeeds } from "../outputs/create-feeds.js";
import { createRedirects } from "../outputs/create-redirects.js";
import { createNoJekyll, createRobots } from "../outputs/create-robots.js";
import { createSitemap } from "../outputs/create-sitemap.js";
import { categoryFeedPath, siteFeedPath } from "../outputs/feed-paths.js";
import { findImageUrls } from "../outputs/images/complete-image.js";
import { createImageSizes } from "../outputs/images/create-image-sizes.js";
import { findMissingImages } from "../outputs/images/find-missing-images.js";
import { createSiteLinks } from "../outputs/site-links.js";
import { compareText } from "../util/text.js";
import { finishPages } from "./finish-pages.js";
import type { LaidOutPage } from "./lay-out-pages.js";

export interface OutputsInput {
  readonly site: Site;
  readonly bodies: ReadonlyMap<string, RenderedBody>;
  readonly pages: readonly LaidOutPage[];
  readonly styleSheets: StyleSheets;
  readonly renderInline: (text: string) => RenderedInline;
  readonly highlightHtml: (html: string) => string;
  readonly addGlyphSheet: (html: string) => string;
  readonly spellFormulas: (text: string) => string;
}

/** By path, in code unit order. What a document claims is never replaced by something that was made up for it. */
export function createOutputs(input: OutputsInput, report: Report): ReadonlyMap<string, Output> {
  const { site, bodies, pages, styleSheets, renderInline, highlightHtml, addGlyphSheet, spellFormulas } =
    input;
  const others: readonly Output[] = [
    ...copyStaticFiles(site),
    ...createRedirects(site, report),
    ...createSitemap(site, pages, report),
    ...createRobots(site),
    ...createNoJekyll(site),
    ...createAssets(styleSheets),
  ];
  const paths = [
    ...pages.map(({ outputPath }) => outputPath),
    ...others.map(({ path }) => path),
    siteFeedPath(site.config.feed),
    ...site.categories.map(categoryFeedPath),
  ];
  const links = createSiteLinks(site, paths);
  findMissingImages(site, bodies, links, paths, report);
  const images = { urls: findImageUrls(bodies.values()), sizes: createImageSizes(others) };
  const feeds = createFeeds(
    {
      site,
      links,
      bodyOf: (path) => bodies.get(path),
      titleOf: ({ title }) => renderInline(title).text,
      descriptionOf: (document) => describe(document, bodies, renderInline),
    },
    report,
  );
  const outputs = new Map<string, Output>();
  for (const output of [
    ...finishPages(pages, {
      links,
      images,
      finishContent: (html) => addGlyphSheet(highlightHtml(html)),
      spellFormulas,
    }),
    ...others,
    ...feeds,
  ]) {
    if (!outputs.has(output.path)) outputs.set(output.path, output);
  }
  return new Map([...outputs].sort(([left], [right]) => compareText(left, right)));
}

function describe(
  { description, path }: SiteDocument,
  bodies: ReadonlyMap<string, RenderedBody>,
  renderInline: (text: string) => RenderedInline,
): string {
  return description === "" ? (bodies.get(path)?.excerptText ?? "") : renderInline(description).text;
}
