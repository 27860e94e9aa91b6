/** What one build keeps for the next: files that did not change need not be understood again. */
import { contentHash } from "../util/hash.js";
import { survivesJson } from "../util/survives-json.js";
import type { FileRecord } from "./document-record.js";

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
  /** Those of the last reading, for a later process. */
  records(): ContentRecords;
}

/** What was understood of a text. */
export interface TextRecord {
  readonly textHash: string;
  readonly value: unknown;
}

/** The records of one reading, by path and by name. Never changed: the next reading makes new ones. */
export interface ContentRecords {
  readonly key: string;
  readonly files: ReadonlyMap<string, FileRecord>;
  readonly texts: ReadonlyMap<string, TextRecord>;
}

export function createContentCache(stored?: ContentRecords): ContentCache {
  let key = stored?.key ?? "";
  let files = stored?.files ?? new Map<string, FileRecord>();
  let texts = stored?.texts ?? new Map<string, TextRecord>();
  let nextFiles = new Map<string, FileRecord>();
  let nextTexts = new Map<string, TextRecord>();
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
      key = used;
      [files, texts] = [nextFiles, nextTexts];
      [nextFiles, nextTexts] = [new Map(), new Map()];
    },
    records: () => ({ key, files, texts }),
  };
}
