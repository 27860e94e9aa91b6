/** What a dev server has to serve and to tell: it follows from clean builds, and from the last one that was good. */
import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { BuildResult } from "../../../build/build-types.js";
import type { Output } from "../../../model/output.js";
import type { DevStatus } from "../../../serve/dev-state.js";
import { contentHash } from "../../../util/hash.js";
import type { CleanBuild } from "../build-cleanly.js";
import { compareMaps, show } from "../compare-builds.js";
import { type ServedSite, urlPathOf } from "./read-served-site.js";
import type { Observations } from "./start-observed-server.js";

export interface ExpectedSite {
  /** The first difference in words, `null` when there is none. Every output of the clean build was asked for. */
  compare(served: ServedSite, clean: CleanBuild, seen: Observations): string | null;
  /** What was compared without a difference is what was there before the next edit. */
  settle(served: ServedSite, clean: CleanBuild, seen: Observations): void;
}

/** As in `dev-state.ts`, on purpose by itself. */
const MOST_DIAGNOSTICS_TOLD = 40;

type ShownSite = Pick<CleanBuild, "hashes"> & {
  readonly result: Pick<BuildResult, "config" | "outputs">;
};

/** Of one server, that has built nothing yet. */
export function createExpectedSite(): ExpectedSite {
  let good: CleanBuild | null = null;
  let before: ServedSite | null = null;
  let goodBuilds = 0;
  const shownNow = (clean: CleanBuild, seen: Observations): ShownSite => {
    const lastGood = seen.lastGood();
    if (clean.result.ok || lastGood === null) return clean;
    if (good !== null && seen.goodBuilds() === goodBuilds) return good;
    // What was good for a moment of a burst of edits was built from nothing by nobody.
    return { result: lastGood, hashes: hashOutputs(lastGood) };
  };
  return {
    compare(served, clean, seen) {
      const shown = shownNow(clean, seen);
      return (
        compareStatus(served.status, clean) ??
        compareAnswers(served, shown, shown === clean ? new Map() : seen.previews) ??
        (before === null || !clean.result.ok ? null : compareTold(before, served, clean, seen.told()))
      );
    },
    settle(served, clean, seen) {
      if (clean.result.ok) {
        good = clean;
        before = served;
        seen.forgetTold();
      } else if (seen.goodBuilds() !== goodBuilds) good = null;
      goodBuilds = seen.goodBuilds();
    },
  };
}

/** Errors come first, notes not at all. */
function compareStatus({ diagnostics, omitted, crash }: DevStatus, { result }: CleanBuild): string | null {
  const all = (["error", "warning"] as const).flatMap((wanted) =>
    result.diagnostics.filter(({ severity }) => severity === wanted),
  );
  const told = { diagnostics, omitted, crash };
  const clean = {
    diagnostics: JSON.parse(JSON.stringify(all.slice(0, MOST_DIAGNOSTICS_TOLD))) as unknown,
    omitted: Math.max(0, all.length - MOST_DIAGNOSTICS_TOLD),
    crash: null,
  };
  return isDeepStrictEqual(told, clean) ? null : `told ${show(told)}, a clean build: ${show(clean)}`;
}

/** A page that was made ahead of a build with errors is shown in the last good site. */
function compareAnswers(
  { answers }: ServedSite,
  shown: ShownSite,
  previews: Observations["previews"],
): string | null {
  const expected = new Map([...answers.keys()].map((urlPath) => [urlPath, "status 404"]));
  for (const [path, hash] of shown.hashes) {
    const urlPath = urlPathOf(shown.result.config.baseurl, path);
    const answer = answers.get(urlPath) ?? "";
    expected.set(urlPath, previews.get(path)?.has(answer) ? answer : hashNow(path, hash, shown));
  }
  return compareMaps("answer to", answers, expected);
}

/** As the build itself says. */
function hashOutputs({ outputs }: BuildResult): ReadonlyMap<string, string> {
  const hashOf = ({ content }: Output): string => {
    if (typeof content === "string" || content instanceof Uint8Array) return contentHash(content);
    return "madeHash" in content ? content.madeHash : "";
  };
  return new Map(Array.from(outputs.values(), (output) => [output.path, hashOf(output)]));
}

/** Files that are copied are served from where they lie. */
function hashNow(path: string, hash: string, { result }: ShownSite): string {
  const content = result.outputs.get(path)?.content;
  if (typeof content !== "object" || !("copyFrom" in content)) return hash;
  return existsSync(content.copyFrom) ? contentHash(readFileSync(content.copyFrom)) : "status 404";
}

/** Browsers hear of every output that is another one now, and of another version then. */
function compareTold(
  before: ServedSite,
  after: ServedSite,
  { result }: CleanBuild,
  told: ReadonlySet<string> | null,
): string | null {
  const { baseurl } = result.config;
  const changed = [...after.answers].filter(
    ([urlPath, answer]) => answer !== (before.answers.get(urlPath) ?? "status 404"),
  );
  if (changed.length > 0 && before.status.version === after.status.version) return "the version is the same";
  const untold = changed.find(([urlPath]) => {
    return told !== null && !told.has(decodeURIComponent(urlPath.slice(baseurl.length + 1)));
  });
  return untold === undefined ? null : `browsers were not told that ${untold[0]} changed`;
}
