/**
 * How Postulate fares as a site grows: processor time for each post, peak memory of the whole process, and the builds
 * after an edit.
 *
 *   node bench/scale.js [--posts 1000,10000] [--runs 1] [--peers hugo,jekyll]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { competitors } from "./competitors.js";
import { countCorpus } from "./count-corpus.js";
import { createSite } from "./create-site.js";
import { findObstacle } from "./find-obstacle.js";
import { describeMachine, formatTable } from "./format-results.js";
import { generateCorpus } from "./generate-corpus.js";
import { runScenarios, SCENARIOS } from "./run-scenarios.js";
import { median } from "./statistics.js";

const HEAD = [
  ...["Posts", "cold wall s", "cold processor s", "processor ms a post", "of the smallest", "peak MB"],
  ...["nothing changed s", "one post edited s", "layout edited s"],
];

function measureSize(competitor, { posts, runs }) {
  const workFolder = mkdtempSync(path.join(tmpdir(), "postulate-scale-"));
  try {
    const corpus = path.join(workFolder, "corpus");
    generateCorpus(corpus, { posts });
    const counts = countCorpus(corpus);
    const site = createSite(competitor, { corpus, workFolder });
    const rounds = [];
    for (let round = 1; round <= runs; round++) {
      console.error(`${competitor.title}, ${posts} posts, round ${round} of ${runs}`);
      rounds.push(runScenarios(competitor, { site, counts, round: `round ${round}` }));
    }
    return { posts, rounds };
  } finally {
    rmSync(workFolder, { recursive: true });
  }
}

function formatSizes(competitor, sizes) {
  const pick = ({ rounds }, scenario, key) => median(rounds.map((round) => round[scenario][key]));
  const perPost = (size) => pick(size, "cold", "processorSeconds") / size.posts;
  const rows = sizes.map((size) => {
    const peak = size.rounds[0].cold.peakBytes === null ? null : pick(size, "cold", "peakBytes");
    return [
      `${competitor.title}, ${size.posts.toLocaleString("en")}`,
      pick(size, "cold", "wallSeconds").toFixed(2),
      pick(size, "cold", "processorSeconds").toFixed(2),
      (1000 * perPost(size)).toFixed(2),
      (perPost(size) / perPost(sizes[0])).toFixed(2),
      peak === null ? "" : `${Math.round(peak / 1e6)}`,
      ...["unchanged", "post", "layout"].map((scenario) => pick(size, scenario, "wallSeconds").toFixed(2)),
    ];
  });
  const faults = sizes.flatMap(({ posts, rounds }) =>
    rounds.flatMap((round) =>
      SCENARIOS.flatMap((one) => round[one].faults.map((fault) => `- ${posts} posts, ${one}: ${fault}`)),
    ),
  );
  return [formatTable(HEAD, rows), ...new Set(faults)].join("\n");
}

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "1000,10000" },
    runs: { type: "string", default: "1" },
    peers: { type: "string", default: "" },
  },
});
const names = ["postulate", ...values.peers.split(",")];
console.log(`${describeMachine()}\n`);
for (const competitor of competitors.filter(({ name }) => names.includes(name))) {
  const obstacle = findObstacle(competitor);
  if (obstacle !== null) {
    console.log(`- ${competitor.title} takes no part: ${obstacle}\n`);
    continue;
  }
  const sizes = values.posts
    .split(",")
    .map((posts) => measureSize(competitor, { posts: Number(posts), runs: Number(values.runs) }));
  console.log(`${formatSizes(competitor, sizes)}\n`);
}
