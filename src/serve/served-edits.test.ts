/** The first law of docs/architecture.md under a running dev server: what it serves after any edit is a clean build. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { proveSeed } from "../testing/incremental/prove-seed.js";
import { planServedSteps, type ServedStep } from "../testing/incremental/served/plan-served-steps.js";
import { runServedSteps } from "../testing/incremental/served/run-served-steps.js";
import { createTemporaryFolder } from "../testing/temporary-folder.js";

/** Many more by command: see docs/architecture.md. */
const SEEDS = [1, 2];
const EDITS = 20;

const renderers: Renderers = new Map();

describe("what the dev server serves and tells after random edits is what a clean build gives", () => {
  for (const seed of SEEDS) {
    test(`${EDITS} edits of everything, also in bursts, seed ${seed}`, async (context) => {
      const folder = path.join(createTemporaryFolder(context), "proof");
      let [previews, comparisons] = [0, 0];
      const run = async (steps: readonly ServedStep[]) => {
        const { difference, counts } = await runServedSteps(steps, folder, renderers);
        ({ previews, comparisons } = counts);
        return difference;
      };
      assert.equal(await proveSeed({ seed, steps: planServedSteps(seed, EDITS), run }), null);
      assert.ok(previews > 2 && comparisons > 8, `${previews} previews, ${comparisons} comparisons`);
    });
  }
});
