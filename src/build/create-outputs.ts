/** Everything that belongs into the destination: what was planned, and pages and feeds made of bodies. */
import { setImmediate } from "node:timers/promises";
import type { Output } from "../model/output.js";
import type { PlannedPage } from "../model/page.js";
import { findMissingImages } from "../outputs/images/find-missing-images.js";
import { contentHash } from "../util/hash.js";
import { compareText } from "../util/text.js";
import type { ProductRecord } from "./cache/build-state.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { createFeedProducts } from "./feed-products.js";
import { type MadeOutput, makeProducts, type TakeText } from "./make-products.js";
import { createPageProducts } from "./page-products.js";
import type { OutputPlan } from "./plan-outputs.js";
import type { Product } from "./product.js";
import { createImageLists } from "./shown-images.js";
import { type WatchedSite, watchSite } from "./watch-site.js";

export interface CreatedOutputs {
  /** By path, in code unit order. */
  readonly outputs: ReadonlyMap<string, Output>;
  readonly pages: readonly PlannedPage[];
  readonly watched: WatchedSite;
  /** Those of the outputs that can be made again. */
  readonly products: ReadonlyMap<string, Product>;
}

export interface CreateOutputsInput {
  readonly plan: OutputPlan;
  readonly bodies: ReadonlyMap<string, StoredBody>;
  /** Pages that are made already. */
  readonly early: ReadonlyMap<string, ProductRecord>;
  readonly take: TakeText;
}

/** What a document claims is never replaced by something that was made up for it. */
export async function createOutputs(
  { plan, bodies, early, take }: CreateOutputsInput,
  context: BuildContext,
): Promise<CreatedOutputs> {
  const { site, report, after } = context;
  const { pages, files, links, imageSizes } = plan;
  findMissingImages(site, bodies, links, plan.paths, report);
  const listImages = createImageLists((name) => after.bodies.get(name));
  const watched = watchSite({ links, sizes: imageSizes, listImages });
  context.settleFiles(watched);
  // Pages come first, feeds last: of two outputs with one path the first one stays.
  const parts = uniqueByPath<Product | Output>([
    ...(await createPageProducts({ plan, bodies, watched }, context)),
    ...files,
    ...createFeedProducts(plan.feeds, bodies, watched, context),
  ]);
  await setImmediate();
  const products = parts.filter(isProduct);
  const made = await makeProducts({ products, early, take }, context);
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
