/** A store as the worker threads of its process see it. */
import { readValueAt, type ValueLocation } from "./read-value-at.js";
import { findEntry, readEntry } from "./segment-format.js";

/** Plain data for `workerData` or `postMessage`; what is large in it is shared memory. */
export interface SharedStore {
  readonly segments: readonly { readonly descriptor: number; readonly index: SharedArrayBuffer }[];
  /** Values that are in no finished segment. */
  readonly values: ReadonlyMap<string, ValueLocation>;
}

export interface SharedStoreReader {
  /** A new copy of the value; `undefined` when the store did not have it when it was shared, or it is damaged. */
  get(key: string): Buffer | undefined;
}

/** Opens what `share()` of a store of this process gave. Nothing has to be closed. */
export function openSharedStore({ segments, values }: SharedStore): SharedStoreReader {
  const opened = segments.map(({ descriptor, index }) => ({ descriptor, index: Buffer.from(index) }));
  return {
    get(key) {
      const location = values.get(key);
      const value = location && readValueAt(location);
      if (value !== undefined) return value;
      const keyBytes = Buffer.from(key, "hex");
      for (const { descriptor, index } of opened) {
        const number = findEntry(index, keyBytes);
        const found =
          number < 0 ? undefined : readValueAt({ source: descriptor, ...readEntry(index, number) });
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
