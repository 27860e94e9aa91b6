/** Renders the bodies that are known from nowhere, on as many threads as are worth their start. */
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { BuildContext } from "./create-build-context.js";
import type { BodyTask } from "./prepare-body.js";
import { createRenderQueue, type OpenTask, type RenderQueue } from "./render-queue.js";
import type { RenderThread } from "./threads/create-render-threads.js";
import { feedThread } from "./threads/feed-thread.js";

/** A piece of other work that this thread does between bodies; `false` when there is none now. */
export type Aside = () => boolean;

/** With other threads, `aside` comes before the bodies, since only this one can do it. */
export async function renderTasks(
  tasks: readonly BodyTask[],
  context: BuildContext,
  aside: Aside = () => false,
): Promise<void> {
  const open = tasks.flatMap((task): OpenTask[] =>
    task.request === null ? [] : [{ task, request: task.request }],
  );
  if (open.length === 0) return;
  const queue = createRenderQueue(open, context);
  const characters = open.reduce((sum, { request }) => sum + request.text.length, 0);
  const threads = context.pool.start(characters);
  const work = threads.map((thread) => feedThread(thread, threads, queue));
  const asideOfThreads = threads.length > 0 ? aside : () => false;
  await Promise.all([workHere(queue, threads, context, asideOfThreads), ...work]);
}

/** In this thread, one piece of work at a time, so that messages of other threads and of browsers are heard in between. */
async function workHere(
  queue: RenderQueue,
  threads: readonly RenderThread[],
  { tools }: BuildContext,
  aside: Aside,
): Promise<void> {
  const renderer = await tools.renderer.load();
  const renderNext = (): boolean => {
    const [open] = queue.take(1);
    if (open === undefined) return false;
    const startedMs = performance.now();
    const rendered = tools.renderer.gatherPieces(() => renderer.render(open.request));
    const { result: body, pieces, timings } = rendered;
    queue.keepBody(open, body, { ms: performance.now() - startedMs, timings });
    if (pieces.length > 0) for (const thread of threads) thread.tell(pieces);
    return true;
  };
  while (!queue.isDone()) {
    if (!aside() && !renderNext()) await queue.nextDone();
    else if (!queue.isDone()) await setImmediate();
  }
}
