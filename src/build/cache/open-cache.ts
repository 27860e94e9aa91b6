/** The folder in which a site's builds remember one another. */
import { contentHash } from "../../util/hash.js";
import type { TextStore } from "../../util/text-store.js";
import { openValueStore } from "../../util/value-store/open-value-store.js";
import type { ValueStore, ValueStoreFault } from "../../util/value-store/value-store.js";
import { summaryKey } from "./body-values.js";
import type { BuildState } from "./build-state.js";
import { readProgramKey } from "./program-key.js";
import { createStateFiles } from "./state-files.js";

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

/** Values that no build needs any more are looked for after so many changes of a state, not after each. */
const CHANGES_A_ROUND = 8;

/** `folder` is absolute; `null` to remember nothing beyond this process. */
export function openCache(folder: string | null): Cache {
  const programKey = readProgramKey();
  const values = openValueStore(folder);
  const { texts, usedKeys } = createTextStore(programKey, values);
  const states = createStateFiles(folder, programKey);
  return {
    programKey,
    values,
    texts,
    readState: states.read,
    writeState(options, state) {
      const changes = states.write(options, state);
      if (changes === null) return;
      if (changes % CHANGES_A_ROUND === 0) values.retain([...usedKeys, ...listBodyKeys(state)]);
      else values.flush();
    },
    fault: () => states.fault() ?? (isGone(values.fault) ? null : values.fault),
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
