/** The state files of a cache: one for each kind of build. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../util/hash.js";
import {
  appendToStateFile,
  readStateFile,
  type StateFileEnd,
  writeStateFile,
} from "../../util/state-file.js";
import { removeFile } from "../../util/temporary-files.js";
import type { ValueStoreFault } from "../../util/value-store/value-store.js";
import { type BuildState, createBuildState } from "./build-state.js";
import { loadState, saveRecords } from "./saved-state.js";
import { type ChangedRecords, findChanges, recordsOf, type StateRecords } from "./state-records.js";

export interface StateFiles {
  /** The state that builds with these options left, or a new one. `options` stands for them. */
  read(options: string): BuildState;
  /**
   * Gives it to later processes: what changed is appended, until it is time to write all of it. Says how many changes
   * were appended since then; `null` when nothing had to be saved. A folder that cannot be written leaves the next build
   * with more to do, no more: see `fault`.
   */
  write(options: string, state: BuildState): number | null;
  /** Why the last state could not be saved; `null` when it was. */
  fault(): ValueStoreFault | null;
}

/** Builds of one site with other options, a preview with drafts for instance, do not take one another's state. */
const MOST_STATES = 6;

/** `folder` is absolute; `null` to save nothing. */
export function createStateFiles(folder: string | null, programKey: string): StateFiles {
  /** What is in each file, as far as this process read or wrote it; without an end where nothing can be appended. */
  const known = new Map<string, { readonly records: StateRecords; readonly end: StateFileEnd | null }>();
  let fault: ValueStoreFault | null = null;
  const save = (
    options: string,
    records: StateRecords,
    changes: ChangedRecords | null,
  ): StateFileEnd | null => {
    fault = null;
    if (folder === null) return null;
    const onFault = (error: unknown): void => {
      fault = { folder, error };
    };
    if (!keepOutOfGit(folder, onFault)) return null;
    const file = fileOf(folder, options);
    const end = known.get(options)?.end ?? null;
    const appended =
      end === null || changes === null ? null : appendToStateFile(file, end, saveRecords(changes));
    if (appended !== null) return appended;
    const written = writeStateFile(file, programKey, saveRecords({ records, removed: {} }), onFault);
    removeOldStates(folder);
    return written;
  };
  return {
    read(options) {
      const saved = folder === null ? undefined : readStateFile(fileOf(folder, options), programKey);
      if (saved === undefined) return createBuildState();
      const state = loadState(saved.values);
      known.set(options, { records: recordsOf(state), end: saved.end });
      return state;
    },
    write(options, state) {
      const records = recordsOf(state);
      const before = known.get(options);
      const changes = before === undefined ? null : findChanges(before.records, records);
      if (before !== undefined && changes === null) return null;
      const end = save(options, records, changes);
      // What could not be saved is tried again with the next state.
      if (folder !== null && end === null) known.delete(options);
      else known.set(options, { records, end });
      return end?.changes ?? 0;
    },
    fault: () => fault,
  };
}

function fileOf(folder: string, options: string): string {
  return path.join(folder, `state-${contentHash(options).slice(0, 12)}.json`);
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
