/**
 * The law of incremental builds, by command: `node lib/testing/prove-incremental.js [histories] [steps] [first seed]`.
 * Prints the fewest edits of each history after which a build differs from a clean one.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Renderers } from "./incremental/create-build-site.js";
import { proveSeed } from "./incremental/prove-seed.js";

const [histories = 20, count = 60, firstSeed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "postulate-proof-"));
const renderers: Renderers = new Map();
let failures = 0;
for (let seed = firstSeed; seed < firstSeed + histories; seed++) {
  const difference = await proveSeed({ seed, count, folder, renderers });
  if (difference !== null) failures++;
  console.log(difference ?? `seed ${seed}: ${count} edits, no difference`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failures === 0 ? 0 : 1;
