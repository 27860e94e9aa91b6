/** Bodies to be rendered, taken by several threads and completed by this one. */
import type { RenderedBody, RenderRequest } from "../model/rendered.js";
import { type BodySummary, encodeSummary, summaryKey } from "./cache/body-values.js";
import type { BuildContext } from "./create-build-context.js";
import { type BodyTask, storeBody } from "./prepare-body.js";
import type { PieceTiming, RenderedJob } from "./threads/render-messages.js";

export interface OpenTask {
  readonly task: BodyTask;
  readonly request: RenderRequest;
}

export interface RenderQueue {
  /** The next tasks, of about so many characters of Markdown; none when all are taken. */
  take(characters: number): readonly OpenTask[];
  /** Whether all are rendered. */
  isDone(): boolean;
  /** Resolves when one more is. */
  nextDone(): Promise<void>;
  /** Keeps what this thread rendered. */
  keepBody(open: OpenTask, body: RenderedBody, times: RenderTimes): void;
  /** Keeps what another thread did. */
  keepJob(open: OpenTask, job: RenderedJob): void;
}

export interface RenderTimes {
  readonly ms: number;
  readonly timings: readonly PieceTiming[];
}

export function createRenderQueue(
  open: readonly OpenTask[],
  { cache, progress, profiler }: BuildContext,
): RenderQueue {
  let taken = 0;
  let done = 0;
  let tellDone = (): void => {};
  const complete = ({ task }: OpenTask, summary: BodySummary, { ms, timings }: RenderTimes): void => {
    const { path } = task.document;
    task.complete(summary);
    let loadingMs = 0;
    for (const { origin, ms: ownMs } of timings) {
      const { kind, name } = origin;
      if (kind === "loading") {
        profiler.timeLoading(name, ownMs);
        loadingMs += ownMs;
      } else if (kind === "formula" || kind === "code") profiler.time(kind, { name, ms: ownMs, path });
    }
    profiler.time("post", { name: path, ms: ms - loadingMs });
    progress({ step: "render", done: ++done, total: open.length, current: path });
    tellDone();
  };
  return {
    take(characters) {
      const from = taken;
      for (let sum = 0; taken < open.length && sum < characters; taken++) {
        sum += open[taken]?.request.text.length ?? 0;
      }
      return open.slice(from, taken);
    },
    isDone: () => done === open.length,
    nextDone: () =>
      new Promise((resolve) => {
        tellDone = resolve;
      }),
    keepBody: (one, body, times) => complete(one, storeBody(one.task.key, body, { cache }), times),
    keepJob(one, job) {
      const { key } = one.task;
      for (const [pieceKey, value] of job.pieces) cache.values.set(pieceKey, value);
      cache.values.set(key, job.texts);
      cache.values.set(summaryKey(key), encodeSummary(job.summary));
      complete(one, job.summary, job);
    },
  };
}
