import { performance } from "node:perf_hooks";
import type { PieceOrigin, PieceStore } from "../../markdown/piece-store.js";
import { contentHash } from "../../util/hash.js";
import type { ValueStore } from "../../util/value-store/value-store.js";

/** Formulas and code in the store of values. */
export interface PieceStoreOptions {
  readonly programKey: string;
  readonly values: Pick<ValueStore, "get" | "set">;
  /**
   * Told how long a piece took that was not there: what lies between the question for it and its answer, without what
   * was loaded meanwhile. That has a row of its own, of the kind `loading`.
   */
  readonly onMade: (origin: PieceOrigin, ms: number) => void;
}

export function createPieceStore({ programKey, values, onMade }: PieceStoreOptions): PieceStore {
  let missed = { key: "", atMs: 0 };
  let isLoading = false;
  const keyOf = (key: string): string => contentHash(`${programKey} piece ${key}`);
  return {
    get(key) {
      const value = values.get(keyOf(key))?.toString();
      if (value === undefined) missed = { key, atMs: performance.now() };
      return value;
    },
    set(key, value, origin) {
      if (missed.key === key) onMade(origin, performance.now() - missed.atMs);
      values.set(keyOf(key), Buffer.from(value));
    },
    load(name, load) {
      // What is loaded on the way is a part of it.
      if (isLoading) return load();
      isLoading = true;
      const startedMs = performance.now();
      try {
        return load();
      } finally {
        isLoading = false;
        const ms = performance.now() - startedMs;
        missed = { ...missed, atMs: missed.atMs + ms };
        onMade({ kind: "loading", name }, ms);
      }
    },
  };
}
