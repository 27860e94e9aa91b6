/** Renders the bodies that are known from nowhere, on as many threads as are worth their start. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { RenderRequest } from "../model/rendered.js";
import { type BodySummary, encodeSummary, summaryKey } from "./cache/body-values.js";
import type { BuildContext } from "./create-build-context.js";
import { type BodyTask, storeBody } from "./prepare-body.js";
import { createRenderThreads, type RenderThread } from "./threads/create-render-threads.js";
import type { Piece, RenderedJob } from "./threads/render-messages.js";

/** Characters of Markdown for which another thread is worth it: about as long as it takes to start one. */
const CHARACTERS_A_THREAD = 200_000;
const MOST_THREADS = 8;
/** So many characters are handed to a thread at once: little enough that all threads end together. */
const CHARACTERS_A_BATCH = 15_000;
/** A thread has no fewer bodies before it, so that it never waits for this one. */
const LEAST_AHEAD = 6;

interface OpenTask {
  readonly task: BodyTask;
  readonly request: RenderRequest;
}

export async function renderTasks(tasks: readonly BodyTask[], context: BuildContext): Promise<void> {
  const open = tasks.flatMap((task): OpenTask[] =>
    task.request === null ? [] : [{ task, request: task.request }],
  );
  if (open.length === 0) return;
  const { config } = context.tools.renderer;
  const count = countThreads(open, context.threads);
  if (count === 0) return renderHere(createQueue(open, context), [], context);
  const { threads, close } = createRenderThreads({ count, config, cache: context.cache });
  try {
    const queue = createQueue(open, context);
    const work = threads.map((thread) => renderThere(queue, thread, threads, context));
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

interface Queue {
  /** The next tasks, of about so many characters; none when all are taken. */
  take(characters: number): readonly OpenTask[];
  done(open: OpenTask, summary: BodySummary): void;
}

function createQueue(open: readonly OpenTask[], { progress }: BuildContext): Queue {
  let taken = 0;
  let done = 0;
  return {
    take(characters) {
      const from = taken;
      for (let sum = 0; taken < open.length && sum < characters; taken++) {
        sum += open[taken]?.request.text.length ?? 0;
      }
      return open.slice(from, taken);
    },
    done({ task }, summary) {
      task.complete(summary);
      progress({ step: "render", done: ++done, total: open.length, current: task.document.path });
    },
  };
}

/** In this thread, one body at a time, so that messages of other threads and of browsers are heard. */
async function renderHere(
  queue: Queue,
  threads: readonly RenderThread[],
  context: BuildContext,
): Promise<void> {
  const { tools, cache } = context;
  const renderer = await tools.renderer.load();
  for (let [open] = queue.take(1); open !== undefined; [open] = queue.take(1)) {
    const { result: body, pieces } = tools.renderer.gatherPieces(() => renderer.render(open.request));
    queue.done(open, storeBody(open.task.key, body, { cache }));
    if (pieces.length > 0) for (const thread of threads) thread.tell(pieces);
    await setImmediate();
  }
}

async function renderThere(
  queue: Queue,
  thread: RenderThread,
  threads: readonly RenderThread[],
  context: BuildContext,
): Promise<void> {
  const inWork = new Map<number, OpenTask>();
  let id = 0;
  const ended = new Promise<void>((resolve) => {
    const onDone = (job: RenderedJob): void => {
      const open = inWork.get(job.id);
      inWork.delete(job.id);
      if (open !== undefined) keep(open, job, queue, context);
      if (job.pieces.length > 0) tellOthers(job.pieces, thread, threads);
      refill();
      if (inWork.size === 0) resolve();
    };
    const send = (): boolean => {
      const batch = queue.take(CHARACTERS_A_BATCH).map((open) => ({ open, id: id++ }));
      for (const { open, id: number } of batch) inWork.set(number, open);
      if (batch.length > 0) {
        thread.render(
          batch.map(({ open, id: number }) => ({ id: number, request: open.request })),
          onDone,
        );
      }
      return batch.length > 0;
    };
    const refill = (): void => {
      while (inWork.size < LEAST_AHEAD && send());
    };
    refill();
    if (inWork.size === 0) resolve();
  });
  await Promise.race([ended, thread.broken]);
}

function keep(
  open: OpenTask,
  { texts, summary, pieces }: RenderedJob,
  queue: Queue,
  { cache }: BuildContext,
): void {
  const { key } = open.task;
  for (const [pieceKey, value] of pieces) cache.values.set(pieceKey, value);
  cache.values.set(key, texts);
  cache.values.set(summaryKey(key), encodeSummary(summary));
  queue.done(open, summary);
}

function tellOthers(pieces: readonly Piece[], from: RenderThread, threads: readonly RenderThread[]): void {
  for (const thread of threads) if (thread !== from) thread.tell(pieces);
}
