/** The search: which files of a folder belong to the site, and as what. */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { FoundFile } from "../model/content.js";
import { createStamp, isSettled } from "../util/file-stamp.js";
import { compareText } from "../util/text.js";
import { createEntryFilter, type EntryFilter } from "./create-entry-filter.js";
import { MANIFEST_NAME } from "./manifest-name.js";
import { findSpecialFolders, type Region, regionOfFolder } from "./special-folders.js";

/** A file of the site and the region it was found in. */
export interface SiteFile extends FoundFile, Region {
  /** The path below the region's folder. */
  readonly innerPath: string;
}

export interface FindFilesOptions {
  /** Absolute. */
  readonly sourceDir: string;
  /** Absolute; left out of the search when inside the source. */
  readonly destinationDir: string;
  readonly config: SiteConfig;
}

/**
 * Every file of a site, by path in code unit order. Follows Jekyll's `EntryFilter` and readers
 * (https://jekyllrb.com/docs/configuration/options/). Symbolic links are followed within the source only.
 * Adds `content-link` for one that is not followed.
 */
export function findFiles(options: FindFilesOptions, report: Report): readonly SiteFile[] {
  const { sourceDir, config } = options;
  if (!existsSync(sourceDir)) return [];
  const search = createSearch(options, report);
  const everything: Region = { role: "other", collection: null, folder: "" };
  walkFolder(search, entryAt(search, ""), everything, [search.realSource]);
  findInSpecialFolders(search);
  for (const path of config.include.filter((pattern) => pattern.includes("/"))) {
    const isFile = statSync(join(sourceDir, path), { throwIfNoEntry: false })?.isFile() ?? false;
    if (isFile && !path.split("/").includes(".."))
      visit(search, entryAt(search, path), everything, [search.realSource]);
  }
  return sortFiles(search);
}

/** The files of the folders with a fixed place alone, found as `findFiles` finds them; nothing else is looked at. */
export function findFilesOfSpecialFolders(options: FindFilesOptions, report: Report): readonly SiteFile[] {
  const search = createSearch(options, report);
  findInSpecialFolders(search);
  return sortFiles(search);
}

interface Search extends FindFilesOptions {
  readonly realSource: string;
  readonly specialFolders: ReadonlyMap<string, Region | null>;
  readonly filter: EntryFilter;
  readonly report: Report;
  readonly files: Map<string, SiteFile>;
}

function createSearch(options: FindFilesOptions, report: Report): Search {
  const { sourceDir, config } = options;
  return {
    ...options,
    realSource: realpathSync(sourceDir),
    specialFolders: findSpecialFolders(config),
    filter: createEntryFilter(config),
    report,
    files: new Map(),
  };
}

function findInSpecialFolders(search: Search): void {
  for (const [path, region] of search.specialFolders) {
    if (region !== null) visit(search, entryAt(search, path), region, [search.realSource]);
  }
}

function sortFiles({ files }: Search): readonly SiteFile[] {
  return [...files.values()].sort((left, right) => compareText(left.path, right.path));
}

interface Entry {
  /** Relative to the source, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  /** The real path, of what is known to be no link: asking the system for each of ten thousand files takes a while. */
  readonly real?: string | undefined;
}

function entryAt({ sourceDir }: Search, path: string): Entry {
  return { path, absolutePath: join(sourceDir, path) };
}

/** `chain` holds the real paths of the folders on the way, so that a link back to one of them ends there. */
function walkFolder(search: Search, folder: Entry, region: Region, chain: readonly string[]): void {
  const { specialFolders, filter } = search;
  const realFolder = chain.at(-1) ?? search.realSource;
  for (const entry of readdirSync(folder.absolutePath, { withFileTypes: true })) {
    const { name } = entry;
    const path = folder.path === "" ? name : `${folder.path}/${name}`;
    if (specialFolders.has(path) || filter.isLeftOut(path)) continue;
    const inner = regionOfFolder(path, name, region);
    if (inner === region && !filter.isKept(path, region.role)) continue;
    const real = entry.isSymbolicLink() ? undefined : pathInside(realFolder, name);
    visit(search, { path, absolutePath: pathInside(folder.absolutePath, name), real }, inner, chain);
  }
}

function pathInside(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

function visit(search: Search, entry: Entry, region: Region, chain: readonly string[]): void {
  const { path, absolutePath } = entry;
  const seenMs = Date.now();
  const stats = statSync(absolutePath, { throwIfNoEntry: false });
  if (stats === undefined) {
    // A special folder that does not exist is the common case; anything else that was listed is a dangling link.
    if (!search.specialFolders.has(path)) reportLink(search, path, "its target does not exist");
    return;
  }
  const real = entry.real ?? realpathSync(absolutePath);
  if (!isInside(real, search.realSource)) {
    reportLink(search, path, "it leads out of the site's folder");
  } else if (stats.isDirectory()) {
    const isBuiltSite = existsSync(join(absolutePath, MANIFEST_NAME));
    if (absolutePath === search.destinationDir || isBuiltSite) return;
    if (chain.includes(real)) reportLink(search, path, "it leads back to a folder that it lies in");
    else walkFolder(search, entry, region, [...chain, real]);
  } else if (stats.isFile()) {
    const { role, collection, folder } = region;
    search.files.set(path, {
      role,
      collection,
      folder,
      path,
      absolutePath,
      innerPath: folder === "" ? path : path.slice(folder.length + 1),
      sizeBytes: stats.size,
      modifiedMs: stats.mtimeMs,
      stamp: createStamp(stats),
      isSettled: isSettled(stats, seenMs),
    });
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function reportLink(search: Search, path: string, problem: string): void {
  search.report.add(createDiagnostic("content-link", { path, problem }, { path }));
}
