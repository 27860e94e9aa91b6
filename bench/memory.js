// How much memory a build of many math posts takes: node --expose-gc bench/memory.js [posts=2000]
// Prints the heap in use, after a collection, at every 200 posts: first of the renderer alone, then of a whole build.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createBuildSession } from "../lib/build/create-build-session.js";
import { createMarkdownRenderer } from "../lib/markdown/create-markdown-renderer.js";
import { exampleConfig } from "../lib/testing/example-site.js";
import { generateMathBody, generateMathPost } from "../lib/testing/generate-math-posts.js";
import { writeFiles } from "../lib/testing/temporary-folder.js";

const total = Number(process.argv[2] ?? 2000);
const STEP = 200;

function report(label) {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(
    `${label.padEnd(24)} heap ${(heapUsed / 1e6).toFixed(0).padStart(5)} MB   rss ${(rss / 1e6).toFixed(0).padStart(5)} MB`,
  );
}

async function measureRenderer() {
  const { math, code } = exampleConfig();
  const renderer = await createMarkdownRenderer({ math, code });
  const started = process.hrtime.bigint();
  report("renderer, no post");
  for (let number = 1; number <= total; number++) {
    renderer.render({ path: "a.md", text: generateMathBody(number), lineOrigins: [], excerptSeparator: "" });
    if (number % STEP === 0) report(`renderer, ${number} posts`);
  }
  console.log(
    `renderer: ${(Number(process.hrtime.bigint() - started) / 1e6 / total).toFixed(1)} ms for each post`,
  );
}

async function measureBuild() {
  const sourceDir = mkdtempSync(path.join(tmpdir(), "postulate-memory-"));
  const posts = Array.from({ length: total }, (_, number) => generateMathPost(number));
  writeFiles(sourceDir, {
    "_config.yml": "title: Memory\nurl: https://memory.example\npaginate: 10\n",
    ...Object.fromEntries(posts.map(({ path: file, text }) => [file, text])),
  });
  let last = "";
  const result = await createBuildSession().build({
    cacheDir: path.join(sourceDir, ".postulate-cache"),
    ...{ sourceDir, destinationDir: null, configPaths: null, overrides: {}, strict: false, keepGoing: false },
    ...{ force: false, write: true, check: false, nowMs: Date.UTC(2026, 11, 1) },
    onProgress({ step, done }) {
      const label = `build, ${step} ${done}`;
      if (done % STEP !== 0 || label === last || (step !== "render" && step !== "lay out")) return;
      last = label;
      report(label);
    },
  });
  report("build, done");
  console.log(
    `build: ${(result.elapsedMs / 1000).toFixed(1)} s, ${result.summary.formulas} formulas, ${result.diagnostics.length} diagnostics`,
  );
  rmSync(sourceDir, { recursive: true });
}

await measureRenderer();
await measureBuild();
