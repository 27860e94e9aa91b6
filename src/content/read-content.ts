/** The reading step: all files of a site, understood one by one. */

import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Content, SkippedDocument, SourceDocument, StaticFile } from "../model/content.js";
import { compareText } from "../util/text.js";
import { createTimeZone, type TimeZone } from "../util/time-zone.js";
import { createFindDefaults } from "./apply-defaults.js";
import { type ContentCache, createContentCache } from "./content-cache.js";
import { dateUndatedPosts } from "./date-undated-posts.js";
import { findFiles, type SiteFile } from "./find-files.js";
import { readData } from "./read-data.js";
import { type ReadingContext, readDocument } from "./read-document.js";
import { findThemeFiles, readTemplates } from "./read-templates.js";
import { readFirstBytes, readTextFile } from "./read-text-file.js";
import { startsWithForeignFrontMatter, startsWithFrontMatter } from "./split-front-matter.js";

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
  const { documents, staticFiles, skipped } = readDocuments(files, context, cache);
  const modifiedMs = new Map(files.map((file) => [file.path, file.modifiedMs]));
  return {
    documents: dateUndatedPosts(documents, sourceDir, modifiedMs, zone, report),
    ...readTemplates(files, themeFiles, config, report, cache),
    data: readData(files, report, cache),
    staticFiles: addThemeFiles(staticFiles, themeFiles, documents),
    skipped,
  };
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

function readDocuments(files: readonly SiteFile[], context: ReadingContext, cache: ContentCache): Sorted {
  const sorted: Sorted = { documents: [], staticFiles: [], skipped: [] };
  for (const file of files) {
    if (file.role === "layout" || file.role === "include" || file.role === "data") continue;
    const start = file.role === "static" ? "" : readFirstBytes(file, 256, context.report);
    if (start === null) sorted.skipped.push(createSkipped(file));
    else if (isDocument(file, start, context)) readInto(sorted, file, context, cache);
    else addStaticFile(sorted, file, context);
  }
  return sorted;
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

function readInto(sorted: Sorted, file: SiteFile, context: ReadingContext, cache: ContentCache): void {
  const { path } = file;
  const text = readTextFile(file, context.report);
  if (text === null) {
    sorted.skipped.push(createSkipped(file));
    return;
  }
  const split = cache.split(path, text);
  context.report.add(...split.diagnostics);
  if (split.isSound) sorted.documents.push(readDocument(file, { path, split }, context));
  else sorted.skipped.push({ path, reason: "unreadable", explanation: "its front matter cannot be read" });
}

function createSkipped({ path }: SiteFile): SkippedDocument {
  return { path, reason: "unreadable", explanation: "its file cannot be read as text" };
}

function addStaticFile({ staticFiles }: Sorted, file: SiteFile, { config, report }: ReadingContext): void {
  const { role, path, innerPath, collection, absolutePath, sizeBytes, modifiedMs } = file;
  if (role === "post" || role === "draft") {
    report.add(createDiagnostic("post-other-file", { path }, { path }));
    return;
  }
  const isWritten =
    role !== "document" || config.collections.some(({ label, output }) => label === collection && output);
  if (!isWritten) return;
  const published = role === "document" ? `${collection}/${innerPath}` : role === "static" ? innerPath : path;
  staticFiles.push({ path: published, absolutePath, sizeBytes, modifiedMs });
}

/** A file of the theme gives way to the site's own file of the same path, copied or made from a document. */
function addThemeFiles(
  own: readonly StaticFile[],
  themeFiles: readonly SiteFile[],
  documents: readonly SourceDocument[],
): readonly StaticFile[] {
  const taken = new Set([...own, ...documents].map(({ path }) => path));
  const added = themeFiles
    .filter(({ role, innerPath }) => role === "static" && !taken.has(innerPath))
    .map(({ innerPath, absolutePath, sizeBytes, modifiedMs }) => ({
      path: innerPath,
      absolutePath,
      sizeBytes,
      modifiedMs,
    }));
  return [...own, ...added].sort((left, right) => compareText(left.path, right.path));
}
