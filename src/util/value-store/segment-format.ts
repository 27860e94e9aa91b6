/**
 * What a segment looks like on disk, all numbers big-endian:
 *
 *     the bytes of the values, one after another
 *     index: for each value, sorted by key, its key 16 | offset 6 | length 4 | checksum 4 | round 4
 *     footer: magic 8 | bytes of values 6 | count 4 | round 4 | checksum of the index 4 | checksum of the footer 4
 *
 * The version of the format is part of the magic. Checksums are CRC-32: they find accidents, not attacks.
 */
import { crc32 } from "node:zlib";

const MAGIC = Buffer.from("PostVal1", "latin1");
const KEY_BYTES = 16;
const ENTRY_BYTES = KEY_BYTES + 6 + 4 + 4 + 4;
export const FOOTER_BYTES = MAGIC.length + 6 + 4 + 4 + 4 + 4;

/** Where one value lies in its segment. */
export interface SegmentEntry {
  /** From the start of the file, in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  readonly checksum: number;
  /** The last round of the store in which the value was known to be used. */
  readonly round: number;
}

export interface SegmentFooter {
  /** Length of all values together: where the index starts. */
  readonly valueBytes: number;
  readonly count: number;
  /** The round of the store in which the segment was written. */
  readonly round: number;
  readonly indexChecksum: number;
}

/** The index of these values, in memory that all threads can share. */
export function encodeIndex(entries: ReadonlyMap<string, SegmentEntry>): Buffer<SharedArrayBuffer> {
  const index = Buffer.from(new SharedArrayBuffer(entries.size * ENTRY_BYTES));
  let at = 0;
  // Hexadecimal digits sort as the bytes they stand for.
  for (const [key, { offset, length, checksum, round }] of [...entries].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    index.write(key, at, "hex");
    at = index.writeUIntBE(offset, at + KEY_BYTES, 6);
    at = index.writeUInt32BE(length, at);
    at = index.writeUInt32BE(checksum, at);
    at = index.writeUInt32BE(round, at);
  }
  return index;
}

export function countEntries(index: Buffer): number {
  return index.length / ENTRY_BYTES;
}

export function indexBytes(count: number): number {
  return count * ENTRY_BYTES;
}

/** The entry of that number, counted from 0. */
export function readEntry(index: Buffer, number: number): SegmentEntry {
  const at = number * ENTRY_BYTES + KEY_BYTES;
  return {
    offset: index.readUIntBE(at, 6),
    length: index.readUInt32BE(at + 6),
    checksum: index.readUInt32BE(at + 10),
    round: index.readUInt32BE(at + 14),
  };
}

export function readKey(index: Buffer, number: number): string {
  const at = number * ENTRY_BYTES;
  return index.toString("hex", at, at + KEY_BYTES);
}

/** The number of the entry with that key of 16 bytes, -1 when there is none. */
export function findEntry(index: Buffer, key: Buffer): number {
  if (key.length !== KEY_BYTES) return -1;
  // Nearly always the first four bytes decide: comparing them here is much faster than a call for all sixteen.
  const head = key.readUInt32BE(0);
  let low = 0;
  let high = countEntries(index) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = middle * ENTRY_BYTES;
    const order = index.readUInt32BE(at) - head || index.compare(key, 0, KEY_BYTES, at, at + KEY_BYTES);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function encodeFooter({ valueBytes, count, round, indexChecksum }: SegmentFooter): Buffer {
  const footer = Buffer.alloc(FOOTER_BYTES);
  let at = MAGIC.copy(footer);
  at = footer.writeUIntBE(valueBytes, at, 6);
  at = footer.writeUInt32BE(count, at);
  at = footer.writeUInt32BE(round, at);
  at = footer.writeUInt32BE(indexChecksum, at);
  footer.writeUInt32BE(crc32(footer.subarray(0, at)), at);
  return footer;
}

/** `null` for what is no footer of this version. */
export function decodeFooter(footer: Buffer): SegmentFooter | null {
  const end = FOOTER_BYTES - 4;
  if (footer.length !== FOOTER_BYTES || !footer.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  if (footer.readUInt32BE(end) !== crc32(footer.subarray(0, end))) return null;
  const at = MAGIC.length;
  return {
    valueBytes: footer.readUIntBE(at, 6),
    count: footer.readUInt32BE(at + 6),
    round: footer.readUInt32BE(at + 10),
    indexChecksum: footer.readUInt32BE(at + 14),
  };
}
