/** The law of incremental builds on one random history of a site. */
import { createBuildSite, type Renderers } from "./create-build-site.js";
import type { Step } from "./operation.js";
import { planSteps } from "./plan-steps.js";
import { runSteps } from "./run-steps.js";
import { shrinkSteps } from "./shrink-steps.js";

export interface SeedOptions {
  readonly seed: number;
  readonly count: number;
  /** Emptied and used. */
  readonly folder: string;
  readonly renderers: Renderers;
}

/** `null` when the law holds; else the seed, the difference, and the fewest steps that show one. */
export async function proveSeed({ seed, count, folder, renderers }: SeedOptions): Promise<string | null> {
  const run = (steps: readonly Step[]) => runSteps(steps, folder, createBuildSite(renderers));
  const steps = planSteps(seed, count);
  const found = await run(steps);
  if (found === null) return null;
  const fewest = await shrinkSteps(steps.slice(0, found.step + 1), run);
  const last = await run(fewest);
  const lines = fewest.map((step) => `  ${JSON.stringify(step)}`);
  return [
    `seed ${seed}, step ${found.step}: ${found.words}`,
    ...lines,
    `  ${last?.words ?? "not again"}`,
  ].join("\n");
}
