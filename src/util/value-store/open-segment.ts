/** A complete segment, open for reading. */
import { closeSync, fstatSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import { removeFile } from "../temporary-files.js";
import { readFully, readValueAt, type ValueLocation } from "./read-value-at.js";
import {
  countEntries,
  decodeFooter,
  FOOTER_BYTES,
  findEntry,
  indexBytes,
  readEntry,
} from "./segment-format.js";

export interface Segment {
  /** `null`: it never got its final name, and is gone when the store is closed. */
  readonly path: string | null;
  readonly descriptor: number;
  readonly index: Buffer<SharedArrayBuffer>;
  /** The round of the store in which it was written. */
  readonly round: number;
  /** Length of all its values together. */
  readonly valueBytes: number;
  /** Numbers of the entries whose value turned out to be damaged. */
  readonly damaged: Set<number>;
}

/**
 * Reads and checks footer and index, no value. `null` when it cannot be read; when it can and is no segment, or not
 * all of one, or of another version of the format, the file is removed too.
 */
export function openSegment(path: string): Segment | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const content = readContent(descriptor);
    if (content !== null) return { path, descriptor, ...content, damaged: new Set() };
    removeFile(path);
  } catch {
    // The system failed, not the file: it may be good another time.
  }
  closeDescriptor(descriptor);
  return null;
}

function readContent(descriptor: number): Pick<Segment, "index" | "round" | "valueBytes"> | null {
  const { size } = fstatSync(descriptor);
  const footerBytes = Buffer.alloc(FOOTER_BYTES);
  if (size < FOOTER_BYTES || !readFully(descriptor, footerBytes, size - FOOTER_BYTES)) return null;
  const footer = decodeFooter(footerBytes);
  if (footer === null) return null;
  const { valueBytes, count, round, indexChecksum } = footer;
  if (valueBytes + indexBytes(count) + FOOTER_BYTES !== size) return null;
  const index = Buffer.from(new SharedArrayBuffer(indexBytes(count)));
  if (!readFully(descriptor, index, valueBytes) || crc32(index) !== indexChecksum) return null;
  return { index, round, valueBytes };
}

/** The number of the undamaged entry with that key of 16 bytes, -1 when there is none. */
export function findInSegment(segment: Segment, key: Buffer): number {
  const number = findEntry(segment.index, key);
  return segment.damaged.has(number) ? -1 : number;
}

export function locateInSegment(segment: Segment, number: number): ValueLocation {
  const { offset, length, checksum } = readEntry(segment.index, number);
  return { source: segment.descriptor, offset, length, checksum };
}

/** The value of that entry. A damaged one is `undefined`, and from then on its key is missing in the segment. */
export function readFromSegment(segment: Segment, number: number): Buffer | undefined {
  const value = readValueAt(locateInSegment(segment, number));
  if (value === undefined) segment.damaged.add(number);
  return value;
}

export function countValues(segment: Segment): number {
  return countEntries(segment.index);
}

export function closeDescriptor(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // Closed already, or a failure that is told here only because closing is the last to hear of it.
  }
}
