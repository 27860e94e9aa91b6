/** The render step: every body to HTML and facts, posts and documents before the pages that list them. */
import { setImmediate } from "node:timers/promises";
import type { SiteDocument } from "../model/site.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { type BodyTask, prepareBody } from "./prepare-body.js";
import { renderTasks } from "./render-tasks.js";

/** All bodies by the path of their document. Templates see them when this ends. */
export async function renderBodies(context: BuildContext): Promise<ReadonlyMap<string, StoredBody>> {
  const { site, tools, progress } = context;
  progress({ step: "render", done: 0, total: site.posts.length + site.pages.length, current: "" });
  const bodies = new Map<string, StoredBody>();
  const listed = [...site.posts, ...Object.values(site.collections).flat()];
  const stages = [
    { stage: "posts", documents: listed },
    { stage: "pages", documents: site.pages },
  ] as const;
  for (const { stage, documents } of stages) {
    context.startStage(stage, bodies);
    const tasks: BodyTask[] = [];
    for (const document of documents) tasks.push(await prepareTask(document, stage, tasks.length, context));
    await renderTasks(tasks, context);
    for (const { document, body } of tasks) bodies.set(document.path, body());
    tools.showBodies(new Map(bodies));
  }
  return bodies;
}

/** How many bodies are prepared before other work of the process, such as answering a browser, gets a turn. */
const BATCH_SIZE = 50;

async function prepareTask(
  document: SiteDocument,
  stage: "posts" | "pages",
  done: number,
  context: BuildContext,
): Promise<BodyTask> {
  if (done % BATCH_SIZE === BATCH_SIZE - 1) await setImmediate();
  return prepareBody({ name: document.path, document, stage, paginator: null }, context);
}
