/** What every other build is held against: one from nothing. */
import { readFileSync } from "node:fs";
import type { BuildOptions, BuildResult } from "../../build/build-types.js";
import { contentHash } from "../../util/hash.js";
import type { SceneOptions } from "./operation.js";

/** A build from nothing, and the hash of each of its files by path. */
export interface CleanBuild {
  readonly result: BuildResult;
  readonly hashes: ReadonlyMap<string, string>;
}

export const NOON_MS = Date.UTC(2026, 11, 1, 12);

/** In memory: what would be written is read from it. `build` remembers nothing. */
export async function buildCleanly(
  options: BuildOptions,
  build: (options: BuildOptions) => Promise<BuildResult>,
): Promise<CleanBuild> {
  const result = await build({ ...options, cacheDir: null, write: false });
  const hashes = new Map<string, string>();
  for (const [file, output] of result.outputs) {
    const content = await result.read(output);
    const isText = typeof content === "string" || content instanceof Uint8Array;
    hashes.set(file, contentHash(isText ? content : readFileSync(content.copyFrom)));
  }
  return { result, hashes };
}

export function completeOptions(
  given: SceneOptions & Pick<BuildOptions, "sourceDir" | "destinationDir" | "cacheDir">,
): BuildOptions {
  const usual = { configPaths: null, overrides: {}, strict: false, keepGoing: false, check: false };
  return { ...usual, force: false, write: true, nowMs: NOON_MS, ...given };
}
