import { type OperationsStep, type RunSteps, shrinkSteps } from "./shrink-steps.js";

export interface SeedOptions<Step> {
  readonly seed: number;
  /** That came from the seed. */
  readonly steps: readonly Step[];
  readonly run: RunSteps<Step>;
}

/**
 * The law of incremental builds on one random history of a site. `null` when it holds; else the seed, the difference,
 * and the fewest steps that show one.
 */
export async function proveSeed<Step extends OperationsStep>({
  seed,
  steps,
  run,
}: SeedOptions<Step>): Promise<string | null> {
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
