/** The tables of a comparison, in Markdown. */
import { availableParallelism, cpus } from "node:os";
import { SCENARIOS } from "./run-scenarios.js";
import { median } from "./statistics.js";

const TITLES = {
  cold: "Cold build",
  unchanged: "Nothing changed, new process",
  post: "One post edited, new process",
  layout: "A layout edited, new process",
};

export function describeMachine() {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `Node ${process.version}, ${availableParallelism()} × ${model}`;
}

/** A table as aligned Markdown; all columns but the first hold numbers. */
export function formatTable(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** `results` are a competitor with its rounds, each with the measures of all scenarios. */
export function formatScenarioTables(results) {
  const tables = SCENARIOS.map((scenario) => formatScenario(results, scenario));
  const faults = results.flatMap(({ competitor, rounds }) => {
    const found = rounds.flatMap((round) =>
      SCENARIOS.flatMap((scenario) => round[scenario].faults.map((fault) => `${scenario}: ${fault}`)),
    );
    return [...new Set(found)].map((fault) => `- ${competitor.title}, ${fault}`);
  });
  const list = faults.length === 0 ? "Every output has all pages, formulas and colours." : faults.join("\n");
  return `${tables.join("\n\n")}\n\n${list}\n`;
}

function formatScenario(results, scenario) {
  const rows = results.map((result) => summarize(result, scenario));
  const reference = rows.find(({ name }) => name === "reference");
  const postulate = rows.find(({ name }) => name === "postulate");
  const ratio = (row, base, key) => (base === undefined ? "" : (row[key] / base[key]).toFixed(2));
  const cells = rows.map((row) => {
    if (row.isFailing) return [row.title, "fails", ...Array(6).fill("")];
    return [
      row.title,
      row.wallSeconds.toFixed(2),
      row.processorSeconds.toFixed(2),
      row.peakBytes === null ? "" : `${Math.round(row.peakBytes / 1e6)}`,
      ratio(row, reference, "wallSeconds"),
      ratio(row, reference, "processorSeconds"),
      ratio(row, postulate, "wallSeconds"),
      ratio(row, postulate, "processorSeconds"),
    ];
  });
  const head = [
    TITLES[scenario],
    ...["wall s", "processor s", "peak MB"],
    ...["wall / reference", "processor / reference", "wall / Postulate", "processor / Postulate"],
  ];
  return formatTable(head, cells);
}

function summarize({ competitor, rounds }, scenario) {
  const measures = rounds.map((round) => round[scenario]);
  const peaks = measures.map(({ peakBytes }) => peakBytes);
  const isRepeated = competitor.isAlwaysWhole && scenario !== "cold";
  return {
    name: competitor.name,
    title: isRepeated ? `${competitor.title} (full build)` : competitor.title,
    wallSeconds: median(measures.map(({ wallSeconds }) => wallSeconds)),
    processorSeconds: median(measures.map(({ processorSeconds }) => processorSeconds)),
    peakBytes: peaks.includes(null) ? null : median(peaks),
    isFailing: measures.some(({ faults }) => faults.length > 0),
  };
}
