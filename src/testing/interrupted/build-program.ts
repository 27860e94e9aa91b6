/**
 * One build in a process of its own: `build-program.js REQUEST`. It may be told to die, as by SIGKILL, right at one of
 * the calls by which it changes the disk; the count of these calls is what it prints when it reaches its end.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { BuildOptions } from "../../build/build-types.js";

export interface ProgramRequest {
  readonly options: BuildOptions;
  /** Number of the call, from 1, that is cut short; `null` to reach the end. */
  readonly dieAt: number | null;
}

export interface ProgramReport {
  readonly calls: number;
  readonly ok: boolean;
  readonly codes: readonly string[];
}

/** Every call by which a build changes anything. */
const CHANGES = [
  ...["writeFileSync", "appendFileSync", "copyFileSync", "renameSync", "writeSync", "writevSync"],
  ...["mkdirSync", "rmSync", "rmdirSync", "unlinkSync", "utimesSync", "ftruncateSync", "fsyncSync"],
] as const;

type Call = (...given: unknown[]) => unknown;

const { options, dieAt } = JSON.parse(process.argv[2] ?? "") as ProgramRequest;
const original = fs.writeFileSync;
let calls = 0;
for (const name of CHANGES) {
  const change = fs[name] as Call;
  const counted: Call = (...given) => {
    if (++calls === dieAt) die(name, given);
    return change(...given);
  };
  Object.assign(fs, { [name]: counted });
}
syncBuiltinESMExports();

/** A file that was being written is left with the first half of its bytes. */
function die(name: string, [file, content]: readonly unknown[]): never {
  if (name === "writeFileSync" && typeof file === "string") {
    const bytes = Buffer.from(content as string);
    original(file, bytes.subarray(0, bytes.length / 2));
  }
  process.kill(process.pid, "SIGKILL");
  // The signal may take a moment, in which nothing more may happen.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

const { createBuildSession } = await import("../../build/create-build-session.js");
const session = createBuildSession();
const result = await session.build(options);
session.close();
const report: ProgramReport = { calls, ok: result.ok, codes: result.diagnostics.map(({ code }) => code) };
process.stdout.write(JSON.stringify(report));
