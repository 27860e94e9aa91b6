import type { Output, OutputContent } from "../model/output.js";

/**
 * The paths that differ between two builds: added, removed, or other bytes; sorted as they stand. A file that is
 * copied differs when it is among the files that changed on disk.
 */
export function findChangedOutputs(
  before: ReadonlyMap<string, Output>,
  after: ReadonlyMap<string, Output>,
  changedFiles: ReadonlySet<string>,
): readonly string[] {
  const removed = [...before.keys()].filter((path) => !after.has(path));
  const changed = [...after.values()].filter(({ path, content }) => {
    const old = before.get(path);
    return old === undefined || !isSameContent(old.content, content, changedFiles);
  });
  return [...removed, ...changed.map(({ path }) => path)];
}

function isSameContent(
  before: OutputContent,
  after: OutputContent,
  changedFiles: ReadonlySet<string>,
): boolean {
  if (typeof before === "string" || typeof after === "string") return before === after;
  if (before instanceof Uint8Array || after instanceof Uint8Array) {
    return before instanceof Uint8Array && after instanceof Uint8Array && Buffer.compare(before, after) === 0;
  }
  if ("madeHash" in before || "madeHash" in after) {
    return "madeHash" in before && "madeHash" in after && before.madeHash === after.madeHash;
  }
  return before.copyFrom === after.copyFrom && !changedFiles.has(after.copyFrom);
}
