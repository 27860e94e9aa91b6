/**
 * Measures Postulate, the reference and its peers side by side on one corpus, and prints tables in Markdown.
 *
 *   node bench/run.js [--posts 1000] [--peers eleventy,hexo] [--runs 3] [--keep]
 *
 * Without --peers all that are installed take part; `--peers none` leaves the reference and Postulate.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { competitors } from "./competitors.js";
import { countCorpus } from "./count-corpus.js";
import { createSite } from "./create-site.js";
import { findObstacle } from "./find-obstacle.js";
import { describeMachine, formatScenarioTables } from "./format-results.js";
import { generateCorpus } from "./generate-corpus.js";
import { formatStartupTable, measureStartup } from "./measure-startup.js";
import { runScenarios } from "./run-scenarios.js";

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "1000" },
    peers: { type: "string" },
    runs: { type: "string", default: "3" },
    keep: { type: "boolean", default: false },
  },
});

/** Those asked for, or all; who cannot take part is named with the reason. */
function chooseCompetitors(peers) {
  const names = peers?.split(",").filter((name) => name !== "none");
  const unknown = names?.filter((name) => !competitors.some((one) => one.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no peer called ${unknown.join(", ")}`);
  return competitors
    .filter(({ name, isPeer }) => !isPeer || names === undefined || names.includes(name))
    .filter((competitor) => {
      const obstacle = findObstacle(competitor);
      if (obstacle !== null) console.log(`- ${competitor.title} takes no part: ${obstacle}`);
      return obstacle === null;
    });
}

/** Rounds are interleaved, so that a busy minute of the machine does not fall on one competitor alone. */
function measure(chosen, { corpus, workFolder, runs }) {
  const counts = countCorpus(corpus);
  const results = chosen.map((competitor) => ({
    competitor,
    site: createSite(competitor, { corpus, workFolder }),
    rounds: [],
  }));
  for (let round = 1; round <= runs; round++)
    for (const { competitor, site, rounds } of results) {
      console.error(`Round ${round} of ${runs}: ${competitor.title}`);
      rounds.push(runScenarios(competitor, { site, counts, round: `round ${round}` }));
    }
  return results;
}

const workFolder = mkdtempSync(path.join(tmpdir(), "postulate-bench-"));
const corpus = path.join(workFolder, "corpus");
const posts = Number(values.posts);
const runs = Number(values.runs);
try {
  const chosen = chooseCompetitors(values.peers);
  generateCorpus(corpus, { posts });
  console.log(`${describeMachine()}; ${posts} posts, ${runs === 1 ? "one run" : `median of ${runs} runs`}\n`);
  const loadBefore = loadavg()[0].toFixed(1);
  const results = measure(chosen, { corpus, workFolder, runs });
  // Wall seconds of a machine that others use say little, and whoever reads the tables must see that.
  console.log(`Load average ${loadBefore} before the first run, ${loadavg()[0].toFixed(1)} after the last\n`);
  console.log(formatScenarioTables(results));
  console.log(formatStartupTable(measureStartup()));
  if (results.some(({ rounds }) => rounds.some((round) => round.cold.faults.length > 0)))
    process.exitCode = 1;
} finally {
  if (values.keep) console.error(`The sites stay in ${workFolder}`);
  else rmSync(workFolder, { recursive: true });
}
