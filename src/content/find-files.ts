/** The search: which files of a folder belong to the site, and as what. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { FoundFile } from "../model/content.js";
import { createStamp, isSettled } from "../util/file-stamp.js";
import { compareText } from "../util/text.js";
import { isHidden, isLeftOut } from "./is-left-out.js";
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
  const specialFolders = findSpecialFolders(config);
  const realSource = realpathSync(sourceDir);
  const search: Search = { ...options, realSource, specialFolders, report, files: new Map() };
  const everything: Region = { role: "other", collection: null, folder: "" };
  walkFolder(search, "", everything, [realSource]);
  for (const [path, region] of specialFolders) {
    if (region !== null) visit(search, path, region, [realSource]);
  }
  for (const path of config.include.filter((pattern) => pattern.includes("/"))) {
    const isFile = statSync(join(sourceDir, path), { throwIfNoEntry: false })?.isFile() ?? false;
    if (isFile && !path.split("/").includes("..")) visit(search, path, everything, [realSource]);
  }
  return [...search.files.values()].sort((left, right) => compareText(left.path, right.path));
}

interface Search extends FindFilesOptions {
  readonly realSource: string;
  readonly specialFolders: ReadonlyMap<string, Region | null>;
  readonly report: Report;
  readonly files: Map<string, SiteFile>;
}

/** `chain` holds the real paths of the folders on the way, so that a link back to one of them ends there. */
function walkFolder(search: Search, folder: string, region: Region, chain: readonly string[]): void {
  for (const entry of readdirSync(join(search.sourceDir, folder), { withFileTypes: true })) {
    const { name } = entry;
    const path = folder === "" ? name : `${folder}/${name}`;
    if (search.specialFolders.has(path) || isLeftOut(path, search.config)) continue;
    const inner = regionOfFolder(path, name, region);
    if (inner === region && !isKept(path, name, region, search.config)) continue;
    visit(search, path, inner, chain, realPathOf(entry, chain));
  }
}

/** What is no link lies where its folder really is: asking the system for each of ten thousand files takes a while. */
function realPathOf(entry: Dirent, chain: readonly string[]): string | undefined {
  const folder = chain.at(-1);
  return entry.isSymbolicLink() || folder === undefined ? undefined : join(folder, entry.name);
}

function visit(
  search: Search,
  path: string,
  region: Region,
  chain: readonly string[],
  knownReal?: string,
): void {
  const absolutePath = join(search.sourceDir, path);
  const seenMs = Date.now();
  const stats = statSync(absolutePath, { throwIfNoEntry: false });
  const real = stats === undefined ? null : (knownReal ?? realpathSync(absolutePath));
  if (stats === undefined || real === null) {
    // A special folder that does not exist is the common case; anything else that was listed is a dangling link.
    if (!search.specialFolders.has(path)) reportLink(search, path, "its target does not exist");
    return;
  }
  if (!isInside(real, search.realSource)) {
    reportLink(search, path, "it leads out of the site's folder");
  } else if (stats.isDirectory()) {
    const isBuiltSite = existsSync(join(absolutePath, MANIFEST_NAME));
    if (absolutePath === search.destinationDir || isBuiltSite) return;
    if (chain.includes(real)) reportLink(search, path, "it leads back to a folder that it lies in");
    else walkFolder(search, path, region, [...chain, real]);
  } else if (stats.isFile()) {
    const innerPath = region.folder === "" ? path : path.slice(region.folder.length + 1);
    search.files.set(path, {
      ...region,
      path,
      absolutePath,
      innerPath,
      sizeBytes: stats.size,
      modifiedMs: stats.mtimeMs,
      stamp: createStamp(stats),
      isSettled: isSettled(stats, seenMs),
    });
  }
}

/** Hidden names are left out, but templates and data may start with `_`, and `static/` may hold `.well-known`. */
function isKept(path: string, name: string, { role }: Region, config: SiteConfig): boolean {
  if (role === "static") return !/^(?:\.git.*|\.DS_Store|Thumbs\.db|#.*|.*~)$/.test(name);
  if (role === "layout" || role === "include" || role === "data") return !/^[.#~]|~$/.test(name);
  return !isHidden(path, config);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function reportLink(search: Search, path: string, problem: string): void {
  search.report.add(createDiagnostic("content-link", { path, problem }, { path }));
}
