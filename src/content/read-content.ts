/** The reading step: all files of a site, understood one by one. */

import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { createReport, type Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Content, SkippedDocument, SourceDocument, StaticFile } from "../model/content.js";
import { contentHash } from "../util/hash.js";
import { compareText } from "../util/text.js";
import { createTimeZone, type TimeZone } from "../util/time-zone.js";
import { createFindDefaults } from "./apply-defaults.js";
import { type ContentCache, createContentCache } from "./content-cache.js";
import { dateUndatedPosts } from "./date-undated-posts.js";
import { type DocumentRecord, type FileRecord, recordDocument, restoreDocument } from "./document-record.js";
import { findFiles, type SiteFile } from "./find-files.js";
import { readData } from "./read-data.js";
import { type ReadingContext, readDocument } from "./read-document.js";
import { findThemeFiles, readTemplates } from "./read-templates.js";
import { readFirstBytes, readTextFile } from "./read-text-file.js";
import {
  type SplitText,
  splitFrontMatter,
  startsWithForeignFrontMatter,
  startsWithFrontMatter,
} from "./split-front-matter.js";

export interface ReadContentOptions {
  /** Absolute. */
  readonly sourceDir: string;
  /** Absolute; left out of the search when inside the source. */
  readonly destinationDir: string;
  /** Absolute: holds `layouts/`, with `includes/` inside, and `static/` of the default theme. */
  readonly themeDir: string;
  readonly config: SiteConfig;
}

/**
 * Reads a whole site. Documents, static files and skipped ones come by path in code unit order, templates by name. All
 * files are tried, whatever is wrong with one of them. Give the `cache` of the session to read only changed texts anew;
 * the result is the same without it.
 */
export function readContent(
  options: ReadContentOptions,
  report: Report,
  cache: ContentCache = createContentCache(),
): Content {
  const { sourceDir, themeDir, config } = options;
  const files = findFiles(options, report);
  const themeFiles = findThemeFiles(themeDir, sourceDir, config, report);
  const zone = createTimeZone(config.timezone) ?? requireUtc();
  const context: ReadingContext = {
    config,
    zone,
    findDefaults: createFindDefaults(config.defaults),
    hasOwnLayouts: files.some(({ role, folder }) => role === "layout" && folder === config.layoutsDir),
    report,
  };
  const key = contentHash(JSON.stringify([config, context.hasOwnLayouts]));
  const { documents, staticFiles, skipped } = readDocuments(files, key, context, cache);
  const content = {
    documents: dateUndatedPosts(documents, sourceDir, files, zone, report),
    ...readTemplates(files, themeFiles, config, report, cache),
    data: readData(files, report, cache),
    staticFiles: addThemeFiles(staticFiles, themeFiles, documents),
    skipped,
  };
  cache.endReading(key);
  return content;
}

/** `config/` has reported an unknown zone; every Node knows this one. */
function requireUtc(): TimeZone {
  const zone = createTimeZone("UTC");
  if (zone === null) throw new Error("this Node has no time zone data");
  return zone;
}

interface Sorted {
  readonly documents: SourceDocument[];
  readonly staticFiles: StaticFile[];
  readonly skipped: SkippedDocument[];
}

function readDocuments(
  files: readonly SiteFile[],
  key: string,
  context: ReadingContext,
  cache: ContentCache,
): Sorted {
  const sorted: Sorted = { documents: [], staticFiles: [], skipped: [] };
  for (const file of files) {
    if (file.role === "layout" || file.role === "include" || file.role === "data") continue;
    const record = cache.findRecord(key, file.path);
    const isUnchanged = record?.stamp === file.stamp;
    if (file.role === "static") addStaticFile(sorted, file, context);
    else if (isUnchanged && record.kind === "document") restore(sorted, file, record, null, context, cache);
    else if (isUnchanged) addPlainFile(sorted, file, record, context, cache);
    else readAnew(sorted, file, record, context, cache);
  }
  return sorted;
}

