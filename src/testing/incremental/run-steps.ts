/** Replays steps on disk, building after each of them, and compares every build with a clean one. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { BuildOptions, BuildResult } from "../../build/build-types.js";
import { contentHash } from "../../util/hash.js";
import { type BuiltTree, type CleanBuild, compareBuilds } from "./compare-builds.js";
import type { BuildSite } from "./create-build-site.js";
import { applyOperation, type SceneOptions, type Step } from "./operation.js";
import { PROVING_SITE } from "./proving-site.js";
import { readTree } from "./read-tree.js";

export interface Difference {
  /** From 0; the first step that was built otherwise than from nothing. */
  readonly step: number;
  readonly words: string;
}

const NOON_MS = Date.UTC(2026, 11, 1, 12);

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
  mkdirSync(sourceDir, { recursive: true });
  for (const [file, text] of Object.entries(PROVING_SITE)) {
    applyOperation({ kind: "write", path: file, text }, folders);
  }
  let options: SceneOptions = {};
  const run = (session: Step["session"]): Promise<BuiltTree> => {
    const cacheDir = session === "new" ? path.join(folder, "cache") : null;
    const all = completeOptions({ ...options, sourceDir, destinationDir: destinationOf(session), cacheDir });
    return buildAndLook(all, session === "new" ? buildSite.fresh : buildSite.kept);
  };
  for (const [number, { operations, session, isSettled }] of steps.entries()) {
    if (isSettled) {
      await setTimeout(SETTLING_MS);
      await run(session);
    }
    for (const operation of operations) {
      applyOperation(operation, folders);
      if (operation.kind === "options") options = { ...options, ...operation.options };
    }
    const incremental = await run(session);
    const nowhere = { ...options, sourceDir, destinationDir: path.join(folder, "clean"), cacheDir: null };
    const clean = await buildCleanly(completeOptions(nowhere), buildSite);
    const words = compareBuilds(incremental, clean);
    if (words !== null) return { step: number, words: `${session} session: ${words}` };
  }
  return null;
}

/** In memory: what would be written is read from it. */
async function buildCleanly(options: BuildOptions, { fresh }: BuildSite): Promise<CleanBuild> {
  const result = await fresh({ ...options, write: false });
  const hashes = new Map<string, string>();
  for (const [file, output] of result.outputs) {
    const content = await result.read(output);
    const isText = typeof content === "string" || content instanceof Uint8Array;
    hashes.set(file, contentHash(isText ? content : readFileSync(content.copyFrom)));
  }
  return { result, hashes };
}

async function buildAndLook(
  options: BuildOptions,
  build: (options: BuildOptions) => Promise<BuildResult>,
): Promise<BuiltTree> {
  const before = readTree(options.destinationDir ?? "");
  const result = await build(options);
  return { result, before, after: readTree(options.destinationDir ?? "") };
}

function completeOptions(
  given: SceneOptions & Pick<BuildOptions, "sourceDir" | "destinationDir" | "cacheDir">,
): BuildOptions {
  const usual = { configPaths: null, overrides: {}, strict: false, keepGoing: false, check: false };
  return { ...usual, force: false, write: true, nowMs: NOON_MS, ...given };
}
