/** What one build keeps for the next: files that did not change need not be understood again. */
import { contentHash } from "../util/hash.js";
import { survivesJson } from "../util/survives-json.js";
import { type FileRecord, isOnlySettled } from "./document-record.js";

/**
 * Values are kept with all that they depend on, so that a kept value is always what a fresh one would be. They are
 * never changed once stored.
 */
export interface ContentCache {
  /**
   * What `make` makes of a text: plain data that depends on the text and the name alone. A name belongs to one kind of
   * value.
   */
  understand<Value>(name: string, text: string, make: () => Value): Value;
  /** The record of a file, as long as documents are read with what `key` stands for: the configuration. */
  findRecord(key: string, path: string): FileRecord | undefined;
  /** For the next build. `null` for a file that nothing can be kept of. */
  keepRecord(path: string, record: FileRecord | null): void;
  /** Ends a reading: forgets files that are gone. */
  endReading(key: string): void;
  /** Whether the last reading left records worth saving: a few stamps that can be trusted now are not. */
  hasChanged(): boolean;
  /** For a later process. */
  exportRecords(): ContentRecords;
}

/** What was understood of a text. */
interface TextRecord {
  readonly textHash: string;
  readonly value: unknown;
}

/** The records of one reading, as plain data. */
export interface ContentRecords {
  readonly key: string;
  readonly files: Readonly<Record<string, FileRecord>>;
  readonly texts: Readonly<Record<string, TextRecord>>;
}

export function createContentCache(stored?: ContentRecords): ContentCache {
  let key = stored?.key ?? "";
  let files = new Map(Object.entries(stored?.files ?? {}));
  let texts = new Map(Object.entries(stored?.texts ?? {}));
  let nextFiles = new Map<string, FileRecord>();
  let nextTexts = new Map<string, TextRecord>();
  let isChanged = false;
  return {
    understand(name, text, make) {
      const known = texts.get(name);
      const textHash = contentHash(text);
      const record = known?.textHash === textHash ? known : { textHash, value: make() };
      if (record === known || survivesJson(record.value)) nextTexts.set(name, record);
      // A name belongs to one kind of value, so what was stored under it has the type of what `make` makes.
      return record.value as ReturnType<typeof make>;
    },
    findRecord: (wanted, path) => (wanted === key ? files.get(path) : undefined),
    keepRecord(path, record) {
      if (record !== null) nextFiles.set(path, record);
    },
    endReading(used) {
      isChanged = key !== used || hasNews(files, nextFiles) || !isSameMap(texts, nextTexts);
      key = used;
      [files, texts] = [nextFiles, nextTexts];
      [nextFiles, nextTexts] = [new Map(), new Map()];
    },
    hasChanged: () => isChanged,
    exportRecords: () => ({ key, files: Object.fromEntries(files), texts: Object.fromEntries(texts) }),
  };
}

/** A file whose stamp is not trusted is read again by each build, which takes less time than saving all records. */
const MOST_SETTLED = 50;

function hasNews(before: ReadonlyMap<string, FileRecord>, after: ReadonlyMap<string, FileRecord>): boolean {
  if (before.size !== after.size) return true;
  let settled = 0;
  for (const [path, record] of after) {
    const old = before.get(path);
    if (old === record) continue;
    if (old === undefined || !isOnlySettled(old, record)) return true;
    settled++;
  }
  return settled > MOST_SETTLED;
}

function isSameMap<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): boolean {
  return before.size === after.size && [...after].every(([key, value]) => before.get(key) === value);
}
