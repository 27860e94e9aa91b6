/** Values in memory: of a store without a folder, or whose folder cannot be written. */
import { crc32 } from "node:zlib";
import { readValueAt, type ValueLocation } from "./read-value-at.js";
import type { LimitOf } from "./value-store.js";

export interface MemoryValues {
  has(key: string): boolean;
  get(key: string): Buffer | undefined;
  set(key: string, bytes: Uint8Array): void;
  locate(key: string): ValueLocation | undefined;
  locateAll(): Iterable<[string, ValueLocation]>;
  /** Forgets unused values, the least recently used first, until all take at most `limitOf(bytes of the used ones)`. */
  retain(usedKeys: Iterable<string>, limitOf: LimitOf): void;
  clear(): void;
}

export function createMemoryValues(): MemoryValues {
  // The least recently used value stands first.
  const values = new Map<string, ValueLocation>();

  return {
    has: (key) => values.has(key),
    get(key) {
      const location = values.get(key);
      return location && readValueAt(location);
    },
    set(key, bytes) {
      // Memory that worker threads can read without a copy.
      const source = new SharedArrayBuffer(bytes.length);
      new Uint8Array(source).set(bytes);
      values.set(key, { source, offset: 0, length: bytes.length, checksum: crc32(bytes) });
    },
    locate: (key) => values.get(key),
    locateAll: () => [...values],
    retain(usedKeys, limitOf) {
      const used = new Set<string>();
      let usedBytes = 0;
      for (const key of usedKeys) {
        const location = values.get(key);
        if (location === undefined || used.has(key)) continue;
        used.add(key);
        usedBytes += location.length;
        values.delete(key);
        values.set(key, location);
      }
      let total = 0;
      for (const { length } of values.values()) total += length;
      const limit = limitOf(usedBytes);
      for (const [key, { length }] of values) {
        if (total <= limit || used.has(key)) break;
        values.delete(key);
        total -= length;
      }
    },
    clear: () => values.clear(),
  };
}
