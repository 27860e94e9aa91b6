/** Planned pages as products: a body, its layouts, and the last work on the whole page. */
import type { PlannedPage } from "../model/page.js";
import type { SiteDocument } from "../model/site.js";
import { describeValue } from "../util/describe-value.js";
import { contentHash } from "../util/hash.js";
import type { KeyPosition } from "../util/key-positions.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { finishPage } from "./finish-page.js";
import type { OutputPlan } from "./plan-outputs.js";
import { bodyOf, prepareBody } from "./prepare-body.js";
import type { Product } from "./product.js";
import { renderTasks } from "./render-tasks.js";
import { listShown } from "./shown-images.js";
import { NO_THREADS } from "./threads/create-thread-pool.js";
import type { WatchedSite } from "./watch-site.js";

export interface PageProductsInput {
  readonly plan: OutputPlan;
  readonly bodies: ReadonlyMap<string, StoredBody>;
  readonly watched: WatchedSite;
}

/** In the order of the plans. */
export async function createPageProducts(
  { plan, bodies, watched }: PageProductsInput,
  context: BuildContext,
): Promise<readonly Product[]> {
  const { pages, layoutPlaces } = plan;
  const paginated = await renderPaginatedBodies(pages, context);
  return pages.map((page) => {
    const body = paginated.get(page.outputPath) ?? bodies.get(page.document ?? "");
    return createPageProduct(page, body, layoutPlaces.get(page.document ?? ""), watched, context);
  });
}

export function createPageProduct(
  page: PlannedPage,
  body: StoredBody | undefined,
  place: KeyPosition | undefined,
  watched: WatchedSite,
  { tools }: BuildContext,
): Product {
  const { outputPath: path, source } = page;
  return {
    path,
    source,
    inputs: [
      { name: "the program or an option of its renderer", hash: tools.renderer.key },
      { name: "the address of the site", hash: watched.key },
      { name: "its text", hash: body?.key ?? "" },
      { name: "its place in the site", hash: contentHash(describeValue([page, place])) },
    ],
    make() {
      const laidOut = tools.templates().renderLayouts(page, body?.html ?? "");
      const renderer = tools.renderer.loaded;
      if (renderer === null) throw new Error("A page was made before the renderer was loaded.");
      const ownImages = body?.images.map(({ url }) => url) ?? [];
      const shown = [bodyNameOf(page), ...listShown(laidOut.reads)];
      const { result: text, reads } = watched.during(laidOut.reads, (site) =>
        finishPage(page, { text: laidOut.text, ownImages, shown }, site, renderer),
      );
      return { text, reads, diagnostics: laidOut.diagnostics };
    },
  };
}

/** A page that lists posts page by page is rendered anew for each of its pages, when all other bodies can be seen. */
async function renderPaginatedBodies(
  pages: readonly PlannedPage[],
  context: BuildContext,
): Promise<ReadonlyMap<string, StoredBody>> {
  const documents = new Map(context.site.pages.map((document) => [document.path, document]));
  const tasks = new Map<string, Awaited<ReturnType<typeof prepareBody>>>();
  for (const page of pages) {
    const { outputPath, document: path, paginator } = page;
    const document: SiteDocument | undefined = documents.get(path ?? "");
    if (document === undefined || paginator === null) continue;
    const name = bodyNameOf(page);
    tasks.set(outputPath, await prepareBody({ name, document, stage: "layouts", paginator }, context));
  }
  await renderTasks([...tasks.values()], { ...context, pool: NO_THREADS });
  return new Map([...tasks].map(([outputPath, task]) => [outputPath, bodyOf(task)]));
}

/** The name of its record. A document whose page is made several times has several bodies. */
function bodyNameOf({ document, outputPath, paginator }: PlannedPage): string {
  return paginator === null ? (document ?? "") : `${document}\n${outputPath}`;
}
