/** Renders the bodies that are known from nowhere, on as many threads as are worth their start. */
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { BuildContext } from "./create-build-context.js";
import type { BodyTask } from "./prepare-body.js";
import { createRenderQueue, type OpenTask, type RenderQueue } from "./render-queue.js";
import { createRenderThreads, type RenderThread } from "./threads/create-render-threads.js";
import { feedThread } from "./threads/feed-thread.js";

/** Characters of Markdown for which another thread is worth it: about as long as it takes to start one. */
const CHARACTERS_A_THREAD = 200_000;
const MOST_THREADS = 8;

export async function renderTasks(tasks: readonly BodyTask[], context: BuildContext): Promise<void> {
  const open = tasks.flatMap((task): OpenTask[] =>
    task.request === null ? [] : [{ task, request: task.request }],
  );
  if (open.length === 0) return;
  const queue = createRenderQueue(open, context);
  const count = countThreads(open, context.threads);
  if (count === 0) return renderHere(queue, [], context);
  const { config } = context.tools.renderer;
  const { threads, close } = createRenderThreads({ count, config, cache: context.cache });
  try {
    const work = threads.map((thread) => feedThread(thread, threads, queue));
    await Promise.all([renderHere(queue, threads, context), ...work]);
  } finally {
    await close();
  }
}

/** Beside the main thread, which renders too. `wanted` are all threads; `null` for what the machine has. */
function countThreads(open: readonly OpenTask[], wanted: number | null): number {
  if (wanted !== null) return wanted - 1;
  const characters = open.reduce((sum, { request }) => sum + request.text.length, 0);
  const worth = Math.floor(characters / CHARACTERS_A_THREAD);
  return Math.max(0, Math.min(worth, availableParallelism() - 1, MOST_THREADS));
}

/** In this thread, one body at a time, so that messages of other threads and of browsers are heard. */
async function renderHere(
  queue: RenderQueue,
  threads: readonly RenderThread[],
  { tools }: BuildContext,
): Promise<void> {
  const renderer = await tools.renderer.load();
  for (let [open] = queue.take(1); open !== undefined; [open] = queue.take(1)) {
    const { request } = open;
    const startedMs = performance.now();
    const { result: body, pieces, timings } = tools.renderer.gatherPieces(() => renderer.render(request));
    queue.keepBody(open, body, { ms: performance.now() - startedMs, timings });
    if (pieces.length > 0) for (const thread of threads) thread.tell(pieces);
    await setImmediate();
  }
}
