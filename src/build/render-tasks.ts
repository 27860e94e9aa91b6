/** Renders the bodies that are known from nowhere. */
import { setImmediate } from "node:timers/promises";
import type { BuildContext } from "./create-build-context.js";
import { type BodyTask, storeBody } from "./prepare-body.js";

/** How many bodies are rendered before other work of the process, such as answering a browser, gets a turn. */
const BATCH_SIZE = 20;

export async function renderTasks(tasks: readonly BodyTask[], context: BuildContext): Promise<void> {
  const { tools, progress } = context;
  const open = tasks.filter(({ request }) => request !== null);
  if (open.length === 0) return;
  const renderer = await tools.renderer.load();
  for (const [index, task] of open.entries()) {
    if (index % BATCH_SIZE === 0) await setImmediate();
    progress({ step: "render", done: index, total: open.length, current: task.document.path });
    if (task.request !== null) task.complete(storeBody(task.key, renderer.render(task.request), context));
  }
}
