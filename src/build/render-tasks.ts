/** Renders the bodies that are known from nowhere, on as many threads as are worth their start. */
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { BuildContext } from "./create-build-context.js";
import type { BodyTask } from "./prepare-body.js";
import { createRenderQueue, type OpenTask, type RenderQueue } from "./render-queue.js";
import type { RenderThread } from "./threads/create-render-threads.js";
import { feedThread } from "./threads/feed-thread.js";

export async function renderTasks(tasks: readonly BodyTask[], context: BuildContext): Promise<void> {
  const open = tasks.flatMap((task): OpenTask[] =>
    task.request === null ? [] : [{ task, request: task.request }],
  );
  if (open.length === 0) return;
  const queue = createRenderQueue(open, context);
  const characters = open.reduce((sum, { request }) => sum + request.text.length, 0);
  const threads = context.pool.start(characters);
  const work = threads.map((thread) => feedThread(thread, threads, queue));
  await Promise.all([renderHere(queue, threads, context), ...work]);
}

/** In this thread, one body at a time, so that messages of other threads and of browsers are heard in between. */
async function renderHere(
  queue: RenderQueue,
  threads: readonly RenderThread[],
  { tools }: BuildContext,
): Promise<void> {
  const renderer = await tools.renderer.load();
  let [open] = queue.take(1);
  while (open !== undefined) {
    const { request } = open;
    const startedMs = performance.now();
    const { result: body, pieces, timings } = tools.renderer.gatherPieces(() => renderer.render(request));
    queue.keepBody(open, body, { ms: performance.now() - startedMs, timings });
    if (pieces.length > 0) for (const thread of threads) thread.tell(pieces);
    if (!queue.isEmpty()) await setImmediate();
    [open] = queue.take(1);
  }
}
