/** Files to documents, to files that are copied, and to what cannot be read; unchanged ones from their records. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { createReport } from "../diagnostics/report.js";
import type { SkippedDocument, SourceDocument, StaticFile } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { contentHash } from "../util/hash.js";
import { endingOf } from "../util/path.js";
import type { ContentCache } from "./content-cache.js";
import {
  type DocumentRecord,
  type FileRecord,
  recordDocument,
  restoreDocument,
  restoreEdited,
} from "./document-record.js";
import type { SiteFile } from "./find-files.js";
import { hashOfHead } from "./hash-of-head.js";
import { type ReadingContext, readDocument } from "./read-document.js";
import { readFirstBytes, readTextFile } from "./read-text-file.js";
import {
  splitFrontMatter,
  startsWithForeignFrontMatter,
  startsWithFrontMatter,
} from "./split-front-matter.js";

/** In the order of the files. */
export interface ReadDocuments {
  readonly documents: readonly SourceDocument[];
  readonly staticFiles: readonly StaticFile[];
  readonly skipped: readonly SkippedDocument[];
}

/** `key` stands for all that documents are read with beside their files. */
export interface Records {
  readonly cache: ContentCache;
  readonly key: string;
}

export function readDocuments(
  files: readonly SiteFile[],
  context: ReadingContext,
  { cache, key }: Records,
): ReadDocuments {
  const reading: Reading = { documents: [], staticFiles: [], skipped: [], context, cache };
  for (const file of files) {
    if (file.role === "layout" || file.role === "include" || file.role === "data") continue;
    const record = cache.findRecord(key, file.path);
    const isUnchanged = record?.stamp === file.stamp;
    if (file.role === "static") addStaticFile(reading, file);
    else if (isUnchanged && record.kind === "document") restore(reading, file, record, null);
    else if (isUnchanged) addPlainFile(reading, file, record);
    else readAnew(reading, file, record);
  }
  return reading;
}

interface Reading extends ReadDocuments {
  readonly documents: SourceDocument[];
  readonly staticFiles: StaticFile[];
  readonly skipped: SkippedDocument[];
  readonly context: ReadingContext;
  readonly cache: ContentCache;
}

function readAnew(reading: Reading, file: SiteFile, record: FileRecord | undefined): void {
  const { context, skipped } = reading;
  const start = readFirstBytes(file, 256, context.report);
  if (start === null) skipped.push(createSkipped(file));
  else if (isDocument(file, start, context)) readInto(reading, file, record);
  else addPlainFile(reading, file, record);
}

/** `null` for one that cannot be trusted. */
function stampOf({ stamp, isSettled }: SiteFile): string | null {
  return isSettled ? stamp : null;
}

function addPlainFile(reading: Reading, file: SiteFile, record: FileRecord | undefined): void {
  addStaticFile(reading, file);
  const stamp = stampOf(file);
  const isKnown = record?.kind === "file" && record.stamp === stamp;
  reading.cache.keepRecord(file.path, isKnown ? record : { kind: "file", stamp });
}

/** Posts are what reads as one, with front matter or without; elsewhere front matter makes a page. */
function isDocument({ role, path }: SiteFile, start: string, { config }: ReadingContext): boolean {
  if (role === "static") return false;
  const extension = endingOf(path);
  const isProse =
    config.markdownExtensions.includes(extension) || extension === "html" || extension === "htm";
  if (startsWithFrontMatter(start))
    return isProse || !/^ya?ml$/.test(extension) || start.split(/^---/m).length > 2;
  return isProse && (role === "post" || role === "draft" || startsWithForeignFrontMatter(start));
}

function readInto(reading: Reading, file: SiteFile, record: FileRecord | undefined): void {
  const { skipped, context } = reading;
  const { path } = file;
  const text = readTextFile(file, context.report);
  if (text === null) {
    skipped.push(createSkipped(file));
    return;
  }
  const textHash = contentHash(text);
  if (record?.kind === "document" && record.document.textHash === textHash) {
    restore(reading, file, record, text);
    return;
  }
  const edited = record?.kind === "document" ? restoreEdited(record, text, textHash) : null;
  if (record?.kind === "document" && edited !== null) {
    add(reading, file, edited, text, record.diagnostics);
    return;
  }
  const split = splitFrontMatter(path, text);
  const report = createReport();
  report.add(...split.diagnostics);
  if (split.isSound) {
    const source = { path, split, textHash, headHash: hashOfHead(text, split.body) };
    const document = readDocument(file, source, { ...context, report });
    add(reading, file, document, text, report.list());
    return;
  }
  skipped.push({ path, reason: "unreadable", explanation: "its front matter cannot be read" });
  context.report.add(...report.list());
}

/** A document that was read from this text. */
function add(
  { documents, context, cache }: Reading,
  file: SiteFile,
  document: SourceDocument,
  text: string,
  diagnostics: readonly Diagnostic[],
): void {
  documents.push(document);
  context.report.add(...diagnostics);
  cache.keepRecord(file.path, recordDocument(document, file, text, diagnostics));
}

/** `text` is the file's, if it was read. */
function restore(
  { documents, context, cache }: Reading,
  file: SiteFile,
  record: DocumentRecord,
  text: string | null,
): void {
  documents.push(restoreDocument(record, file, text));
  context.report.add(...record.diagnostics);
  const stamp = stampOf(file);
  cache.keepRecord(file.path, record.stamp === stamp ? record : { ...record, stamp });
}

function createSkipped({ path }: SiteFile): SkippedDocument {
  return { path, reason: "unreadable", explanation: "its file cannot be read as text" };
}

function addStaticFile({ staticFiles, context: { config, report } }: Reading, file: SiteFile): void {
  const { role, path, innerPath, collection } = file;
  if (role === "post" || role === "draft") {
    report.add(createDiagnostic("post-other-file", { path }, { path }));
    return;
  }
  const isWritten =
    role !== "document" || config.collections.some(({ label, output }) => label === collection && output);
  if (!isWritten) return;
  const published = role === "document" ? `${collection}/${innerPath}` : role === "static" ? innerPath : path;
  staticFiles.push(createStaticFile(published, file));
}

/** A file as it is published at `path`. */
export function createStaticFile(
  path: string,
  { absolutePath, sizeBytes, modifiedMs, stamp, isSettled }: SiteFile,
): StaticFile {
  return { path, absolutePath, sizeBytes, modifiedMs, stamp, isSettled };
}
