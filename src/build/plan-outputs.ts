/** Everything that belongs into the destination, as far as it is known before any body is rendered. */
import { setImmediate } from "node:timers/promises";
import type { Output } from "../model/output.js";
import type { PlannedPage } from "../model/page.js";
import { copyStaticFiles } from "../outputs/copy-static-files.js";
import { createAssets, type StyleSheets } from "../outputs/create-assets.js";
import { type PlannedFeed, planFeeds } from "../outputs/create-feeds.js";
import { createRedirects } from "../outputs/create-redirects.js";
import { createNoJekyll, createRobots } from "../outputs/create-robots.js";
import { createSitemap } from "../outputs/create-sitemap.js";
import { documentsWithOutput } from "../outputs/documents-with-output.js";
import { categoryFeedPath, siteFeedPath } from "../outputs/feed-paths.js";
import { createImageSizes, type ImageSizes } from "../outputs/images/create-image-sizes.js";
import { planPages } from "../outputs/plan-pages.js";
import { createSiteLinks, type SiteLinks } from "../outputs/site-links.js";
import { contentHash } from "../util/hash.js";
import { type KeyPosition, positionOfKey } from "../util/key-positions.js";
import { packageDir } from "../util/package-dir.js";
import type { BuildContext } from "./create-build-context.js";

export interface OutputPlan {
  readonly pages: readonly PlannedPage[];
  /** Where the documents name their layouts, by path: for what there is to say of it. */
  readonly layoutPlaces: ReadonlyMap<string, KeyPosition | undefined>;
  readonly feeds: readonly PlannedFeed[];
  /** What is made from neither bodies nor templates. */
  readonly files: readonly Output[];
  /** Of all outputs. */
  readonly paths: readonly string[];
  readonly links: SiteLinks;
  readonly imageSizes: ImageSizes;
}

/** Adds what feeds, redirects and the sitemap have to say. A new kind of output is one line of these lists. */
export async function planOutputs(context: BuildContext): Promise<OutputPlan> {
  const { site, report } = context;
  const pages = planPages(site);
  const feeds = planFeeds(site, report);
  const files: readonly Output[] = [
    ...copyStaticFiles(site),
    ...createRedirects(site, report),
    ...createSitemap(site, pages, report),
    ...createRobots(site),
    ...createNoJekyll(site),
    ...createAssets(await readStyleSheets(context)),
  ];
  await setImmediate();
  const paths = [
    ...pages.map(({ outputPath }) => outputPath),
    ...files.map(({ path }) => path),
    siteFeedPath(site.config.feed),
    ...site.categories.map(categoryFeedPath),
  ];
  return {
    ...{ pages, feeds, files, paths },
    layoutPlaces: new Map(
      documentsWithOutput(site).map(({ path, keyPositions }) => [
        path,
        positionOfKey(keyPositions, "layout"),
      ]),
    ),
    links: createSiteLinks(site, paths),
    imageSizes: createImageSizes(files),
  };
}

/** Kept in the cache: whatever needs the renderer only for these would have to load it. */
async function readStyleSheets({ tools, cache }: BuildContext): Promise<StyleSheets> {
  const { renderer } = tools;
  // The fonts among them lie where the program does.
  const key = contentHash(`style sheets ${renderer.key} ${packageDir}`);
  const known = cache.values.get(key);
  if (known !== undefined) return JSON.parse(known.toString()) as StyleSheets;
  const { styleSheets } = await renderer.load();
  cache.values.set(key, Buffer.from(JSON.stringify(styleSheets)));
  return styleSheets;
}
