/** A store without a folder. */
import { createMemoryValues } from "./create-memory-values.js";
import { assertKey, createLimit, type ValueStore, type ValueStoreOptions } from "./value-store.js";

/** See `openValueStore`. */
export function openMemoryStore(options: ValueStoreOptions): ValueStore {
  const values = createMemoryValues();
  const limitOf = createLimit(options);
  let isOpen = true;
  return {
    ...{ get: values.get, has: values.has, locate: values.locate, fault: null },
    set(key, bytes) {
      assertKey(key);
      if (isOpen && !values.has(key)) values.set(key, bytes);
    },
    share: () => ({ segments: [], values: new Map(values.locateAll()) }),
    flush() {},
    retain: (usedKeys) => values.retain(usedKeys, limitOf),
    close() {
      isOpen = false;
      values.clear();
    },
  };
}
