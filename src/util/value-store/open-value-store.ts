/**
 * A store of immutable values by key, in one folder and few files, that outlives the process. A key stands for
 * everything that its value depends on, so a value is never changed and never wrong; it can only be missing. Whatever
 * happens to the folder (killed processes, two at once, a full disk, damage, removal) makes values missing at worst.
 *
 * The files are segments, each written once by one process and then only read: see `segment-format.ts`.
 */
import { removeAbandonedFiles } from "../temporary-files.js";
import { createMemoryValues } from "./create-memory-values.js";
import { createSegmentWriter, type SegmentWriter } from "./create-segment-writer.js";
import { createSegmentPath, FILE_BASE, openSegments } from "./open-segments.js";
import type { SharedStore } from "./open-shared-store.js";
import type { ValueLocation } from "./read-value-at.js";

/** 32 hexadecimal digits in lower case, as `contentHash` gives them. */
const RE_KEY = /^[0-9a-f]{32}$/;
const LEAST_LIMIT_BYTES = 64 * 1024 * 1024;

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
   * too while all values take at most 64 MiB or twice what the used ones take, whichever is more. Past that, those go
   * that were used in the earliest rounds (a round is what lies between two calls), until a quarter is free.
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
  /** What all values may take however little is used. 64 MiB. */
  readonly leastLimitBytes?: number;
}

/**
 * Opens a store; the folder is made with the first value. `null`: in memory, the same but for the disk. Throws
 * nothing, ever, but for a key that is none.
 */
export function openValueStore(folder: string | null, options: ValueStoreOptions = {}): ValueStore {
  return folder === null ? openInMemory(options) : openInFolder(folder, options);
}

function limitWith({ leastLimitBytes = LEAST_LIMIT_BYTES }: ValueStoreOptions) {
  return (usedBytes: number) => Math.max(leastLimitBytes, 2 * usedBytes);
}

function openInMemory(options: ValueStoreOptions): ValueStore {
  const values = createMemoryValues();
  let isOpen = true;
  return {
    ...{ get: values.get, has: values.has, locate: values.locate, fault: null },
    set(key, bytes) {
      if (isNewKey(key, values.has) && isOpen) values.set(key, bytes);
    },
    share: () => ({ segments: [], values: new Map(values.locateAll()) }),
    flush() {},
    retain: (usedKeys) => values.retain(usedKeys, limitWith(options)),
    close() {
      isOpen = false;
      values.clear();
    },
  };
}

/** Throws for what is no key: that is a bug of the caller, which a store that answers "missing" would hide. */
function isNewKey(key: string, has: (key: string) => boolean): boolean {
  if (!RE_KEY.test(key)) throw new RangeError(`"${key}" is no key of a value store`);
  return !has(key);
}

function openInFolder(folder: string, options: ValueStoreOptions): ValueStore {
  removeAbandonedFiles(folder, FILE_BASE);
  const segments = openSegments(folder);
  /** Used once the folder could not be written: from then on, for everything. */
  const memory = createMemoryValues();
  let writer: SegmentWriter | null = null;
  let round = segments.firstRound;
  let isOpen = true;
  let fault: ValueStoreFault | null = null;
  let isWritable = true;

  /** Runs what writes; when the system fails, what had been set is kept in memory and in the file without a name. */
  function attempt<T>(write: () => T): T | undefined {
    try {
      return write();
    } catch (error) {
      fault ??= { folder, error };
      // A folder that was removed meanwhile can be made again.
      isWritable &&= (error as NodeJS.ErrnoException).code === "ENOENT";
      const { segment, unwritten } = writer?.detach() ?? { segment: null, unwritten: [] };
      writer = null;
      if (segment !== null) segments.add(segment);
      for (const [key, value] of unwritten) memory.set(key, value);
      return undefined;
    }
  }

  function add(key: string, bytes: Uint8Array): void {
    if (isWritable) {
      attempt(() => {
        writer ??= createSegmentWriter(folder, FILE_BASE);
        writer.add(key, bytes, round);
      });
    }
    if (!(writer?.has(key) ?? false)) memory.set(key, bytes);
  }

  function flush(): void {
    attempt(() => {
      const segment = writer?.finish(createSegmentPath(folder), round);
      writer = null;
      if (segment !== undefined) segments.add(segment);
    });
  }

  const store: ValueStore = {
    get: (key) => memory.get(key) ?? writer?.get(key) ?? segments.get(key),
    has: (key) => memory.has(key) || (writer?.has(key) ?? false) || segments.has(key),
    set(key, bytes) {
      if (isNewKey(key, store.has) && isOpen) add(key, bytes);
    },
    locate: (key) => attempt(() => writer?.locate(key)) ?? memory.locate(key) ?? segments.locate(key),
    share() {
      const written = attempt(() => writer?.locateAll()) ?? [];
      return {
        segments: segments.list().map(({ descriptor, index }) => ({ descriptor, index: indexMemory(index) })),
        values: new Map([...memory.locateAll(), ...written]),
      };
    },
    flush,
    retain(usedKeys) {
      flush();
      const keys = [...usedKeys];
      memory.retain(keys, limitWith(options));
      attempt(() => segments.merge(keys, limitWith(options), round));
      round++;
    },
    close() {
      flush();
      isOpen = false;
      segments.close();
      memory.clear();
    },
    get fault() {
      return fault;
    },
  };
  return store;
}

function indexMemory(index: Buffer): SharedArrayBuffer {
  return index.buffer as unknown as SharedArrayBuffer;
}
