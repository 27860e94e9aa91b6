/** Replays steps on disk, building after each of them, and compares every build with a clean one. */
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { BuildOptions, BuildResult } from "../../build/build-types.js";
import { buildCleanly, completeOptions } from "./build-cleanly.js";
import { type BuiltTree, compareBuilds } from "./compare-builds.js";
import type { BuildSite } from "./create-build-site.js";
import { applyOperation, type SceneOptions, type Step } from "./operation.js";
import { writeProvingSite } from "./proving-site.js";
import { readTree } from "./read-tree.js";
import type { Difference } from "./shrink-steps.js";

/** Longer than the tick of a clock that stamps are not trusted within. */
const SETTLING_MS = 60;

/** `null` when all builds were as they have to be. The folder is emptied first. */
export async function runSteps(
  steps: readonly Step[],
  folder: string,
  buildSite: BuildSite,
): Promise<Difference | null> {
  rmSync(folder, { recursive: true, force: true });
  const sourceDir = path.join(folder, "site");
  const destinationOf = (session: Step["session"]): string => path.join(folder, `dist-${session}`);
  const folders = { sourceDir, destinationDirs: [destinationOf("new"), destinationOf("kept")] };
  writeProvingSite(sourceDir);
  let options: SceneOptions = {};
  const run = ({ session, threads }: Pick<Step, "session" | "threads">): Promise<BuiltTree> => {
    const cacheDir = session === "new" ? path.join(folder, "cache") : null;
    const places = { sourceDir, destinationDir: destinationOf(session), cacheDir };
    const all = completeOptions({ ...options, ...places, threads });
    return buildAndLook(all, session === "new" ? buildSite.fresh : buildSite.kept);
  };
  for (const [number, { operations, session, isSettled, threads }] of steps.entries()) {
    if (isSettled) {
      await setTimeout(SETTLING_MS);
      await run({ session, threads: 1 });
    }
    for (const operation of operations) {
      applyOperation(operation, folders);
      if (operation.kind === "options") options = { ...options, ...operation.options };
    }
    const incremental = await run({ session, threads });
    const nowhere = {
      ...options,
      sourceDir,
      destinationDir: path.join(folder, "clean"),
      cacheDir: null,
      threads,
    };
    const clean = await buildCleanly(completeOptions(nowhere), buildSite.fresh);
    const words = compareBuilds(incremental, clean);
    if (words !== null) return { step: number, words: `${session} session: ${words}` };
  }
  return null;
}

async function buildAndLook(
  options: BuildOptions,
  build: (options: BuildOptions) => Promise<BuildResult>,
): Promise<BuiltTree> {
  const before = readTree(options.destinationDir ?? "");
  const result = await build(options);
  return { result, before, after: readTree(options.destinationDir ?? "") };
}
