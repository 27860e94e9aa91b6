/** The search: which files of a folder belong to the site, and as what. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../diagnostics/report.js";
import { compareText } from "../util/text.js";
import { createEntryFilter } from "./create-entry-filter.js";
import { findSpecialFolders, type Region } from "./special-folders.js";
import {
  type Entry,
  type FindFilesOptions,
  type Search,
  type SiteFile,
  visit,
  walkFolder,
} from "./walk-folder.js";

export type { SiteFile } from "./walk-folder.js";

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

function entryAt({ sourceDir }: Search, path: string): Entry {
  return { path, absolutePath: join(sourceDir, path), realFolder: null };
}
