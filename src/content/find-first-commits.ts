/** When files were first committed, as git knows it. */
import { createRequire } from "node:module";

export interface FirstCommits {
  /** Milliseconds since 1970 by path relative to the folder that was asked about. */
  readonly times: ReadonlyMap<string, number>;
  /** A shallow clone knows only its last commits, so that a file may be older than it says. */
  readonly isShallow: boolean;
}

// Starting processes takes Node several milliseconds to load, and few sites have posts without a date.
const require = createRequire(import.meta.url);

const NONE: FirstCommits = { times: new Map(), isShallow: false };

/** With more paths than this, git is asked about the whole folder: command lines have an end. */
const MOST_PATHS = 200;

/**
 * Asks git once, for the author's time of the first commit that added each path. Empty, and silently so, without git or
 * outside of a repository. A file that was renamed counts from its rename.
 */
export function findFirstCommits(folder: string, paths: readonly string[]): FirstCommits {
  const { spawnSync }: typeof import("node:child_process") = require("node:child_process");
  const options = ["-c", "core.quotePath=false", "-c", "log.showSignature=false", "--literal-pathspecs"];
  const run = (...parameters: string[]): string | null => {
    const { status, stdout } = spawnSync("git", ["-C", folder, ...options, ...parameters], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status === 0 ? stdout : null;
  };
  const log = run(
    "log",
    "--diff-filter=A",
    "--no-renames",
    "--name-only",
    "--relative",
    "-z",
    "--format=format:%x01%at",
    "--",
    ...(paths.length > MOST_PATHS ? ["."] : paths),
  );
  if (log === null || log === "") return NONE;
  const isShallow = run("rev-parse", "--is-shallow-repository")?.trim() === "true";
  return { times: parseLog(log, new Set(paths)), isShallow };
}

/** Newest commits come first, so that the last time of a path stays. */
function parseLog(log: string, paths: ReadonlySet<string>): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const commit of log.split("\u0001").slice(1)) {
    const [seconds = "", ...names] = commit.split(/[\n\0]/);
    for (const name of names) {
      if (paths.has(name)) times.set(name, Number(seconds) * 1000);
    }
  }
  return times;
}
