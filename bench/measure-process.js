/**
 * Runs a command and its children to the end: seconds on the wall, seconds of processor (user and system, all threads
 * and all children that were waited for) and, with GNU time, the peak memory of the largest process.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const hasGnuTime = spawnSync("/usr/bin/time", ["-f", "%M", "true"]).status === 0;

/** A shell's own `time` tells the processor seconds everywhere; the command keeps its streams. */
const SHELL_SCRIPT = 'file=$1; shift; TIMEFORMAT="%U %S"; exec 3>&2; { time "$@" 2>&3; } 2>"$file"';

function wrap(command, file) {
  if (hasGnuTime) return ["/usr/bin/time", "--quiet", "-o", file, "-f", "%U %S %M", ...command];
  return ["bash", "-c", SHELL_SCRIPT, "bash", file, ...command];
}

export function measureProcess(command, { cwd, environment = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "postulate-time-"));
  const file = path.join(folder, "times");
  try {
    const [program, ...words] = wrap(command, file);
    const started = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd,
      env: { ...process.env, ...environment },
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
    const [user, system, kilobytes] = readFileSync(file, "utf8").trim().split(/\s+/).map(Number);
    return {
      status,
      message: `${stdout ?? ""}${stderr ?? ""}`.trim(),
      wallSeconds,
      processorSeconds: user + system,
      peakBytes: kilobytes === undefined ? null : kilobytes * 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
