/** What a build will do to its destination. */
import { lstatSync } from "node:fs";
import path from "node:path";
import { compareText } from "../util/text.js";

export interface WritingPlan {
  /** Files to be written, those to be removed, and those that are this program's afterwards; the first two sorted. */
  readonly changed: readonly string[];
  readonly stale: readonly string[];
  readonly remaining: readonly string[];
  /** Whether the destination is what it should be already. */
  readonly isNothing: boolean;
}

export interface WritingPlanInput {
  /** What this program wrote before. */
  readonly ours: ReadonlySet<string>;
  readonly outputs: ReadonlyMap<string, unknown>;
  /** What differs. */
  readonly staged: ReadonlyMap<string, unknown>;
  readonly removeStale: boolean;
  /** Paths below the destination that are never removed. */
  readonly keepFiles: readonly string[];
}

export function planWriting({
  ours,
  outputs,
  staged,
  removeStale,
  keepFiles,
}: WritingPlanInput): WritingPlan {
  const changed = [...staged.keys()].filter((file) => outputs.has(file)).sort(compareText);
  const stale = removeStale
    ? [...ours].filter((file) => !outputs.has(file) && !isKept(file, keepFiles)).sort(compareText)
    : [];
  const remaining = removeStale ? [...outputs.keys()] : [...new Set([...ours, ...outputs.keys()])];
  const isManifestTrue = ours.size === remaining.length && remaining.every((file) => ours.has(file));
  return {
    changed,
    stale,
    remaining,
    isNothing: changed.length === 0 && stale.length === 0 && isManifestTrue,
  };
}

function isKept(file: string, keepFiles: readonly string[]): boolean {
  return keepFiles.some((kept) => file === kept || file.startsWith(`${kept.replace(/\/$/, "")}/`));
}

/** The first file that would be overwritten and is not this program's, and how many more there are; `null` for none. */
export function findForeign(
  { changed }: WritingPlan,
  ours: ReadonlySet<string>,
  destinationDir: string,
): { readonly path: string; readonly others: number } | null {
  const foreign = changed.filter((file) => !ours.has(file) && isFile(path.join(destinationDir, file)));
  const [first] = foreign;
  return first === undefined ? null : { path: first, others: foreign.length - 1 };
}

/** A folder in the way is no file to lose; putting a file in its place fails unless it is empty by then. */
function isFile(file: string): boolean {
  try {
    return !lstatSync(file).isDirectory();
  } catch {
    return false;
  }
}
