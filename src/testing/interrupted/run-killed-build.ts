import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { NOON_MS } from "../incremental/build-cleanly.js";
import { spawnCli } from "../run-cli.js";

/** So many milliseconds after the start of the process, or after its first file waits to be put in place. */
export interface KillMoment {
  readonly from: "start" | "first file";
  readonly ms: number;
}

export interface KilledBuild {
  /** `false` when it came to its end before. */
  readonly isKilled: boolean;
  readonly code: number | null;
  readonly elapsedMs: number;
  readonly processId: number;
  readonly stderr: string;
}

export interface KilledBuildOptions {
  readonly sourceDir: string;
  readonly destinationDir: string;
  /** Of the system, as this process sees it. */
  readonly temporaryDir: string;
}

/** `postulate build`, killed at a moment; `null` to let it come to its end. */
export function runKilledBuild(
  { sourceDir, destinationDir, temporaryDir }: KilledBuildOptions,
  moment: KillMoment | null,
): Promise<KilledBuild> {
  const startedMs = performance.now();
  const environment = { TMPDIR: temporaryDir, SOURCE_DATE_EPOCH: String(NOON_MS / 1000) };
  const child = spawnCli(["build", "--source", sourceDir], { environment });
  let stderr = "";
  child.stdout?.resume();
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const spare = moment === null ? () => undefined : killLater(child, destinationDir, moment);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      spare();
      const elapsedMs = performance.now() - startedMs;
      resolve({ isKilled: signal === "SIGKILL", code, elapsedMs, processId: child.pid ?? 0, stderr });
    });
  });
}

/** Whether files wait, of one process or of any. */
export function isWriting(destinationDir: string, processId?: number): boolean {
  return existsSync(path.join(destinationDir, ".postulate-temporary", `${processId ?? ""}`));
}

/** Returns what gives up on it. */
function killLater(child: ChildProcess, destinationDir: string, { from, ms }: KillMoment): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    timer = setTimeout(() => child.kill("SIGKILL"), ms);
  };
  const look = setInterval(() => {
    if (!isWriting(destinationDir, child.pid)) return;
    clearInterval(look);
    wait();
  }, 1);
  if (from === "start") {
    clearInterval(look);
    wait();
  }
  return () => {
    clearInterval(look);
    clearTimeout(timer);
  };
}
