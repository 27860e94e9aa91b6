/** When builds are killed. */
import { performance } from "node:perf_hooks";
import { isWriting } from "./run-killed-build.js";
import type { WholeSite } from "./whole-site.js";

/** In milliseconds. */
export interface Duration {
  readonly wholeMs: number;
  /** From the first file that waits to be put in place. */
  readonly writingMs: number;
}

/** How long a whole build takes. */
export async function measureBuild({ destinationDir, run }: WholeSite): Promise<Duration> {
  const startedMs = performance.now();
  let seenMs: readonly [number, number] = [startedMs, startedMs];
  const look = setInterval(() => {
    if (!isWriting(destinationDir)) return;
    const nowMs = performance.now();
    seenMs = [seenMs[0] === startedMs ? nowMs : seenMs[0], nowMs];
  }, 1);
  const { elapsedMs } = await run(null);
  clearInterval(look);
  return { wholeMs: elapsedMs, writingMs: seenMs[1] - seenMs[0] };
}

/** A part, in [0, 1), of a whole build or of its writing: the machine may be faster or slower by then. */
export interface Moment {
  readonly of: keyof Duration;
  readonly part: number;
}

/** Two of three are spread over the whole build, the others over its writing, which is a small part. In random order. */
export function chooseMoments(count: number, random: () => number): Moment[] {
  const inWriting = Math.floor(count / 3);
  const moments: Moment[] = [
    ...spread(count - inWriting, random).map((part) => ({ of: "wholeMs", part }) as const),
    ...spread(inWriting, random).map((part) => ({ of: "writingMs", part }) as const),
  ];
  return moments
    .map((moment) => ({ moment, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ moment }) => moment);
}

/** One in each of `count` equal spans. */
function spread(count: number, random: () => number): number[] {
  return Array.from({ length: count }, (_, index) => (index + random()) / count);
}
