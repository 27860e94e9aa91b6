import type { PieceStore } from "../../markdown/piece-store.js";
import { contentHash } from "../../util/hash.js";
import type { ValueStore } from "../../util/value-store/value-store.js";

/** Formulas and code in the store of values. */
export function createPieceStore({
  programKey,
  values,
}: {
  readonly programKey: string;
  readonly values: Pick<ValueStore, "get" | "set">;
}): PieceStore {
  const keyOf = (key: string): string => contentHash(`${programKey} piece ${key}`);
  return {
    get: (key) => values.get(keyOf(key))?.toString(),
    set: (key, value) => values.set(keyOf(key), Buffer.from(value)),
  };
}
