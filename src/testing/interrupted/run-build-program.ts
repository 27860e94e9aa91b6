import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ProgramReport, ProgramRequest } from "./build-program.js";

const PROGRAM = fileURLToPath(new URL("./build-program.js", import.meta.url));

export interface ProgramEnd {
  readonly signal: string | null;
  readonly code: number | null;
  /** `null` when it did not come to its end. */
  readonly report: ProgramReport | null;
  readonly stderr: string;
}

export interface ProgramLimits {
  /** In milliseconds after its start, when it is killed. */
  readonly killAfterMs?: number;
  /** The largest file that it can write, in blocks of 512 or 1,024 bytes: past that writing fails, as on a full disk. */
  readonly fileBlocks?: number;
}

/** Builds in a process of its own. */
export function runBuildProgram(
  request: ProgramRequest,
  { killAfterMs, fileBlocks }: ProgramLimits = {},
): Promise<ProgramEnd> {
  const words = [process.execPath, PROGRAM, JSON.stringify(request)] as const;
  const child =
    fileBlocks === undefined
      ? spawn(words[0], words.slice(1))
      : spawn("sh", ["-c", `ulimit -f ${fileBlocks}; exec "$0" "$@"`, ...words]);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs).unref();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const report = stdout === "" ? null : (JSON.parse(stdout) as ProgramReport);
      resolve({ signal, code, report, stderr });
    });
  });
}
