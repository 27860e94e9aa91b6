import type { BuildResult } from "../../build/build-types.js";
import type { BuildProfile, Timing } from "../../build/create-profile.js";

export interface JsonOptions {
  /** Whether the command succeeded, which is not the same as `ok` of the result under `--strict`. */
  readonly ok: boolean;
  readonly withProfile: boolean;
}

/** A build's result for programs: one object, on one line. What `docs/builds.md` promises about its fields stays. */
export function formatJson(result: BuildResult, { ok, withProfile }: JsonOptions): string {
  const { summary, write, diagnostics, skipped, destinationDir, elapsedMs, profile } = result;
  return JSON.stringify({
    ok,
    summary,
    destination: destinationDir,
    write,
    diagnostics,
    skipped,
    elapsedMs: Math.round(elapsedMs),
    ...(withProfile ? { profile: writeProfile(profile) } : {}),
  });
}

/** What `--profile` prints for people, whole. */
function writeProfile({ steps, loaded, slowest, reasons }: BuildProfile): object {
  return {
    steps: steps.map(roundTime),
    loaded: loaded.map(roundTime),
    slowest: {
      posts: slowest.post.map(roundTime),
      formulas: slowest.formula.map(roundTime),
      code: slowest.code.map(roundTime),
    },
    madeAnew: Array.from(reasons, ([path, reason]) => ({ path, reason })),
  };
}

/** To a tenth of a millisecond: what lies below is chance. */
function roundTime({ ms, ...timing }: Timing): Timing {
  return { ...timing, ms: Math.round(ms * 10) / 10 };
}
