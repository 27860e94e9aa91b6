/** The way into a store of values. */
import { openFolderStore } from "./open-folder-store.js";
import { openMemoryStore } from "./open-memory-store.js";
import type { ValueStore, ValueStoreOptions } from "./value-store.js";

/**
 * Opens a store in a folder, which is made with the first value; `null`: in memory, the same but for the disk. A
 * disk's faults are never thrown: see `fault` of the store.
 */
export function openValueStore(folder: string | null, options: ValueStoreOptions = {}): ValueStore {
  return folder === null ? openMemoryStore(options) : openFolderStore(folder, options);
}
