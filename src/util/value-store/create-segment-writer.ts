/** A segment while it is written: values are added at its end, and each can be read back at once. */
import { mkdirSync, openSync, renameSync } from "node:fs";
import { crc32 } from "node:zlib";
import { createTemporaryPath, removeFile } from "../temporary-files.js";
import type { Segment } from "./open-segment.js";
import { readValueAt, type ValueLocation, writeFully } from "./read-value-at.js";
import { encodeFooter, encodeIndex, type SegmentEntry } from "./segment-format.js";

/**
 * So much is gathered before it is written: the memory that a writer takes, beside an entry for each value. Larger
 * ones leave the processor's cache and cost more time than the calls they save.
 */
const BLOCK_BYTES = 256 * 1024;

export interface SegmentWriter {
  has(key: string): boolean;
  get(key: string): Buffer | undefined;
  /** Throws what the system throws; then the value was not added, and those before it are as they were. */
  add(key: string, bytes: Uint8Array, round: number): void;
  /** Where a value lies in the file, after it was written there. Throws what the system throws. */
  locate(key: string): ValueLocation | undefined;
  /** Every value added, located in the file. Throws what the system throws. */
  locateAll(): Iterable<[string, ValueLocation]>;
  /** Writes what is left, index and footer, and gives the file its name. Throws what the system throws. */
  finish(finalPath: string, round: number): Segment;
  /** Gives the file up. What it holds stays readable in the segment; what had not been written is handed back. */
  detach(): { readonly segment: Segment; readonly unwritten: Iterable<[string, Buffer]> };
}

/** Makes the folder too, if need be. Throws what the system throws. */
export function createSegmentWriter(folder: string, base: string): SegmentWriter {
  mkdirSync(folder, { recursive: true });
  const temporaryPath = createTemporaryPath(folder, base);
  const descriptor = openSync(temporaryPath, "wx+");
  const entries = new Map<string, SegmentEntry>();
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  /** The bytes of the file that are written, which is where the block belongs; and how much of the block is used. */
  let written = 0;
  let gathered = 0;

  function writeBlock(): void {
    writeFully(descriptor, block.subarray(0, gathered), written);
    written += gathered;
    gathered = 0;
  }

  function readBlock({ offset, length }: SegmentEntry): Buffer {
    return Buffer.from(block.subarray(offset - written, offset - written + length));
  }

  const toSegment = (path: string | null, index: Buffer<SharedArrayBuffer>, round: number): Segment => ({
    ...{ path, descriptor, index, round, valueBytes: written, damaged: new Set() },
  });

  const toLocation = ({ offset, length, checksum }: SegmentEntry): ValueLocation => ({
    ...{ source: descriptor, offset, length, checksum },
  });

  return {
    has: (key) => entries.has(key),
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      return entry.offset >= written ? readBlock(entry) : readValueAt(toLocation(entry));
    },
    add(key, bytes, round) {
      if (gathered + bytes.length > BLOCK_BYTES) writeBlock();
      const offset = written + gathered;
      if (bytes.length > BLOCK_BYTES) {
        writeFully(descriptor, bytes, offset);
        written += bytes.length;
      } else {
        block.set(bytes, gathered);
        gathered += bytes.length;
      }
      entries.set(key, { offset, length: bytes.length, checksum: crc32(bytes), round });
    },
    locate(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.offset + entry.length > written) writeBlock();
      return toLocation(entry);
    },
    locateAll() {
      writeBlock();
      return [...entries].map(([key, entry]) => [key, toLocation(entry)]);
    },
    finish(finalPath, round) {
      writeBlock();
      const index = encodeIndex(entries);
      const footer = { valueBytes: written, count: entries.size, round, indexChecksum: crc32(index) };
      writeFully(descriptor, Buffer.concat([index, encodeFooter(footer)]), written);
      renameSync(temporaryPath, finalPath);
      return toSegment(finalPath, index, round);
    },
    detach() {
      removeFile(temporaryPath);
      const inFile = new Map([...entries].filter(([, entry]) => entry.offset + entry.length <= written));
      const inBlock = [...entries].filter(([key]) => !inFile.has(key));
      return {
        segment: toSegment(null, encodeIndex(inFile), 0),
        unwritten: inBlock.map(([key, entry]) => [key, readBlock(entry)]),
      };
    },
  };
}
