/** The first law of docs/architecture.md: a build after any edit equals a clean build, byte for byte. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { proveSeed } from "../testing/incremental/prove-seed.js";
import { createTemporaryFolder } from "../testing/temporary-folder.js";

/** Many more by command: see docs/architecture.md. */
const SEEDS = [1, 2, 3, 4];
const EDITS = 50;

const renderers: Renderers = new Map();

describe("a build after random edits equals a clean build", () => {
  for (const seed of SEEDS) {
    test(`${EDITS} edits of everything, seed ${seed}`, async (context) => {
      const folder = path.join(createTemporaryFolder(context), "proof");
      assert.equal(await proveSeed({ seed, count: EDITS, folder, renderers }), null);
    });
  }
});
