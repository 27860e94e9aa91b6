/** What `--profile` and `--explain` print. */
import type { BuildResult } from "../../build/build-types.js";
import type { BuildProfile, Timing } from "../../build/create-profile.js";
import { countOf } from "../../util/text.js";

const MOST_REASONS = 30;
const LONGEST_NAME = 90;

/** Where the time went, the slowest of each kind, and why pages were made. */
export function formatProfile({ steps, loaded, slowest, reasons }: BuildProfile): string {
  return [
    section("Time by step", steps),
    section("Loaded (all threads together)", loaded),
    section("Slowest posts", slowest.post),
    section("Slowest formulas", slowest.formula),
    section("Slowest blocks of code", slowest.code),
    ...formatReasons(reasons),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function section(title: string, timings: readonly Timing[]): string {
  if (timings.length === 0) return "";
  const rows = timings.map(({ name, ms, path }) => {
    const place = path === undefined ? "" : ` (${path})`;
    return `  ${ms.toFixed(1).padStart(8)} ms  ${shorten(name)}${place}`;
  });
  return [title, ...rows].join("\n");
}

function shorten(name: string): string {
  const line = name.replace(/\s+/g, " ");
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}

function formatReasons(reasons: BuildProfile["reasons"]): readonly string[] {
  if (reasons.size === 0) return ["No page was made anew"];
  const shown = [...reasons].slice(0, MOST_REASONS);
  const rows = shown.map(([path, reason]) => `  ${path}: ${reason}`);
  const left = reasons.size - shown.length;
  const more = left > 0 ? [`  … and ${countOf(left, "more page")}`] : [];
  return [[`${countOf(reasons.size, "page")} made anew, because of a change:`, ...rows, ...more].join("\n")];
}

/** Of one output, named by its path, its address or its source. `null` when there is no such output. */
export function explainOutput(
  name: string,
  { outputs, profile, write }: Pick<BuildResult, "outputs" | "profile" | "write">,
): string | null {
  const wanted = name.replace(/^(?:\.?\/)+/, "");
  const candidates = [wanted, `${wanted}.html`, `${wanted.replace(/\/$/, "")}/index.html`.replace(/^\//, "")];
  const output =
    candidates.map((path) => outputs.get(path)).find((found) => found !== undefined) ??
    [...outputs.values()].find(({ source }) => source === wanted);
  if (output === undefined) return null;
  const { path, content } = output;
  const written = write?.written.includes(path) === true ? "it was written" : "the file was left as it is";
  const reason = profile.reasons.get(path);
  if (reason !== undefined) return `${path} was made anew: ${reason}; ${written}`;
  const isMade = typeof content === "object" && "madeHash" in content;
  return isMade
    ? `${path} was not made anew: nothing that it is made from has changed; ${written}`
    : `${path} is made in every build; ${written}`;
}
