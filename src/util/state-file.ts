/** One JSON value in one file, which is either read back as it was written or not at all. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { contentHash } from "./hash.js";
import { createTemporaryPath, removeAbandonedFiles, removeFile } from "./temporary-files.js";

/**
 * The value that `writeStateFile` wrote there under the same format key. `undefined` when there is none, when it was
 * written under another key, or when a single byte of the file is not as it was written. Never throws.
 */
export function readStateFile(file: string, formatKey: string): unknown {
  try {
    const content = readFileSync(file);
    const end = content.indexOf("\n") + 1;
    const body = content.subarray(end);
    if (content.toString("latin1", 0, end) !== createHeader(formatKey, body)) return undefined;
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/**
 * Puts a JSON value in place of what the file held, in one step: whoever reads sees the old or the new. Makes the
 * folder. `formatKey` names everything that the meaning of the value depends on: another key reads as no value.
 * `false`: the system did not let it, and the file is as it was; `onFault` gets what it threw.
 */
export function writeStateFile(
  file: string,
  formatKey: string,
  value: unknown,
  onFault: (error: unknown) => void = () => {},
): boolean {
  const body = Buffer.from(JSON.stringify(value));
  const folder = path.dirname(file);
  const base = path.basename(file);
  const temporaryPath = createTemporaryPath(folder, base);
  try {
    mkdirSync(folder, { recursive: true });
    removeAbandonedFiles(folder, base);
    writeFileSync(temporaryPath, Buffer.concat([Buffer.from(createHeader(formatKey, body)), body]));
    renameSync(temporaryPath, file);
    return true;
  } catch (error) {
    onFault(error);
    removeFile(temporaryPath);
    return false;
  }
}

/** A line that is different for every key, length and content: reading compares it, and need not take it apart. */
function createHeader(formatKey: string, body: Uint8Array): string {
  return `postulate-state ${contentHash(formatKey)} ${body.length} ${crc32(body)}\n`;
}
