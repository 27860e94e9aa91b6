/** Threads that render bodies beside the main thread. */
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { RendererConfig } from "../build-memory.js";
import type { Cache } from "../cache/open-cache.js";
import type { Piece, RenderedJob, RenderJob, RenderThreadData } from "./render-messages.js";
import { tuneV8 } from "./tune-v8.js";

export interface RenderThread {
  /** Renders in the order given, and calls back for each. */
  render(jobs: readonly RenderJob[], onDone: (job: RenderedJob) => void): void;
  /** Tells of pieces that others made. */
  tell(pieces: readonly Piece[]): void;
  /** Rejects when the thread breaks off, which is a fault of the program's. */
  readonly broken: Promise<never>;
}

export interface RenderThreads {
  readonly threads: readonly RenderThread[];
  close(): Promise<void>;
}

export interface RenderThreadsOptions {
  readonly count: number;
  readonly config: RendererConfig;
  readonly cache: Cache;
}

export function createRenderThreads({ count, config, cache }: RenderThreadsOptions): RenderThreads {
  const shared = cache.values.share();
  tuneV8();
  const started = Array.from({ length: count }, () => {
    const { port1: told, port2: news } = new MessageChannel();
    const data: RenderThreadData = { config, programKey: cache.programKey, shared, news };
    const worker = new Worker(new URL("./render-thread.js", import.meta.url), {
      workerData: data,
      transferList: [news],
      // Trees live for the time of one body: with room for them the collector has a tenth less to do.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    return { worker, told, thread: createThread(worker, told) };
  });
  return {
    threads: started.map(({ thread }) => thread),
    async close() {
      for (const { told } of started) told.close();
      await Promise.all(started.map(({ worker }) => worker.terminate()));
    },
  };
}

function createThread(worker: Worker, told: MessagePort): RenderThread {
  const waiting = new Map<number, (job: RenderedJob) => void>();
  worker.on("message", (done: RenderedJob) => {
    waiting.get(done.id)?.(done);
    waiting.delete(done.id);
  });
  const broken = new Promise<never>((_resolve, reject) => {
    worker.once("error", reject);
  });
  // Whoever renders waits for it; nobody else has to hear.
  broken.catch(() => {});
  return {
    render(jobs, onDone) {
      for (const { id } of jobs) waiting.set(id, onDone);
      worker.postMessage(jobs);
    },
    tell: (pieces) => told.postMessage(pieces),
    broken,
  };
}
