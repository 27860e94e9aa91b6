/** The command line as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What users run. */
const MAIN = fileURLToPath(new URL("../bundle/main.js", import.meta.url));

export function spawnCli(args: readonly string[], { cwd, environment = {} }: CliOptions = {}): ChildProcess {
  const {
    NO_COLOR: _no,
    FORCE_COLOR: _force,
    SOURCE_DATE_EPOCH: _epoch,
    JEKYLL_ENV: _jekyll,
    ...inherited
  } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...inherited, ...environment } });
}

export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawnCli(args, options);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
