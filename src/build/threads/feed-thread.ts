/** Hands the bodies of a queue to a thread until none are left. */
import type { OpenTask, RenderQueue } from "../render-queue.js";
import type { RenderThread } from "./create-render-threads.js";
import type { RenderedJob } from "./render-messages.js";

/** So many characters are handed over at once: little enough that all threads end together. */
const CHARACTERS_A_BATCH = 15_000;
/** A thread has no fewer bodies before it, so that it never waits for this one. */
const LEAST_AHEAD = 6;

/** `threads` are all of them: what one makes, the others are told. Rejects when the thread breaks off. */
export async function feedThread(
  thread: RenderThread,
  threads: readonly RenderThread[],
  queue: RenderQueue,
): Promise<void> {
  const inWork = new Map<number, OpenTask>();
  let nextId = 0;
  const ended = new Promise<void>((resolve) => {
    const send = (): boolean => {
      const jobs = queue.take(CHARACTERS_A_BATCH).map((open) => {
        const id = nextId++;
        inWork.set(id, open);
        return { id, request: open.request };
      });
      if (jobs.length > 0) thread.render(jobs, onDone);
      return jobs.length > 0;
    };
    const refill = (): void => {
      while (inWork.size < LEAST_AHEAD && send());
      if (inWork.size === 0) resolve();
    };
    const onDone = (job: RenderedJob): void => {
      const open = inWork.get(job.id);
      inWork.delete(job.id);
      if (open !== undefined) queue.keepJob(open, job);
      if (job.pieces.length > 0) for (const other of threads) if (other !== thread) other.tell(job.pieces);
      refill();
    };
    refill();
  });
  await Promise.race([ended, thread.broken]);
}
