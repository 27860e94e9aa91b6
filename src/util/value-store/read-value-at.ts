/** Where a value is, and how any thread of the process reads it from there. */
import { readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";

/** Plain data that can be posted to a worker thread of the same process. */
export interface ValueLocation {
  /** A descriptor of an open file, or memory that the threads share. */
  readonly source: number | SharedArrayBuffer;
  /** In bytes, from the start of the source. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** CRC-32 of the value. */
  readonly checksum: number;
}

/**
 * A new copy of the value that lies there; `undefined` when what lies there is not it, cannot be read, or its store
 * has been closed. Never throws.
 */
export function readValueAt({ source, offset, length, checksum }: ValueLocation): Buffer | undefined {
  try {
    const value = Buffer.allocUnsafe(length);
    if (typeof source === "number") {
      if (!readFully(source, value, offset)) return undefined;
    } else {
      value.set(new Uint8Array(source, offset, length));
    }
    return crc32(value) === checksum ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fills `target` from a place in a file; whether there was enough to fill it. Throws what the system throws. */
export function readFully(descriptor: number, target: Buffer, offset: number): boolean {
  let done = 0;
  while (done < target.length) {
    const count = readSync(descriptor, target, done, target.length - done, offset + done);
    if (count === 0) return false;
    done += count;
  }
  return true;
}

/** Writes all of `bytes` at a place in a file, or throws what the system throws. */
export function writeFully(descriptor: number, bytes: Uint8Array, offset: number): void {
  let done = 0;
  while (done < bytes.length) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
  }
}
