/** One page ahead of its build: what an author sees while the build is still looking for what else has changed. */
import path from "node:path";
import { rereadBody } from "../content/reread-body.js";
import { createReport } from "../diagnostics/report.js";
import type { PlannedPage } from "../model/page.js";
import type { SiteDocument } from "../model/site.js";
import { contentHash } from "../util/hash.js";
import { positionOfKey } from "../util/key-positions.js";
import type { RebuiltPage } from "./build-types.js";
import { createBuildState } from "./cache/build-state.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { createPageProduct } from "./page-products.js";
import { bodyOf, prepareBody } from "./prepare-body.js";
import { renderTasks } from "./render-tasks.js";
import { NO_THREADS } from "./threads/create-thread-pool.js";
import type { WatchedSite } from "./watch-site.js";

/** What is kept of the last build that had no errors. */
export interface LastBuild {
  readonly sourceDir: string;
  readonly context: BuildContext;
  readonly bodies: ReadonlyMap<string, StoredBody>;
  readonly pages: readonly PlannedPage[];
  readonly watched: WatchedSite;
}

/**
 * The page of the document in this file, in the site of the last build, when nothing but its body was edited. `null` when
 * that is not so, or something is wrong with the text: then the build has to tell. The build that follows is right in
 * any case; this page is a preview of it, and nearly always the same.
 */
export async function rebuildPage(absolutePath: string, last: LastBuild): Promise<RebuiltPage | null> {
  const { sourceDir, context, bodies, pages, watched } = last;
  const documentPath = path.relative(sourceDir, absolutePath).replaceAll(path.sep, "/");
  const page = pages.find(({ document, paginator }) => document === documentPath && paginator === null);
  const document = findDocument(documentPath, context);
  const edited = document === undefined ? null : rereadBody(document, absolutePath);
  if (page === undefined || edited === null || !edited.isMarkdown) return null;
  const report = createReport();
  const state = { before: createBuildState(), after: createBuildState() };
  const own: BuildContext = { ...context, ...state, report, pool: NO_THREADS };
  const plan = { name: documentPath, document: edited, stage: "layouts", paginator: null } as const;
  const task = await prepareBody(plan, own);
  await renderTasks([task], own);
  if (report.count("error") > 0) return null;
  await context.tools.renderer.load();
  const body = bodyOf(task);
  const get = (asked: string) => (asked === documentPath ? body : bodies.get(asked));
  context.tools.showBodies({ get });
  try {
    const { text } = createPageProduct(
      page,
      body,
      positionOfKey(edited.keyPositions, "layout"),
      watched,
      own,
    ).make();
    return { path: page.outputPath, text, hash: contentHash(text) };
  } finally {
    context.tools.showBodies(bodies);
  }
}

function findDocument(documentPath: string, { site }: BuildContext): SiteDocument | undefined {
  const lists = [site.posts, site.pages, ...Object.values(site.collections)];
  for (const documents of lists) {
    const found = documents.find((document) => document.path === documentPath);
    if (found !== undefined) return found;
  }
  return undefined;
}
