/** Where the time of a build went, and why each output was made anew. */
import { performance } from "node:perf_hooks";

/** Something that took its time, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly ms: number;
  /** Of a formula or a block of code: the source of the text in which it was met first. */
  readonly path?: string;
}

/** What may be slow of a body, each kind on its own. None counts what was loaded for it. */
export type TimedKind = "post" | "formula" | "code";

export interface BuildProfile {
  /** The steps in their order; each ends when the next begins. What ran ahead of its step counts there. */
  readonly steps: readonly Timing[];
  /** What was loaded for the first body, formula or block of code that needed it: the time of all threads together. */
  readonly loaded: readonly Timing[];
  /** The slowest of each kind, slowest first. Of all threads; what came from the cache took no time. */
  readonly slowest: Readonly<Record<TimedKind, readonly Timing[]>>;
  /** Why an output was made, by its path. One that is missing was left as it is. */
  readonly reasons: ReadonlyMap<string, string>;
}

export interface Profiler {
  /** Ends the step before. */
  startStep(name: string): void;
  /** Runs work of a later step ahead of it. */
  runAhead(step: string, work: () => void): void;
  time(kind: TimedKind, timing: Timing): void;
  /** May be called many times with a name. */
  timeLoading(name: string, ms: number): void;
  explain(outputPath: string, reason: string): void;
  /** Ends the last step. */
  profile(): BuildProfile;
}

const MOST_TIMINGS = 10;

export function createProfiler(): Profiler {
  const starts: { readonly name: string; readonly atMs: number }[] = [];
  const slowest: Record<TimedKind, Timing[]> = { post: [], formula: [], code: [] };
  const aheadMs = new Map<string, number>();
  const loadingMs = new Map<string, number>();
  const reasons = new Map<string, string>();
  return {
    startStep(name) {
      if (starts.at(-1)?.name !== name) starts.push({ name, atMs: performance.now() });
    },
    runAhead(step, work) {
      const startedMs = performance.now();
      work();
      const ms = performance.now() - startedMs;
      addTo(aheadMs, step, ms);
      addTo(aheadMs, starts.at(-1)?.name ?? "", -ms);
    },
    time: (kind, timing) => keepSlowest(slowest[kind], timing),
    timeLoading: (name, ms) => addTo(loadingMs, name, ms),
    explain: (outputPath, reason) => reasons.set(outputPath, reason),
    profile() {
      const endMs = performance.now();
      const steps = starts.map(({ name, atMs }, index) => ({
        name,
        ms: (starts[index + 1]?.atMs ?? endMs) - atMs + (aheadMs.get(name) ?? 0),
      }));
      const loaded = Array.from(loadingMs, ([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
      return { steps, loaded, slowest, reasons };
    },
  };
}

function addTo(sums: Map<string, number>, name: string, ms: number): void {
  sums.set(name, (sums.get(name) ?? 0) + ms);
}

function keepSlowest(timings: Timing[], timing: Timing): void {
  const place = timings.findIndex(({ ms }) => ms < timing.ms);
  if (place === -1 && timings.length >= MOST_TIMINGS) return;
  timings.splice(place === -1 ? timings.length : place, 0, timing);
  if (timings.length > MOST_TIMINGS) timings.pop();
}
