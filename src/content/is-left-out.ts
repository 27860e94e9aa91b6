/** Which names of a site's folder are no part of the site: Jekyll's EntryFilter, and what our own tools leave behind. */
import type { SiteConfig } from "../model/config.js";
import { fileNameOf } from "../util/path.js";
import { matchesPattern } from "./match-glob.js";

/** At any depth: what package managers and builds leave behind. */
const TOOL_FOLDERS = new Set(["node_modules", ".sass-cache", ".jekyll-cache", ".postulate-cache"]);

/** At the site's root only. */
const ROOT_NAMES = new Set([
  "_site",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "package.json",
  "package-lock.json",
]);
const BUNDLED_GEMS = new Set(["vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby"]);

/**
 * Whether a file or folder is left out by its path (relative to the source, forward slashes). `include` wins over
 * `exclude`, by name at any depth; never over the configuration files and the caches of tools. As in Jekyll a pattern
 * of `exclude` is a glob or the beginning of a path, so `draft` leaves out `drafts/x.md` too.
 */
export function isLeftOut(path: string, config: Pick<SiteConfig, "exclude" | "include">): boolean {
  const name = fileNameOf(path);
  if (/^_config[^/]*\.(?:ya?ml|toml)$/.test(path)) return true;
  if (TOOL_FOLDERS.has(name)) return true;
  if (isIncluded(name, path, config)) return false;
  if (ROOT_NAMES.has(path) || BUNDLED_GEMS.has(path)) return true;
  const excluding = config.exclude.filter((pattern) => !config.include.includes(pattern));
  return excluding.some((pattern) => matchesEntry(pattern, path));
}

/** Whether a name hides its file or folder: a dot, an underscore or `#` before it, `~` before or after it. */
export function isHidden(path: string, config: Pick<SiteConfig, "include">): boolean {
  const name = fileNameOf(path);
  return /^[._#~]|~$/.test(name) && !isIncluded(name, path, config);
}

function isIncluded(name: string, path: string, { include }: Pick<SiteConfig, "include">): boolean {
  return include.some((pattern) => matchesEntry(pattern, name) || matchesEntry(pattern, path));
}

function matchesEntry(pattern: string, path: string): boolean {
  const wanted = pattern.replace(/^(?:\.?\/)+/, "");
  if (wanted === "") return false;
  return path.startsWith(wanted) || wanted === `${path}/` || matchesPattern(wanted, path);
}
