/**
 * A store of immutable values by key, in one folder and few files, that outlives the process. A key stands for
 * everything that its value depends on, so a value is never changed and never wrong; it can only be missing. Whatever
 * happens to the folder (killed processes, two at once, a full disk, damage, removal) makes values missing at worst.
 */
import type { SharedStore } from "./open-shared-store.js";
import type { ValueLocation } from "./read-value-at.js";

export interface ValueStore {
  /** A new copy of the value. `undefined`: missing, never stored, or damaged on disk and from then on missing. */
  get(key: string): Buffer | undefined;
  /** Whether `get` may have a value. A damaged one shows only when it is read. */
  has(key: string): boolean;
  /** Keeps a copy of `bytes`; nothing when the store has the key. What was set can be read at once, in this process. */
  set(key: string, bytes: Uint8Array): void;
  /**
   * Where the value lies, for `readValueAt` in any thread of this process. Good until the store is closed or
   * `retain` was called twice.
   */
  locate(key: string): ValueLocation | undefined;
  /** All values set so far, for `openSharedStore` in a worker thread. Good for as long as a location. */
  share(): SharedStore;
  /** Makes what was set visible to stores that are opened later. Cheap when nothing was set. */
  flush(): void;
  /**
   * Flushes, and keeps the store small, given all keys that the last build needed, read or set. Those are kept; others
   * too while all values take at most 64 MiB or twice what the used ones take, whichever is more. Past that, the
   * oldest go until a quarter is free: a value is as old as the call after which it was set, or found in use while
   * its segment was copied.
   */
  retain(usedKeys: Iterable<string>): void;
  /** Flushes, and lets go of all files. After it the store is empty, takes nothing, and locations lead nowhere. */
  close(): void;
  /** The first thing that kept values from reaching the folder. Everything set can be read all the same. */
  readonly fault: ValueStoreFault | null;
}

export interface ValueStoreFault {
  /** The folder of the store. */
  readonly folder: string;
  /** What the system threw. */
  readonly error: unknown;
}

export interface ValueStoreOptions {
  /** What all values may take however little is used. 64 MiB when it is not given. */
  readonly leastLimitBytes?: number;
}

/** 32 hexadecimal digits in lower case, as `contentHash` gives them. */
const RE_KEY = /^[0-9a-f]{32}$/;
const LEAST_LIMIT_BYTES = 64 * 1024 * 1024;

/** Throws for what is no key: that is a bug of the caller, which a store that answers "missing" would hide. */
export function assertKey(key: string): void {
  if (!RE_KEY.test(key)) throw new RangeError(`"${key}" is no key of a value store`);
}

/** From what the used values take to what all may take, in bytes. */
export type LimitOf = (usedBytes: number) => number;

export function createLimit({ leastLimitBytes = LEAST_LIMIT_BYTES }: ValueStoreOptions): LimitOf {
  return (usedBytes) => Math.max(leastLimitBytes, 2 * usedBytes);
}
