import type { BuildResult } from "../build/build-types.js";
import type { Values } from "./command.js";
import type { profileOptions } from "./shared-options.js";
import { explainOutput, formatProfile } from "./terminal/format-profile.js";
import { UsageError } from "./usage-error.js";
import type { World } from "./world.js";

/** After a build: what `--profile` and `--explain` ask for. Throws a `UsageError` for an output that there is not. */
export function printProfile(
  result: BuildResult,
  { profile, explain }: Values<typeof profileOptions>,
  { terminal }: Pick<World, "terminal">,
): void {
  if (profile === true) terminal.print(`\n${formatProfile(result.profile)}`);
  if (explain === undefined) return;
  const explanation = explainOutput(explain, result);
  if (explanation === null) {
    throw new UsageError(
      `Nothing is written to "${explain}"`,
      "--explain takes a path below the destination, an address without baseurl, or the path of a source",
    );
  }
  terminal.print(explanation);
}
