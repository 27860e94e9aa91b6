/** A folder and what lies in it, file by file. */
import { existsSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, sep } from "node:path";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { FoundFile } from "../model/content.js";
import { createStamp, isSettled } from "../util/file-stamp.js";
import { fileNameOf } from "../util/path.js";
import type { EntryFilter } from "./create-entry-filter.js";
import { MANIFEST_NAME } from "./manifest-name.js";
import { type Region, regionOfFolder } from "./special-folders.js";

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

/** One search, and what it has found. */
export interface Search extends FindFilesOptions {
  readonly realSource: string;
  readonly specialFolders: ReadonlyMap<string, Region | null>;
  readonly filter: EntryFilter;
  readonly report: Report;
  readonly files: Map<string, SiteFile>;
}

export interface Entry {
  /** Relative to the source, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  /** The real path of its folder, if it is known to be no link: asking the system for each of ten thousand takes a while. */
  readonly realFolder: string | null;
}

/** `chain` holds the real paths of the folders on the way, so that a link back to one of them ends there. */
export function walkFolder(search: Search, folder: Entry, region: Region, chain: readonly string[]): void {
  const { specialFolders, filter } = search;
  const realFolder = chain.at(-1) ?? search.realSource;
  for (const listed of readdirSync(folder.absolutePath, { withFileTypes: true })) {
    const { name } = listed;
    const path = folder.path === "" ? name : `${folder.path}/${name}`;
    if (specialFolders.has(path) || filter.isLeftOut(path)) continue;
    const inner = regionOfFolder(path, name, region);
    if (inner === region && !filter.isKept(path, region.role)) continue;
    const absolutePath = pathInside(folder.absolutePath, name);
    visit(
      search,
      { path, absolutePath, realFolder: listed.isSymbolicLink() ? null : realFolder },
      inner,
      chain,
    );
  }
}

function pathInside(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** Adds a file, or what lies in a folder. Adds `content-link` for a link that is not followed. */
export function visit(search: Search, entry: Entry, region: Region, chain: readonly string[]): void {
  const { path, absolutePath, realFolder } = entry;
  const seenMs = Date.now();
  const stats = statSync(absolutePath, { throwIfNoEntry: false });
  if (stats === undefined) {
    // A special folder that does not exist is the common case; anything else that was listed is a dangling link.
    if (!search.specialFolders.has(path)) reportLink(search, path, "its target does not exist");
    return;
  }
  if (realFolder !== null && stats.isFile()) {
    addFile(search, entry, region, stats, seenMs);
    return;
  }
  const real = realFolder === null ? realpathSync(absolutePath) : pathInside(realFolder, fileNameOf(path));
  if (!isInside(real, search.realSource)) {
    reportLink(search, path, "it leads out of the site's folder");
  } else if (stats.isDirectory()) {
    const isBuiltSite = existsSync(join(absolutePath, MANIFEST_NAME));
    if (absolutePath === search.destinationDir || isBuiltSite) return;
    if (chain.includes(real)) reportLink(search, path, "it leads back to a folder that it lies in");
    else walkFolder(search, entry, region, [...chain, real]);
  } else if (stats.isFile()) addFile(search, entry, region, stats, seenMs);
}

function addFile(
  { files }: Search,
  { path, absolutePath }: Entry,
  { role, collection, folder }: Region,
  stats: Stats,
  seenMs: number,
): void {
  files.set(path, {
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

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function reportLink(search: Search, path: string, problem: string): void {
  search.report.add(createDiagnostic("content-link", { path, problem }, { path }));
}
