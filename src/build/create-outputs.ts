/** Everything that belongs into the destination. A new kind of output is one line of the lists in `createOutputs`. */
import { setImmediate } from "node:timers/promises";
import type { Output } from "../model/output.js";
import type { PlannedPage } from "../model/page.js";
import { copyStaticFiles } from "../outputs/copy-static-files.js";
import { createAssets, type StyleSheets } from "../outputs/create-assets.js";
import { planFeeds } from "../outputs/create-feeds.js";
import { createRedirects } from "../outputs/create-redirects.js";
import { createNoJekyll, createRobots } from "../outputs/create-robots.js";
import { createSitemap } from "../outputs/create-sitemap.js";
import { categoryFeedPath, siteFeedPath } from "../outputs/feed-paths.js";
import { findImageUrls } from "../outputs/images/complete-image.js";
import { createImageSizes } from "../outputs/images/create-image-sizes.js";
import { findMissingImages } from "../outputs/images/find-missing-images.js";
import { planPages } from "../outputs/plan-pages.js";
import { createSiteLinks } from "../outputs/site-links.js";
import { contentHash } from "../util/hash.js";
import { compareText } from "../util/text.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { createFeedProducts } from "./feed-products.js";
import { type MadeOutput, makeProducts, type TakeText } from "./make-products.js";
import { createPageProducts } from "./page-products.js";
import type { Product } from "./product.js";
import { type WatchedSite, watchSite } from "./watch-site.js";

export interface CreatedOutputs {
  /** By path, in code unit order. */
  readonly outputs: ReadonlyMap<string, Output>;
  readonly pages: readonly PlannedPage[];
  readonly watched: WatchedSite;
  /** Those of the outputs that can be made again. */
  readonly products: ReadonlyMap<string, Product>;
}

/** What a document claims is never replaced by something that was made up for it. */
export async function createOutputs(
  bodies: ReadonlyMap<string, StoredBody>,
  context: BuildContext,
  take: TakeText,
): Promise<CreatedOutputs> {
  const { site, report } = context;
  const pages = planPages(site);
  const others: readonly Output[] = [
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
    ...others.map(({ path }) => path),
    siteFeedPath(site.config.feed),
    ...site.categories.map(categoryFeedPath),
  ];
  const links = createSiteLinks(site, paths);
  findMissingImages(site, bodies, links, paths, report);
  const images = { urls: findImageUrls(bodies.values()), sizes: createImageSizes(others) };
  const watched = watchSite({ links, images });
  context.settleFiles(watched);
  // Pages come first, feeds last: of two outputs with one path the first one stays.
  const parts = uniqueByPath<Product | Output>([
    ...(await createPageProducts({ pages, bodies, watched }, context)),
    ...others,
    ...createFeedProducts(planFeeds(site, report), bodies, watched, context),
  ]);
  await setImmediate();
  const products = parts.filter(isProduct);
  const made = await makeProducts(products, context, take);
  const outputs: Output[] = [...made.filter(isPublished), ...parts.filter(isOutput)];
  outputs.sort((left, right) => compareText(left.path, right.path));
  return {
    outputs: new Map(outputs.map((output) => [output.path, output])),
    pages,
    watched,
    products: new Map(products.map((product) => [product.path, product])),
  };
}

function uniqueByPath<Item extends { readonly path: string }>(items: readonly Item[]): readonly Item[] {
  const byPath = new Map<string, Item>();
  for (const item of items) if (!byPath.has(item.path)) byPath.set(item.path, item);
  return [...byPath.values()];
}

function isProduct(part: Product | Output): part is Product {
  return "make" in part;
}

function isOutput(part: Product | Output): part is Output {
  return !isProduct(part);
}

const NO_TEXT = contentHash("");

/** A style sheet with a fault has no text: the last good one stays, where an empty one would take all style away. */
function isPublished({ source, content: { madeHash } }: MadeOutput): boolean {
  return madeHash !== NO_TEXT || !/\.s[ac]ss$/.test(source);
}

/** Kept in the cache: whatever needs the renderer only for these would have to load it. */
async function readStyleSheets({ tools, cache }: BuildContext): Promise<StyleSheets> {
  const { renderer } = tools;
  // The fonts among them lie where the program does.
  const key = contentHash(`style sheets ${renderer.key} ${import.meta.url}`);
  const known = cache.values.get(key);
  if (known !== undefined) return JSON.parse(known.toString()) as StyleSheets;
  const { styleSheets } = await renderer.load();
  cache.values.set(key, Buffer.from(JSON.stringify(styleSheets)));
  return styleSheets;
}
