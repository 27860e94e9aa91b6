/** Which files of a destination hold what they should, as far as possible without reading them. */
import { readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { OutputContent } from "../model/output.js";
import { createStamp, isSettled } from "../util/file-stamp.js";
import { contentHash } from "../util/hash.js";
import type { WrittenRecord } from "./cache/build-state.js";
import type { StagedFile } from "./staging.js";

export interface WrittenFiles {
  /** Whether a file of the destination holds this content. */
  holds(file: string, content: OutputContent): boolean;
  /** Whether `holds` said so before. */
  isSettled(file: string): boolean;
  /** Notes a file that was just renamed into its place. */
  noteWritten(file: StagedFile, content: string | null): void;
  /** After a fault nothing is sure. */
  forgetAll(): void;
  /** For the next build: what `holds` and `noteWritten` found. */
  records(): ReadonlyMap<string, WrittenRecord>;
}

export function createWrittenFiles(
  destinationDir: string,
  before: ReadonlyMap<string, WrittenRecord>,
): WrittenFiles {
  const records = new Map<string, WrittenRecord>();
  const note = (file: string, stats: Stats, content: string): void => {
    records.set(file, { stamp: createStamp(stats), isSettled: isSettled(stats, Date.now()), content });
  };
  return {
    holds(file, content) {
      const target = path.join(destinationDir, file);
      const stats = statFile(target);
      if (stats === undefined) return false;
      const described = describeContent(content);
      const known = before.get(file);
      const isAsLeft = known !== undefined && known.stamp === createStamp(stats);
      const isSame = known?.content === described;
      // Two hashes that differ say it all. Whatever the file became right after it was left, it is not likely to be this
      // content, and writing that is right in any case.
      const isOther = isAsLeft && !isSame && isHash(known.content) && isHash(described);
      if (isOther) return false;
      const isKnown = isAsLeft && isSame && known.isSettled;
      if (!isKnown && !holdsBytes(target, stats, content)) return false;
      note(file, stats, described ?? "");
      return true;
    },
    isSettled: (file) => records.has(file),
    noteWritten({ path: file, sizeBytes, modifiedMs }, content) {
      const stats = statFile(path.join(destinationDir, file));
      // Whoever changed it since then left another time or size.
      if (stats?.size === sizeBytes && stats.mtimeMs === modifiedMs && content !== null)
        note(file, stats, content);
    },
    forgetAll: () => records.clear(),
    records: () => records,
  };
}

/** A file may stand where a folder is looked into. */
function statFile(file: string): Stats | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** What a record keeps of a content: the same for the same bytes. `null` when that cannot be told without reading. */
export function describeContent(content: OutputContent | undefined): string | null {
  if (content === undefined) return null;
  if (typeof content === "string" || content instanceof Uint8Array) return contentHash(content);
  if ("madeHash" in content) return content.madeHash;
  return content.stamp === null ? null : `copy of ${content.copyFrom} ${content.stamp}`;
}

/** Not that of a copy, which stands for the file that was copied. */
function isHash(content: string | null): boolean {
  return content !== null && /^[0-9a-f]{32}$/.test(content);
}

function holdsBytes(target: string, { size }: Stats, content: OutputContent): boolean {
  try {
    if (typeof content === "string" || content instanceof Uint8Array) {
      return size === Buffer.byteLength(content) && readFileSync(target).equals(Buffer.from(content));
    }
    if ("madeHash" in content) return contentHash(readFileSync(target)) === content.madeHash;
    return (
      statSync(content.copyFrom).size === size && readFileSync(target).equals(readFileSync(content.copyFrom))
    );
  } catch {
    return false;
  }
}
