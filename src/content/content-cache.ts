/** What one build keeps for the next: files that did not change need not be understood again. */
import type { FileRecord } from "./document-record.js";
import { type SplitText, splitFrontMatter } from "./split-front-matter.js";

/**
 * Values are kept with all that they depend on, so that a kept value is always what a fresh one would be. They are
 * never changed once stored.
 */
export interface ContentCache {
  readonly split: (path: string, text: string) => SplitText;
  readonly data: <Value>(path: string, text: string, parse: () => Value) => Value;
  /** The record of a file, as long as documents are read with what `key` stands for: the configuration. */
  findRecord(key: string, path: string): FileRecord | undefined;
  /** For the next build. `null` for a file that nothing can be kept of. */
  keepRecord(path: string, record: FileRecord | null): void;
  /** Ends a reading: forgets records of files that are gone. */
  endReading(key: string): void;
  /** Whether the last reading left other records than it found. */
  hasChanged(): boolean;
  /** For a later process. */
  exportRecords(): ContentRecords;
}

/** The records of one reading, as plain data. */
export interface ContentRecords {
  readonly key: string;
  readonly files: Readonly<Record<string, FileRecord>>;
}

export function createContentCache(stored?: ContentRecords): ContentCache {
  const texts = new Map<string, { readonly text: string; readonly value: unknown }>();
  let key = stored?.key ?? "";
  let records = new Map(Object.entries(stored?.files ?? {}));
  let next = new Map<string, FileRecord>();
  let isChanged = false;
  const remember = <Value>(name: string, text: string, make: () => Value): Value => {
    const known = texts.get(name);
    // A name belongs to one kind of value, so what was stored under it has the type of what `make` makes.
    if (known?.text === text) return known.value as Value;
    const value = make();
    texts.set(name, { text, value });
    return value;
  };
  return {
    split: (path, text) => remember(`split ${path}`, text, () => splitFrontMatter(path, text)),
    data: (path, text, parse) => remember(`data ${path}`, text, parse),
    findRecord: (wanted, path) => (wanted === key ? records.get(path) : undefined),
    keepRecord(path, record) {
      if (record !== null) next.set(path, record);
    },
    endReading(used) {
      isChanged =
        key !== used ||
        records.size !== next.size ||
        [...next].some(([path, one]) => records.get(path) !== one);
      key = used;
      records = next;
      next = new Map();
    },
    hasChanged: () => isChanged,
    exportRecords: () => ({ key, files: Object.fromEntries(records) }),
  };
}
