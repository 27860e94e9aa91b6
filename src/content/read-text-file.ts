/** Bytes to text, and what to say when they are none. */
import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { placeAtOffset } from "../diagnostics/place-in-text.js";
import type { Report } from "../diagnostics/report.js";
import type { FoundFile } from "../model/content.js";

type File = Pick<FoundFile, "path" | "absolutePath">;

/**
 * A file's text with `\n` line breaks and without a byte order mark; `null` when it cannot be read, after adding
 * `content-unreadable` or `content-encoding`.
 */
export function readTextFile(file: File, report: Report): string | null {
  const bytes = attempt(file, report, () => readFileSync(file.absolutePath));
  if (bytes === null) return null;
  if (isUtf8(bytes)) return normalizeText(bytes.toString("utf8"));
  reportEncoding(file.path, bytes, report);
  return null;
}

/** The first bytes of a file, decoded leniently: enough to see whether it starts with front matter. */
export function readFirstBytes(file: File, count: number, report: Report): string | null {
  return attempt(file, report, () => {
    const descriptor = openSync(file.absolutePath, "r");
    try {
      const bytes = Buffer.alloc(count);
      return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, count, 0));
    } finally {
      closeSync(descriptor);
    }
  });
}

function attempt<Result>(file: File, report: Report, read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    report.add(createDiagnostic("content-unreadable", { path: file.path, code }, { path: file.path }));
    return null;
  }
}

/** `\n` line breaks, no byte order mark. */
export function normalizeText(text: string): string {
  return (text.startsWith("\uFEFF") ? text.slice(1) : text).replaceAll("\r\n", "\n");
}

function reportEncoding(path: string, bytes: Buffer, report: Report): void {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) {
    report.add(createDiagnostic("content-encoding", { encoding: "UTF-16" }, { path, line: 1, column: 1 }));
    return;
  }
  const text = bytes.toString("utf8");
  const [offset, byteOffset] = findFirstBadByte(text, bytes);
  const byte = bytes[byteOffset] ?? 0;
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const place = placeAtOffset(path, text.slice(mark), offset - mark);
  report.add(createDiagnostic("content-encoding", { encoding: null, byte }, place));
}

/** Decoding puts U+FFFD where bytes are wrong; one that the file itself holds stands for its own three bytes. */
function findFirstBadByte(text: string, bytes: Buffer): [offset: number, byteOffset: number] {
  let offset = 0;
  let byteOffset = 0;
  for (;;) {
    const next = text.indexOf("\uFFFD", offset);
    byteOffset += Buffer.byteLength(text.slice(offset, next));
    if (!bytes.subarray(byteOffset, byteOffset + 3).equals(Buffer.from("\uFFFD"))) return [next, byteOffset];
    byteOffset += 3;
    offset = next + 1;
  }
}
