import { performance } from "node:perf_hooks";
import { NOON_MS } from "../incremental/build-cleanly.js";
import { spawnCli } from "../run-cli.js";

export interface KilledBuild {
  /** `false` when it came to its end before. */
  readonly isKilled: boolean;
  readonly code: number | null;
  readonly elapsedMs: number;
  readonly processId: number;
  readonly stderr: string;
}

/** `postulate build`, killed so many milliseconds after its start; `null` to let it come to its end. */
export function runKilledBuild(
  sourceDir: string,
  temporaryDir: string,
  killAfterMs: number | null,
): Promise<KilledBuild> {
  const startedMs = performance.now();
  const environment = { TMPDIR: temporaryDir, SOURCE_DATE_EPOCH: String(NOON_MS / 1000) };
  const child = spawnCli(["build", "--source", sourceDir], { environment });
  let stderr = "";
  child.stdout?.resume();
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const elapsedMs = performance.now() - startedMs;
      resolve({ isKilled: signal === "SIGKILL", code, elapsedMs, processId: child.pid ?? 0, stderr });
    });
  });
}
