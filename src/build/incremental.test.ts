/** The first law of docs/architecture.md: a build after any edit equals a clean build, byte for byte. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { createBuildSite, type Renderers } from "../testing/incremental/create-build-site.js";
import { planSteps } from "../testing/incremental/plan-steps.js";
import { proveSeed } from "../testing/incremental/prove-seed.js";
import { runSteps } from "../testing/incremental/run-steps.js";
import { createTemporaryFolder } from "../testing/temporary-folder.js";

/** Many more by command: see docs/architecture.md. */
const SEEDS = [1, 2, 3, 4];
const EDITS = 50;

const renderers: Renderers = new Map();

describe("a build after random edits equals a clean build", () => {
  for (const seed of SEEDS) {
    test(`${EDITS} edits of everything, seed ${seed}`, async (context) => {
      const folder = path.join(createTemporaryFolder(context), "proof");
      const steps = planSteps(seed, EDITS);
      const run = (some: typeof steps) => runSteps(some, folder, createBuildSite(renderers));
      assert.equal(await proveSeed({ seed, steps, run }), null);
    });
  }
});
