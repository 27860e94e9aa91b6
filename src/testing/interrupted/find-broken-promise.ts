/** The third law of docs/architecture.md at the moment at which a build was killed. */
import { readManifest } from "../../build/manifest.js";
import { MANIFEST_NAME } from "../../content/manifest-name.js";
import { readTree } from "../incremental/read-tree.js";

/** Hashes by path, without the manifest. */
export type Hashes = ReadonlyMap<string, string>;

export interface KilledDestination {
  readonly destinationDir: string;
  /** What the last whole build left. */
  readonly before: Hashes;
  /** What the build that was killed was to leave. */
  readonly after: Hashes;
  /** Of somebody else. */
  readonly foreign: Hashes;
  /** Whether other builds were killed since the last whole one. */
  readonly isAgain: boolean;
}

const STAGING = ".postulate-temporary/";

/** In words; `null` when every promise is kept. */
export function findBrokenPromise(killed: KilledDestination): string | null {
  const { destinationDir, before, after, foreign, isAgain } = killed;
  const tree = new Map([...readTree(destinationDir)].map(([file, { hash }]) => [file, hash] as const));
  const staged = new Set([...tree].flatMap(([file, hash]) => (file.startsWith(STAGING) ? [hash] : [])));
  const placed = new Map([...tree].filter(([file]) => !file.startsWith(STAGING) && file !== MANIFEST_NAME));
  const owned = readManifest(destinationDir);
  for (const [file, hash] of foreign) {
    if (placed.get(file) !== hash) return `${file} is somebody else's`;
    placed.delete(file);
  }
  for (const [file, hash] of placed) {
    if (hash !== before.get(file) && hash !== after.get(file)) return `${file} is neither old nor new`;
    if (!owned.has(file)) return `${file} has no owner`;
  }
  const lost = [...before.keys()].find((file) => after.has(file) && !placed.has(file));
  if (lost !== undefined) return `${lost} is gone`;
  const changed = [...after].filter(([file, hash]) => hash !== before.get(file));
  const isPlaced = ([file, hash]: readonly [string, string]): boolean => placed.get(file) === hash;
  // A build after a killed one finds some in their places before it stages the others.
  if (isAgain || !changed.some(isPlaced)) return null;
  const missing = changed.find((one) => !isPlaced(one) && !staged.has(one[1]));
  return missing === undefined ? null : `${missing[0]} was not staged when others were put in place`;
}
