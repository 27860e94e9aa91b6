/** Which values of which segments are written again, together, so that the store stays small and has few files. */
import { countValues, findInSegment, type Segment } from "./open-segment.js";
import { readEntry } from "./segment-format.js";
import type { LimitOf } from "./value-store.js";

const MOST_SEGMENTS = 8;
/** Merging leaves fewer than are allowed, so that not every build after it merges again. */
const SEGMENTS_AFTER_MERGE = 4;

/** What becomes of each entry of a segment, by number. */
export type Fates = Uint8Array;
export const DROPPED = 0;
export const UNUSED = 1;
export const USED = 2;

export interface MergeInput {
  readonly segment: Segment;
  readonly fates: Fates;
}

/**
 * The segments to merge; none while the values take at most `limitOf(bytes of the used ones)` and the files are few.
 * Past the limit the unused values go that were last used in the earliest rounds, until a quarter of the limit is
 * free: the more that is freed at once, the less often what stays is copied.
 */
export function planMerge(
  segments: readonly Segment[],
  usedKeys: Iterable<string>,
  limitOf: LimitOf,
): readonly MergeInput[] {
  const total = segments.reduce((sum, { valueBytes }) => sum + valueBytes, 0);
  if (total <= limitOf(0) && segments.length <= MOST_SEGMENTS) return [];
  const inputs = segments.map((segment) => ({
    segment,
    fates: new Uint8Array(countValues(segment)).fill(UNUSED),
  }));
  const limit = limitOf(markUsed(inputs, usedKeys));
  if (total <= limit) return chooseSmall(inputs);
  dropUnused(inputs, limit * 0.75);
  const shrinking = inputs.filter(isWorthShrinking);
  return [...shrinking, ...chooseSmall(inputs.filter((input) => !shrinking.includes(input)))];
}

/** Marks each used key in the first segment that has it; a second copy of it is as good as unused. Gives their bytes. */
function markUsed(inputs: readonly MergeInput[], usedKeys: Iterable<string>): number {
  let usedBytes = 0;
  for (const key of usedKeys) {
    const keyBytes = Buffer.from(key, "hex");
    for (const { segment, fates } of inputs) {
      const number = findInSegment(segment, keyBytes);
      if (number < 0) continue;
      if (fates[number] !== USED) usedBytes += readEntry(segment.index, number).length;
      fates[number] = USED;
      break;
    }
  }
  return usedBytes;
}

/** Drops whole rounds of unused values, the earliest first, until at most `goalBytes` are left, or only used ones. */
function dropUnused(inputs: readonly MergeInput[], goalBytes: number): void {
  let total = 0;
  const unusedByRound = new Map<number, number>();
  for (const { segment, fates } of inputs) {
    for (const [number, fate] of fates.entries()) {
      const { length, round } = readEntry(segment.index, number);
      total += length;
      if (fate === UNUSED) unusedByRound.set(round, (unusedByRound.get(round) ?? 0) + length);
    }
  }
  const dropped = new Set<number>();
  for (const [round, bytes] of [...unusedByRound].sort(([a], [b]) => a - b)) {
    if (total <= goalBytes) break;
    dropped.add(round);
    total -= bytes;
  }
  for (const { segment, fates } of inputs) {
    for (const [number, fate] of fates.entries()) {
      if (fate === UNUSED && dropped.has(readEntry(segment.index, number).round)) fates[number] = DROPPED;
    }
  }
}

/** Copying a segment to be rid of less than an eighth of it does not pay; with a quarter of the limit free it may stay. */
function isWorthShrinking({ segment, fates }: MergeInput): boolean {
  let dropped = 0;
  for (const [number, fate] of fates.entries()) {
    if (fate === DROPPED) dropped += readEntry(segment.index, number).length;
  }
  return dropped > 0 && dropped * 8 >= segment.valueBytes;
}

/**
 * When there are too many: the smallest, and of the rest those not larger than all smaller ones together. So a value
 * is copied only into a segment at least twice as large, which happens to it a few times in its life.
 */
function chooseSmall(inputs: readonly MergeInput[]): readonly MergeInput[] {
  if (inputs.length <= MOST_SEGMENTS) return [];
  const chosen: MergeInput[] = [];
  let bytes = 0;
  for (const input of [...inputs].sort((a, b) => a.segment.valueBytes - b.segment.valueBytes)) {
    const { valueBytes } = input.segment;
    if (chosen.length > inputs.length - SEGMENTS_AFTER_MERGE && valueBytes > bytes) break;
    chosen.push(input);
    bytes += valueBytes;
  }
  return chosen;
}
