/** A store that keeps its values in the segments of a folder. */
import { removeAbandonedFiles } from "../temporary-files.js";
import { createMemoryValues } from "./create-memory-values.js";
import { createSegmentWriter, type SegmentWriter } from "./create-segment-writer.js";
import { createSegmentPath, FILE_BASE, openSegments } from "./open-segments.js";
import {
  assertKey,
  createLimit,
  type ValueStore,
  type ValueStoreFault,
  type ValueStoreOptions,
} from "./value-store.js";

/** See `openValueStore`. The files are segments, each written once by one process and then only read. */
export function openFolderStore(folder: string, options: ValueStoreOptions): ValueStore {
  removeAbandonedFiles(folder, FILE_BASE);
  const limitOf = createLimit(options);
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
      assertKey(key);
      if (isOpen && !store.has(key)) add(key, bytes);
    },
    locate: (key) => attempt(() => writer?.locate(key)) ?? memory.locate(key) ?? segments.locate(key),
    share() {
      const written = attempt(() => writer?.locateAll()) ?? [];
      return {
        segments: segments.list().map(({ descriptor, index }) => ({ descriptor, index: index.buffer })),
        values: new Map([...memory.locateAll(), ...written]),
      };
    },
    flush,
    retain(usedKeys) {
      flush();
      const keys = [...usedKeys];
      memory.retain(keys, limitOf);
      attempt(() => segments.merge(keys, limitOf, round));
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
