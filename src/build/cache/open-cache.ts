/** The folder in which a site's builds remember one another. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../util/hash.js";
import { readStateFile, writeStateFile } from "../../util/state-file.js";
import { removeFile } from "../../util/temporary-files.js";
import type { TextStore } from "../../util/text-store.js";
import { openValueStore } from "../../util/value-store/open-value-store.js";
import type { ValueStore, ValueStoreFault } from "../../util/value-store/value-store.js";
import { summaryKey } from "./body-values.js";
import { type BuildState, createBuildState } from "./build-state.js";
import { readProgramKey } from "./program-key.js";
import { loadState, saveState } from "./saved-state.js";

export interface Cache {
  /** Part of the key of every value: see `readProgramKey`. */
  readonly programKey: string;
  readonly values: ValueStore;
  /** Short results in the same store. */
  readonly texts: TextStore;
  /** The state that builds with these options left, or a new one. `options` stands for them. */
  readState(options: string): BuildState;
  /**
   * Gives it to later processes, and lets go of values that no build needs any more when there are too many. A folder that
   * cannot be written leaves the next build with more to do, no more: see `fault`.
   */
  writeState(options: string, state: BuildState): void;
  /** What keeps later processes from knowing of this one; `null` while nothing does. */
  fault(): ValueStoreFault | null;
}

/** Builds of one site with other options, a preview with drafts for instance, do not take one another's state. */
const MOST_STATES = 6;

/** `folder` is absolute; `null` to remember nothing beyond this process. */
export function openCache(folder: string | null): Cache {
  const programKey = readProgramKey();
  const values = openValueStore(folder);
  const { texts, usedKeys } = createTextStore(programKey, values);
  let stateFault: ValueStoreFault | null = null;
  const fileOf = (options: string): string =>
    path.join(folder ?? "", `state-${contentHash(options).slice(0, 12)}.json`);
  return {
    programKey,
    values,
    texts,
    readState(options) {
      const saved = folder === null ? undefined : readStateFile(fileOf(options), programKey);
      return saved === undefined ? createBuildState() : loadState(saved);
    },
    writeState(options, state) {
      values.retain([...usedKeys, ...listBodyKeys(state)]);
      stateFault = null;
      if (folder === null) return;
      const onFault = (error: unknown): void => {
        stateFault = { folder, error };
      };
      if (!keepOutOfGit(folder, onFault)) return;
      writeStateFile(fileOf(options), programKey, saveState(state), onFault);
      removeOldStates(folder);
    },
    fault: () => stateFault ?? (isGone(values.fault) ? null : values.fault),
  };
}

function createTextStore(programKey: string, values: Pick<ValueStore, "get" | "set">) {
  const usedKeys = new Set<string>();
  const keyOf = (text: string): string => {
    const key = contentHash(`${programKey} text ${text}`);
    usedKeys.add(key);
    return key;
  };
  const texts: TextStore = {
    get: (key) => values.get(keyOf(key))?.toString(),
    set: (key, text) => values.set(keyOf(key), Buffer.from(text)),
  };
  return { texts, usedKeys };
}

/** Formulas and code are not among them: they stay as long as there is room. */
function* listBodyKeys({ bodies }: BuildState): Generator<string> {
  for (const { key } of bodies.values()) {
    yield key;
    yield summaryKey(key);
  }
}

/** A folder that somebody removed is made again: what goes there from then on arrives. */
function isGone(fault: ValueStoreFault | null): boolean {
  return (fault?.error as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
}

/** Whoever has no `.gitignore` for it must not find the cache in a commit. Says whether the folder can be written. */
function keepOutOfGit(folder: string, onFault: (error: unknown) => void): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, ".gitignore");
    if (statSync(file, { throwIfNoEntry: false }) === undefined) writeFileSync(file, "*\n");
    return true;
  } catch (error) {
    onFault(error);
    return false;
  }
}

function removeOldStates(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^state-[0-9a-f]{12}\.json$/.test(name))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, writtenMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => right.writtenMs - left.writtenMs);
  for (const { file } of files.slice(MOST_STATES)) removeFile(file);
}
