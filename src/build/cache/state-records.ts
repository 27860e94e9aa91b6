/** The records of a build state, as they stood at one moment, and how those of two moments differ. */

import type { TextRecord } from "../../content/content-cache.js";
import type { FileRecord } from "../../content/document-record.js";
import type { BodyRecord, BuildState, ProductRecord, WrittenRecord } from "./build-state.js";

/** Never changed: a build makes new ones. */
export interface RecordMaps {
  readonly files: ReadonlyMap<string, FileRecord>;
  readonly texts: ReadonlyMap<string, TextRecord>;
  readonly bodies: ReadonlyMap<string, BodyRecord>;
  readonly products: ReadonlyMap<string, ProductRecord>;
  readonly versions: ReadonlyMap<string, string>;
  readonly written: ReadonlyMap<string, WrittenRecord>;
}

export const PARTS = ["files", "texts", "bodies", "products", "versions", "written"] as const;

export interface StateRecords extends RecordMaps {
  readonly contentKey: string;
  readonly siteVersions: BuildState["siteVersions"];
}

export interface ChangedRecords {
  /** Those that are new or other ones. */
  readonly records: StateRecords;
  /** The names of those that are no more. */
  readonly removed: Readonly<Partial<Record<keyof RecordMaps, readonly string[]>>>;
}

export function recordsOf({
  content,
  bodies,
  products,
  versions,
  written,
  siteVersions,
}: BuildState): StateRecords {
  const { key, files, texts } = content.records();
  return { contentKey: key, siteVersions, files, texts, bodies, products, versions, written };
}

/** `null` when there is nothing that a later build could miss. */
export function findChanges(before: StateRecords, after: StateRecords): ChangedRecords | null {
  const removed: Partial<Record<keyof RecordMaps, readonly string[]>> = {};
  const changed = <Value>(
    part: keyof RecordMaps,
    old: ReadonlyMap<string, Value>,
    now: ReadonlyMap<string, Value>,
    isSame: (left: Value, right: Value) => boolean = Object.is,
  ): Map<string, Value> => {
    const gone = [...old.keys()].filter((name) => !now.has(name));
    if (gone.length > 0) removed[part] = gone;
    return new Map(
      [...now].filter(([name, value]) => {
        const known = old.get(name);
        return known === undefined || !isSame(known, value);
      }),
    );
  };
  const records: StateRecords = {
    contentKey: after.contentKey,
    siteVersions: after.siteVersions,
    files: changed("files", before.files, after.files),
    texts: changed("texts", before.texts, after.texts),
    bodies: changed("bodies", before.bodies, after.bodies),
    products: changed("products", before.products, after.products),
    versions: changed("versions", before.versions, after.versions),
    written: changed("written", before.written, after.written, isSameFile),
  };
  const isSame =
    before.contentKey === after.contentKey &&
    JSON.stringify(before.siteVersions) === JSON.stringify(after.siteVersions) &&
    PARTS.every((part) => records[part].size === 0 && removed[part] === undefined);
  return isSame ? null : { records, removed };
}

function isSameFile(left: WrittenRecord, right: WrittenRecord): boolean {
  return left.stamp === right.stamp && left.content === right.content && left.isSettled === right.isSettled;
}
