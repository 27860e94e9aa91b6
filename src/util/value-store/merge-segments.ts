/** Copies what is wanted of some segments into a new one. */
import type { SegmentWriter } from "./create-segment-writer.js";
import { readFromSegment } from "./open-segment.js";
import { DROPPED, type MergeInput, USED } from "./plan-merge.js";
import { readEntry, readKey } from "./segment-format.js";

/**
 * Adds the values that are not dropped; used ones count as used in `round`. Damaged values, and all copies of a value
 * but one, are left out. Throws what the system throws when it cannot write.
 */
export function mergeSegments(inputs: readonly MergeInput[], writer: SegmentWriter, round: number): void {
  for (const { segment, fates } of inputs) {
    const wanted = [...fates.keys()]
      .filter((number) => fates[number] !== DROPPED)
      .map((number) => ({ number, ...readEntry(segment.index, number) }))
      // In the order of the file, which disks read fastest.
      .sort((a, b) => a.offset - b.offset);
    for (const entry of wanted) {
      const key = readKey(segment.index, entry.number);
      if (writer.has(key)) continue;
      const value = readFromSegment(segment, entry.number);
      if (value !== undefined) writer.add(key, value, fates[entry.number] === USED ? round : entry.round);
    }
  }
}
