/** The render step: every body to HTML and facts, posts and documents before the pages that list them. */
import { setImmediate } from "node:timers/promises";
import type { SiteDocument } from "../model/site.js";
import type { ProductRecord } from "./cache/build-state.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { createEarlyPages } from "./early-pages.js";
import type { TakeText } from "./make-products.js";
import type { OutputPlan } from "./plan-outputs.js";
import { type BodyTask, bodyOf, prepareBody } from "./prepare-body.js";
import { renderTasks } from "./render-tasks.js";

export interface RenderedBodies {
  /** By the path of their document. */
  readonly bodies: ReadonlyMap<string, StoredBody>;
  /** Pages that were made meanwhile, by the path of the output. */
  readonly early: ReadonlyMap<string, ProductRecord>;
}

/** Templates see all bodies when this ends. */
export async function renderBodies(
  plan: OutputPlan,
  take: TakeText,
  context: BuildContext,
): Promise<RenderedBodies> {
  const { site, tools, progress } = context;
  progress({ step: "render", done: 0, total: site.posts.length + site.pages.length, current: "" });
  const bodies = new Map<string, StoredBody>();
  const show = (tasks: readonly BodyTask[]): void => {
    for (const task of tasks) bodies.set(task.document.path, bodyOf(task));
    tools.showBodies(new Map(bodies));
  };
  context.startStage("posts", bodies);
  const posts = await prepareTasks(
    [...site.posts, ...Object.values(site.collections).flat()],
    "posts",
    context,
  );
  const pages = createEarlyPages({ plan, tasks: posts, take }, context);
  await renderTasks(posts, context, pages.makeNext);
  show(posts);
  context.startStage("pages", bodies);
  const others = await prepareTasks(site.pages, "pages", context);
  await renderTasks(others, context);
  show(others);
  return { bodies, early: pages.records };
}

/** How many bodies are prepared before other work of the process, such as answering a browser, gets a turn. */
const BATCH_SIZE = 50;

async function prepareTasks(
  documents: readonly SiteDocument[],
  stage: "posts" | "pages",
  context: BuildContext,
): Promise<readonly BodyTask[]> {
  const tasks: BodyTask[] = [];
  for (const document of documents) {
    if (tasks.length % BATCH_SIZE === BATCH_SIZE - 1) await setImmediate();
    tasks.push(await prepareBody({ name: document.path, document, stage, paginator: null }, context));
  }
  return tasks;
}
