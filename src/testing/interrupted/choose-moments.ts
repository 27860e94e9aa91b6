/** When builds are killed. */
import { existsSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import type { WholeSite } from "./whole-site.js";

/** In milliseconds after the start of the process. */
export interface Duration {
  readonly wholeMs: number;
  /** From the first file that waited to be put in place to the last one. */
  readonly writingMs: readonly [from: number, to: number];
}

/** How long a whole build takes. */
export async function measureBuild({ destinationDir, run }: WholeSite): Promise<Duration> {
  const startedMs = performance.now();
  let seenMs: readonly [number, number] | null = null;
  const look = setInterval(() => {
    if (!isWriting(destinationDir)) return;
    const nowMs = performance.now() - startedMs;
    seenMs = [seenMs?.[0] ?? nowMs, nowMs];
  }, 1);
  const { elapsedMs } = await run(null);
  clearInterval(look);
  return { wholeMs: elapsedMs, writingMs: seenMs ?? [0, elapsedMs] };
}

/** Whether files wait, of one process or of any. */
export function isWriting(destinationDir: string, processId?: number): boolean {
  return existsSync(path.join(destinationDir, ".postulate-temporary", `${processId ?? ""}`));
}

/** Two of three are spread over the whole build, the others over its writing, which is a small part. In random order. */
export function chooseMoments(count: number, duration: Duration, random: () => number): number[] {
  const inWriting = Math.floor(count / 3);
  const moments = [
    ...spread(count - inWriting, [0, duration.wholeMs], random),
    ...spread(inWriting, duration.writingMs, random),
  ];
  return moments
    .map((moment) => ({ moment, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ moment }) => moment);
}

/** One in each of `count` equal spans. */
function spread(count: number, [from, to]: readonly [number, number], random: () => number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * (index + random())) / count);
}
