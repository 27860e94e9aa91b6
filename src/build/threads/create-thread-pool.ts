/** The threads of one build: started when there is enough to render, ended with the build. */
import { availableParallelism } from "node:os";
import type { RendererConfig } from "../build-memory.js";
import type { Cache } from "../cache/open-cache.js";
import { createRenderThreads, type RenderThread, type RenderThreads } from "./create-render-threads.js";

export interface ThreadPool {
  /** Threads for so many characters of Markdown: none, or as many as are worth their start. Started once. */
  start(characters: number): readonly RenderThread[];
  close(): Promise<void>;
}

export interface ThreadPoolOptions {
  /** All threads, the main one included; `null` for what the machine has and the work is worth. */
  readonly wanted: number | null;
  readonly config: RendererConfig;
  readonly cache: Cache;
  /** Characters that are likely to be rendered: threads for them get ready at once. */
  readonly likely: number;
}

/** For what is rendered in passing. */
export const NO_THREADS: ThreadPool = { start: () => [], close: async () => {} };

/** Characters of Markdown for which another thread is worth it: about as long as it takes to start one. */
const CHARACTERS_A_THREAD = 200_000;
const MOST_THREADS = 8;

export function createThreadPool({ wanted, config, cache, likely }: ThreadPoolOptions): ThreadPool {
  let started: RenderThreads | null = null;
  const pool: ThreadPool = {
    start(characters) {
      const count = countThreads(characters, wanted);
      if (started === null && count > 0) started = createRenderThreads({ count, config, cache });
      return started?.threads ?? [];
    },
    async close() {
      await started?.close();
      started = null;
    },
  };
  if (likely > 0) pool.start(likely);
  return pool;
}

/** Beside the main thread, which renders too. */
function countThreads(characters: number, wanted: number | null): number {
  if (wanted !== null) return wanted - 1;
  const worth = Math.floor(characters / CHARACTERS_A_THREAD);
  return Math.max(0, Math.min(worth, availableParallelism() - 1, MOST_THREADS));
}
