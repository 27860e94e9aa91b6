/**
 * How long a command takes that does nothing, beside Node doing nothing.
 *
 *   node bench/measure-startup.js [RUNS=20]
 */
import path from "node:path";
import { formatTable } from "./format-results.js";
import { measureProcess } from "./measure-process.js";
import { median } from "./statistics.js";

const main = path.join(path.dirname(import.meta.dirname), "lib", "bundle", "main.js");
const COMMANDS = [
  { title: "node -e 0", words: ["-e", "0"] },
  { title: "postulate --version", words: [main, "--version"] },
  { title: "postulate --help", words: [main, "--help"] },
];

/** Medians of interleaved runs. */
export function measureStartup(runs = 20) {
  const rows = COMMANDS.map((command) => ({ ...command, wall: [], processor: [] }));
  for (let run = 0; run < runs; run++)
    for (const { words, wall, processor } of rows) {
      const measure = measureProcess([process.execPath, ...words]);
      if (measure.status !== 0) throw new Error(`${words.join(" ")} failed: ${measure.message}`);
      wall.push(measure.wallSeconds);
      processor.push(measure.processorSeconds);
    }
  return rows.map(({ title, wall, processor }) => ({
    title,
    wallMs: median(wall) * 1000,
    processorMs: median(processor) * 1000,
  }));
}

export function formatStartupTable(rows) {
  const [node] = rows;
  return formatTable(
    ["Start", "wall ms", "processor ms", "wall / node"],
    rows.map(({ title, wallMs, processorMs }) => [
      title,
      wallMs.toFixed(0),
      processorMs.toFixed(0),
      (wallMs / node.wallMs).toFixed(2),
    ]),
  );
}

if (process.argv[1] === import.meta.filename)
  console.log(formatStartupTable(measureStartup(Number(process.argv[2] ?? 20))));
