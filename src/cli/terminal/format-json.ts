import type { BuildResult } from "../../build/build-types.js";

/** A build's result for programs: one object, on one line. What `docs/` promises about its fields stays. */
export function formatJson(result: BuildResult, ok: boolean): string {
  const { summary, write, diagnostics, skipped, destinationDir, elapsedMs } = result;
  return JSON.stringify({
    ok,
    summary,
    destination: destinationDir,
    write,
    diagnostics,
    skipped,
    elapsedMs: Math.round(elapsedMs),
  });
}
