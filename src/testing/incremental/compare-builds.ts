/** What an incremental build must have in common with a clean one, and may have done to its destination. */
import { isDeepStrictEqual } from "node:util";
import type { BuildResult } from "../../build/build-types.js";
import { formatManifest } from "../../build/manifest.js";
import { MANIFEST_NAME } from "../../content/manifest-name.js";
import type { Output } from "../../model/output.js";
import { contentHash } from "../../util/hash.js";
import type { CleanBuild } from "./build-cleanly.js";
import type { TreeFile } from "./read-tree.js";

type Tree = ReadonlyMap<string, TreeFile>;

export interface BuiltTree {
  readonly result: BuildResult;
  readonly before: Tree;
  readonly after: Tree;
}

/** The first difference in words, `null` when there is none. */
export function compareBuilds(incremental: BuiltTree, clean: CleanBuild): string | null {
  return (
    compareResults(incremental.result, clean.result) ??
    (incremental.result.ok ? compareFiles(incremental.after, clean.hashes) : null) ??
    compareEffect(incremental)
  );
}

function compareResults(incremental: BuildResult, clean: BuildResult): string | null {
  for (const key of ["diagnostics", "ok", "summary", "skipped"] as const) {
    const [ours, theirs] = [[incremental[key]].flat(), [clean[key]].flat()];
    const at = ours.findIndex((one, index) => !isDeepStrictEqual(one, theirs[index]));
    if (at >= 0 || theirs.length > ours.length) {
      const index = at < 0 ? ours.length : at;
      return `${key}: ${show(ours[index])}, a clean build: ${show(theirs[index])}`;
    }
  }
  return compareMaps("output", describeOutputs(incremental), describeOutputs(clean));
}

/** Outputs of a build that may not write are compared, too. */
function describeOutputs({ outputs }: BuildResult): ReadonlyMap<string, string> {
  return new Map([...outputs].map(([path, output]) => [path, `${output.source} ${describe(output)}`]));
}

function describe({ content }: Output): string {
  if (typeof content === "string" || content instanceof Uint8Array) return contentHash(content);
  return "madeHash" in content ? content.madeHash : content.copyFrom;
}

function compareFiles(tree: Tree, clean: ReadonlyMap<string, string>): string | null {
  const manifest = contentHash(formatManifest(clean.keys()));
  const hashes = [...tree].map(([path, { hash }]) => [path, hash] as const);
  return compareMaps("file", new Map(hashes), new Map([...clean, [MANIFEST_NAME, manifest]]));
}

/** `noun` is what the paths stand for. */
export function compareMaps(
  noun: string,
  incremental: ReadonlyMap<string, string>,
  clean: ReadonlyMap<string, string>,
): string | null {
  for (const path of new Set([...incremental.keys(), ...clean.keys()])) {
    if (!incremental.has(path)) return `${noun} ${path} is missing`;
    if (!clean.has(path)) return `${noun} ${path} should not be there`;
    if (incremental.get(path) !== clean.get(path)) return `${noun} ${path} differs`;
  }
  return null;
}

/** What a build says it wrote is what has other bytes now; it has left alone all the rest. */
function compareEffect({ result: { write }, before, after }: BuiltTree): string | null {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => path !== MANIFEST_NAME);
  const removed = paths.filter((path) => !after.has(path)).sort();
  const written = paths
    .filter((path) => after.has(path) && after.get(path)?.hash !== before.get(path)?.hash)
    .sort();
  const told = { written: [...(write?.written ?? [])].sort(), removed: [...(write?.removed ?? [])].sort() };
  if (!isDeepStrictEqual(told.written, written)) {
    return `said it wrote ${show(told.written)}, wrote ${show(written)}`;
  }
  const others = told.removed.filter((path) => before.has(path));
  if (!isDeepStrictEqual(others, removed)) return `said it removed ${show(others)}, removed ${show(removed)}`;
  const touched = paths.find(
    (path) =>
      before.get(path)?.hash === after.get(path)?.hash &&
      before.get(path)?.identity !== after.get(path)?.identity,
  );
  return touched === undefined ? null : `${touched} was written without need`;
}

/** As JSON, cut where it grows too long to read. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 1500 ? `${text.slice(0, 1500)} …` : text;
}
