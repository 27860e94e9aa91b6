/**
 * A JSON value in a file, followed by changes to it, each as another JSON value: what the file gives back is as it was
 * written, or is not given back at all.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { contentHash } from "./hash.js";
import { createTemporaryPath, removeAbandonedFiles, removeFile } from "./temporary-files.js";

export interface StateFile {
  /** The value as it was written whole, then each change, in order. Never empty. */
  readonly values: readonly unknown[];
  /** `null` when something follows that was not written whole: nothing can be appended to that. */
  readonly end: StateFileEnd | null;
}

/** What has to be known of a state file to append to it. */
export interface StateFileEnd {
  readonly wholeBytes: number;
  readonly fileBytes: number;
  /** How many were appended since it was written whole. */
  readonly changes: number;
  /** What the next part has to name. */
  readonly key: string;
}

/**
 * What is in the file under the same format key. `undefined` when there is none, when it was written under another key,
 * or when a single byte of the whole value is not as it was written; changes count up to the first one like that. Never
 * throws.
 */
export function readStateFile(file: string, formatKey: string): StateFile | undefined {
  try {
    const content = readFileSync(file);
    const first = readPart(content, 0, formatKey);
    if (first === null) return undefined;
    const values = [first.value];
    let last = first;
    for (let next = readPart(content, first.endsAt, first.key); next !== null; ) {
      values.push(next.value);
      last = next;
      next = readPart(content, next.endsAt, next.key);
    }
    const isWhole = last.endsAt === content.length;
    const sizes = { wholeBytes: first.endsAt, fileBytes: content.length, changes: values.length - 1 };
    return { values, end: isWhole ? { ...sizes, key: last.key } : null };
  } catch {
    return undefined;
  }
}

/**
 * Puts a JSON value in place of what the file held, in one step: whoever reads sees the old or the new. Makes the
 * folder. `formatKey` names everything that the meaning of the value depends on: another key reads as no value.
 * `null`: the system did not let it, and the file is as it was; `onFault` gets what it threw.
 */
export function writeStateFile(
  file: string,
  formatKey: string,
  value: unknown,
  onFault: (error: unknown) => void = () => {},
): StateFileEnd | null {
  const { header, body } = writePart(formatKey, value);
  const folder = path.dirname(file);
  const base = path.basename(file);
  const temporaryPath = createTemporaryPath(folder, base);
  try {
    mkdirSync(folder, { recursive: true });
    removeAbandonedFiles(folder, base);
    writeParts(openSync(temporaryPath, "w"), [header, body]);
    renameSync(temporaryPath, file);
    const bytes = header.length + body.length;
    return { wholeBytes: bytes, fileBytes: bytes, changes: 0, key: header };
  } catch (error) {
    onFault(error);
    removeFile(temporaryPath);
    return null;
  }
}

/** With more changes than this, in parts of the whole value, reading them would take longer than writing it anew. */
const MOST_CHANGED = 1 / 2;

/**
 * Appends a change to what was read or written up to `end`. `null` when it was not appended: the system did not let it,
 * somebody else wrote the file since, or there would be so many changes that it is time to write the value whole.
 */
export function appendToStateFile(file: string, end: StateFileEnd, change: unknown): StateFileEnd | null {
  const { header, body } = writePart(end.key, change);
  const fileBytes = end.fileBytes + header.length + body.length;
  if (fileBytes - end.wholeBytes > end.wholeBytes * MOST_CHANGED) return null;
  try {
    const descriptor = openSync(file, constants.O_WRONLY | constants.O_APPEND);
    const isAsLeft = fstatSync(descriptor).size === end.fileBytes;
    // Of two that append at the same moment the second one names a part that is no longer the last, and is not read.
    writeParts(descriptor, isAsLeft ? [Buffer.concat([Buffer.from(header), body])] : []);
    return isAsLeft ? { ...end, fileBytes, changes: end.changes + 1, key: header } : null;
  } catch {
    return null;
  }
}

/** And closes the file. */
function writeParts(descriptor: number, parts: readonly (string | Uint8Array)[]): void {
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

interface Part {
  readonly value: unknown;
  readonly endsAt: number;
  readonly key: string;
}

function readPart(content: Buffer, start: number, key: string): Part | null {
  const bodyAt = content.indexOf("\n", start) + 1;
  const header = content.toString("latin1", start, bodyAt);
  const [, mark = "", length = "0"] = RE_HEADER.exec(header) ?? [];
  const body = content.subarray(bodyAt, bodyAt + Number(length));
  if (header === "" || header !== createHeader(key, mark, body)) return null;
  return { value: JSON.parse(body.toString()), endsAt: bodyAt + body.length, key: header };
}

function writePart(key: string, value: unknown): { readonly header: string; readonly body: Uint8Array } {
  const body = Buffer.from(JSON.stringify(value));
  return { header: createHeader(key, randomBytes(8).toString("hex"), body), body };
}

const RE_HEADER = /^postulate-state [0-9a-f]{32} ([0-9a-f]{16}) (\d+) \d+\n$/;

/**
 * A line that is different for every key, length, content and occasion. It is the key of the part after it, so that no
 * part is ever taken for a change to another one than it was.
 */
function createHeader(key: string, mark: string, body: Uint8Array): string {
  return `postulate-state ${contentHash(key)} ${mark} ${body.length} ${crc32(body, crc32(mark))}\n`;
}
