import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildCleanly } from "../build-cleanly.js";
import { createBuildSite, type Renderers } from "../create-build-site.js";
import { writeProvingSite } from "../proving-site.js";
import type { Difference } from "../shrink-steps.js";
import type { ServedStep } from "./plan-served-steps.js";
import { openServedScene, type ServedCounts } from "./served-scene.js";

export interface ServedRun {
  readonly difference: Difference | null;
  readonly counts: ServedCounts;
}

/**
 * Replays steps under a running dev server, and compares what it serves and tells with a clean build whenever it has come
 * to rest. The folder is emptied first.
 */
export async function runServedSteps(
  steps: readonly ServedStep[],
  folder: string,
  renderers: Renderers,
): Promise<ServedRun> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A path of its own: chokidar shares what it watches by path, and may hold on to a folder that was removed.
  const own = mkdtempSync(path.join(folder, "run-"));
  const sourceDir = path.join(own, "site");
  writeProvingSite(sourceDir);
  const builds = createBuildSite(renderers);
  const scene = await openServedScene({
    ...{ sourceDir, cacheDir: path.join(own, "cache"), createSession: builds.session },
    buildFromNothing: (options) => buildCleanly(options, builds.fresh),
  });
  try {
    return { difference: await takeSteps(steps, scene), counts: scene.counts };
  } finally {
    await scene.close();
  }
}

async function takeSteps(
  steps: readonly ServedStep[],
  { edit, findDifference }: Pick<Awaited<ReturnType<typeof openServedScene>>, "edit" | "findDifference">,
): Promise<Difference | null> {
  for (const [step, { operations, pauseMs }] of steps.entries()) {
    await edit(operations);
    const isLast = step === steps.length - 1;
    if (pauseMs !== null && !isLast) {
      await setTimeout(pauseMs);
      continue;
    }
    const words = await findDifference();
    if (words !== null) return { step, words: `dev server: ${words}` };
  }
  return null;
}