function readAnew(
  sorted: Sorted,
  file: SiteFile,
  record: FileRecord | undefined,
  context: ReadingContext,
  cache: ContentCache,
): void {
  const start = readFirstBytes(file, 256, context.report);
  if (start === null) sorted.skipped.push(createSkipped(file));
  else if (isDocument(file, start, context)) readInto(sorted, file, record, context, cache);
  else addPlainFile(sorted, file, record, context, cache);
}

/** `null` for one that cannot be trusted. */
function stampOf({ stamp, isSettled }: SiteFile): string | null {
  return isSettled ? stamp : null;
}

function addPlainFile(
  sorted: Sorted,
  file: SiteFile,
  record: FileRecord | undefined,
  context: ReadingContext,
  cache: ContentCache,
): void {
  addStaticFile(sorted, file, context);
  const stamp = stampOf(file);
  const isKnown = record?.kind === "file" && record.stamp === stamp;
  cache.keepRecord(file.path, isKnown ? record : { kind: "file", stamp });
}

/** Posts are what reads as one, with front matter or without; elsewhere front matter makes a page. */
function isDocument({ role, path }: SiteFile, start: string, { config }: ReadingContext): boolean {
  if (role === "static") return false;
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const isProse =
    config.markdownExtensions.includes(extension) || extension === "html" || extension === "htm";
  if (startsWithFrontMatter(start))
    return isProse || !/^ya?ml$/.test(extension) || start.split(/^---/m).length > 2;
  return isProse && (role === "post" || role === "draft" || startsWithForeignFrontMatter(start));
}

function readInto(
  sorted: Sorted,
  file: SiteFile,
  record: FileRecord | undefined,
  context: ReadingContext,
  cache: ContentCache,
): void {
  const { path } = file;
  const text = readTextFile(file, context.report);
  if (text === null) {
    sorted.skipped.push(createSkipped(file));
    return;
  }
  const textHash = contentHash(text);
  if (record?.kind === "document" && record.document.textHash === textHash) {
    restore(sorted, file, record, text, context, cache);
    return;
  }
  const split = splitFrontMatter(path, text);
  const report = createReport();
  report.add(...split.diagnostics);
  if (split.isSound) {
    const document = readDocument(
      file,
      { path, split, textHash, headHash: hashOfHead(text, split) },
      { ...context, report },
    );
    sorted.documents.push(document);
    cache.keepRecord(path, recordDocument(document, file, text, report.list()));
  } else sorted.skipped.push({ path, reason: "unreadable", explanation: "its front matter cannot be read" });
  context.report.add(...report.list());
}

/** Of what stands before the body. */
export function hashOfHead(text: string, { body }: Pick<SplitText, "body">): string {
  return contentHash(text.slice(0, text.length - body.length));
}

/** `text` is the file's, if it was read. */
function restore(
  sorted: Sorted,
  file: SiteFile,
  record: DocumentRecord,
  text: string | null,
  { report }: ReadingContext,
  cache: ContentCache,
): void {
  sorted.documents.push(restoreDocument(record, file, text));
  report.add(...record.diagnostics);
  const stamp = stampOf(file);
  cache.keepRecord(file.path, record.stamp === stamp ? record : { ...record, stamp });
}

function createSkipped({ path }: SiteFile): SkippedDocument {
  return { path, reason: "unreadable", explanation: "its file cannot be read as text" };
}

function addStaticFile({ staticFiles }: Sorted, file: SiteFile, { config, report }: ReadingContext): void {
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

/** A file of the theme gives way to the site's own file of the same path, copied or made from a document. */
function addThemeFiles(
  own: readonly StaticFile[],
  themeFiles: readonly SiteFile[],
  documents: readonly SourceDocument[],
): readonly StaticFile[] {
  const added = new Map<string, StaticFile>();
  for (const file of themeFiles) {
    if (file.role === "static") added.set(file.innerPath, createStaticFile(file.innerPath, file));
  }
  for (const { path } of own) added.delete(path);
  for (const { path } of documents) added.delete(path);
  return [...own, ...added.values()].sort((left, right) => compareText(left.path, right.path));
}

function createStaticFile(
  path: string,
  { absolutePath, sizeBytes, modifiedMs, stamp, isSettled }: SiteFile,
): StaticFile {
  return { path, absolutePath, sizeBytes, modifiedMs, stamp, isSettled };
}
