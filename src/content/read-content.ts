/** The reading step: all files of a site, understood one by one. */
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Content, SourceDocument, StaticFile } from "../model/content.js";
import { contentHash } from "../util/hash.js";
import { compareText } from "../util/text.js";
import { createTimeZone, type TimeZone } from "../util/time-zone.js";
import { createFindDefaults } from "./apply-defaults.js";
import { type ContentCache, createContentCache } from "./content-cache.js";
import { dateUndatedPosts } from "./date-undated-posts.js";
import { findFiles, type SiteFile } from "./find-files.js";
import { readData } from "./read-data.js";
import type { ReadingContext } from "./read-document.js";
import { createStaticFile, readDocuments } from "./read-documents.js";
import { findThemeFiles, readTemplates } from "./read-templates.js";

export interface ReadContentOptions {
  /** Absolute. */
  readonly sourceDir: string;
  /** Absolute; left out of the search when inside the source. */
  readonly destinationDir: string;
  /** Absolute: holds `layouts/`, with `includes/` inside, and `static/` of the default theme. */
  readonly themeDir: string;
  readonly config: SiteConfig;
}

/** Every file of a site, and those of the theme that it does not have itself. */
export interface FoundContent {
  readonly files: readonly SiteFile[];
  readonly themeFiles: readonly SiteFile[];
}

/** Looks for the files and opens none of them. */
export function findContent(
  { sourceDir, destinationDir, themeDir, config }: ReadContentOptions,
  report: Report,
): FoundContent {
  return {
    files: findFiles({ sourceDir, destinationDir, config }, report),
    themeFiles: findThemeFiles(themeDir, sourceDir, config, report),
  };
}

/**
 * Reads a whole site. Documents, static files and skipped ones come by path in code unit order, templates by name. All
 * files are tried, whatever is wrong with one of them. Give the `cache` of the session to read only changed texts anew;
 * the result is the same without it. `found` is given where the search was made before.
 */
export function readContent(
  options: ReadContentOptions,
  report: Report,
  cache: ContentCache = createContentCache(),
  found: FoundContent = findContent(options, report),
): Content {
  const { sourceDir, config } = options;
  const { files, themeFiles } = found;
  const zone = createTimeZone(config.timezone) ?? requireUtc();
  const context: ReadingContext = {
    config,
    zone,
    findDefaults: createFindDefaults(config.defaults),
    hasOwnLayouts: files.some(({ role, folder }) => role === "layout" && folder === config.layoutsDir),
    report,
  };
  const key = contentHash(JSON.stringify([config, context.hasOwnLayouts]));
  const { documents, staticFiles, skipped } = readDocuments(files, context, { cache, key });
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
