/**
 * The law of incremental builds, by command: `node lib/testing/prove-incremental.js [--dev] [histories] [edits in each]
 * [first seed]`. Prints the fewest edits of each history after which a build differs from a clean one, or, with `--dev`,
 * what a running dev server serves and tells.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createBuildSite, type Renderers } from "./incremental/create-build-site.js";
import { planSteps } from "./incremental/plan-steps.js";
import { proveSeed } from "./incremental/prove-seed.js";
import { runSteps } from "./incremental/run-steps.js";
import { planServedSteps, type ServedStep } from "./incremental/served/plan-served-steps.js";
import { runServedSteps } from "./incremental/served/run-served-steps.js";

const { values, positionals } = parseArgs({ options: { dev: { type: "boolean" } }, allowPositionals: true });
const [histories = 20, count = 60, firstSeed = 1] = positionals.map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "postulate-proof-"));
const renderers: Renderers = new Map();

/** The difference, if there is one, and how much was tried. */
async function prove(seed: number): Promise<readonly [difference: string | null, tried: string]> {
  if (!values.dev) {
    const steps = planSteps(seed, count);
    const run = (some: typeof steps) => runSteps(some, folder, createBuildSite(renderers));
    return [await proveSeed({ seed, steps, run }), `${count} edits`];
  }
  let tried = "";
  const run = async (steps: readonly ServedStep[]) => {
    const { difference, counts } = await runServedSteps(steps, folder, renderers);
    tried = `${count} edits, ${Object.entries(counts)
      .map(([name, number]) => `${number} ${name}`)
      .join(", ")}`;
    return difference;
  };
  const difference = await proveSeed({ seed, steps: planServedSteps(seed, count), run });
  return [difference, tried];
}

let failures = 0;
for (let seed = firstSeed; seed < firstSeed + histories; seed++) {
  const [difference, tried] = await prove(seed);
  if (difference !== null) failures++;
  console.log(difference ?? `seed ${seed}: ${tried}, no difference`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failures === 0 ? 0 : 1;
