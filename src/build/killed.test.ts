/** The command, killed at any time: the site that is published stays whole, and the next build is as good as the first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { proveKills } from "../testing/interrupted/prove-kills.js";
import { createTemporaryFolder } from "../testing/temporary-folder.js";

/** The seed of a proof: see docs/architecture.md. */
const PROOF = process.env.POSTULATE_PROOF;
const KILLS = PROOF === undefined ? 8 : 100;

const renderers: Renderers = new Map();

test(`${KILLS} builds that are killed at any time break no promise, and are made good by the next`, async (context) => {
  const seed = Number(PROOF ?? 1);
  const { kills, killsWhileWriting, wholeBuilds, durations } = await proveKills({
    ...{ folder: createTemporaryFolder(context), seed, kills: KILLS, renderers },
  });
  context.diagnostic(
    `seed ${seed}: ${kills} kills, ${killsWhileWriting} of them while files waited to be put in place, ` +
      `${wholeBuilds} whole builds; ${JSON.stringify(durations)}`,
  );
  assert.equal(kills, KILLS);
});
