/** One build from the command line, from its options to what is printed and the exit code. */
import type { BuildOptions, BuildResult } from "../build/build-types.js";
import type { ExitCode, Values } from "./command.js";
import { createBuildOptions, readNowMs, type SiteValues } from "./create-build-options.js";
import type { jsonOptions, reportOptions } from "./shared-options.js";
import { createProgress } from "./terminal/create-progress.js";
import { formatJson } from "./terminal/format-json.js";
import { hasFailed, printResult } from "./terminal/print-result.js";
import type { World } from "./world.js";

/** In what the commands that build once differ. */
export interface BuildPurpose extends Pick<BuildOptions, "keepGoing" | "force" | "write" | "check"> {
  readonly command: "build" | "check";
  /** Whether everything is printed, however much it is. */
  readonly verbose: boolean;
  /** Whether `--json` holds where the time went. */
  readonly profile: boolean;
}

/** Builds and prints; with `--json` one object and nothing else. */
export async function runBuild(
  values: SiteValues & Values<typeof reportOptions & typeof jsonOptions>,
  world: World,
  { command, verbose, profile, ...purpose }: BuildPurpose,
): Promise<{ readonly result: BuildResult; readonly exitCode: ExitCode }> {
  const { terminal, currentDir } = world;
  const { strict, ...site } = createBuildOptions(values, world, "production");
  const nowMs = readNowMs(world);
  const session = await world.createSession();
  const onProgress = createProgress(terminal.statusLine, world.clockMs);
  const result = await session
    .build({ ...site, ...purpose, strict, nowMs, onProgress })
    .finally(() => session.close());
  terminal.statusLine?.clear();
  const failed = hasFailed(result, strict);
  const { json = false, quiet = false } = values;
  if (json) terminal.print(formatJson(result, { ok: !failed, withProfile: profile }));
  else printResult(result, { quiet, verbose, strict, command, currentDir }, terminal);
  return { result, exitCode: failed ? 1 : 0 };
}
