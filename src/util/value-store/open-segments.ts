/** The finished segments of a store: what is in them, and which of them are merged when. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { listFolder, removeFile } from "../temporary-files.js";
import { createSegmentWriter } from "./create-segment-writer.js";
import { mergeSegments } from "./merge-segments.js";
import {
  closeDescriptor,
  findInSegment,
  locateInSegment,
  openSegment,
  readFromSegment,
  type Segment,
} from "./open-segment.js";
import { DROPPED, type MergeInput, planMerge } from "./plan-merge.js";
import type { ValueLocation } from "./read-value-at.js";
import type { LimitOf } from "./value-store.js";

/** What names of the store's files start with. */
export const FILE_BASE = "values";
const RE_SEGMENT = /^values-[0-9a-f]{16}\.segment$/;

export interface Segments {
  has(key: string): boolean;
  get(key: string): Buffer | undefined;
  locate(key: string): ValueLocation | undefined;
  add(segment: Segment): void;
  /** One more than the round of any segment found in the folder. */
  readonly firstRound: number;
  /** See `planMerge`. Throws what the system throws when it cannot write, and then has only lost unused values. */
  merge(usedKeys: Iterable<string>, limitOf: LimitOf, round: number): void;
  list(): readonly Segment[];
  close(): void;
}

/** A path of a new segment, after which no other segment is ever named. */
export function createSegmentPath(folder: string): string {
  return path.join(folder, `${FILE_BASE}-${randomBytes(8).toString("hex")}.segment`);
}

/** Opens every sound segment in a folder and removes the unsound ones. Throws nothing. */
export function openSegments(folder: string): Segments {
  // The latest round first: there a key is found most often.
  let segments = listFolder(folder)
    .filter((name) => RE_SEGMENT.test(name))
    .map((name) => openSegment(path.join(folder, name)))
    .filter((segment) => segment !== null)
    .sort((a, b) => b.round - a.round);
  const firstRound = Math.max(0, ...segments.map(({ round }) => round)) + 1;
  /** Their values are elsewhere or not wanted, but a worker may still be reading them. */
  let retired: Segment[] = [];

  function find<T>(key: string, read: (segment: Segment, number: number) => T): T | undefined {
    const keyBytes = Buffer.from(key, "hex");
    for (const segment of segments) {
      const number = findInSegment(segment, keyBytes);
      const found = number < 0 ? undefined : read(segment, number);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function retire(inputs: readonly MergeInput[]): void {
    for (const { segment } of inputs) {
      if (segment.path !== null) removeFile(segment.path);
      retired.push(segment);
      segments = segments.filter((one) => one !== segment);
    }
  }

  function closeRetired(): void {
    for (const { path: file, descriptor } of retired) {
      closeDescriptor(descriptor);
      // Where a file that is open could not be removed, now it can.
      if (file !== null) removeFile(file);
    }
    retired = [];
  }

  return {
    has: (key) => find(key, () => true) ?? false,
    get: (key) => find(key, readFromSegment),
    locate: (key) => find(key, locateInSegment),
    add(segment) {
      segments = [segment, ...segments];
    },
    firstRound,
    merge(usedKeys, limitOf, round) {
      closeRetired();
      const named = segments.filter((segment) => segment.path !== null);
      const inputs = planMerge(named, usedKeys, limitOf);
      // First what needs no copy: on a full disk that makes room for the rest.
      const emptied = inputs.filter(({ fates }) => fates.every((fate) => fate === DROPPED));
      retire(emptied);
      const rest = inputs.filter((input) => !emptied.includes(input));
      if (rest.length === 0) return;
      const merged = writeMerged(folder, rest, round);
      retire(rest);
      segments = [merged, ...segments];
    },
    list: () => segments,
    close() {
      for (const { descriptor } of segments) closeDescriptor(descriptor);
      segments = [];
      closeRetired();
    },
  };
}

function writeMerged(folder: string, inputs: readonly MergeInput[], round: number): Segment {
  const writer = createSegmentWriter(folder, FILE_BASE);
  try {
    mergeSegments(inputs, writer, round);
    return writer.finish(createSegmentPath(folder), round);
  } catch (error) {
    closeDescriptor(writer.detach().segment.descriptor);
    throw error;
  }
}
