/** Which names of a site's folder are no part of the site: Jekyll's EntryFilter, and what our own tools leave behind. */
import type { SiteConfig } from "../model/config.js";
import { fileNameOf } from "../util/path.js";
import { createPatternMatcher } from "./match-glob.js";
import type { FileRole } from "./special-folders.js";

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

/** Paths are relative to the source, with forward slashes. */
export interface EntryFilter {
  /**
   * Whether a file or folder is left out by its path. `include` wins over `exclude`, by name at any depth; never over
   * the configuration files and the caches of tools. As in Jekyll a pattern of `exclude` is a glob or the beginning of a
   * path, so `draft` leaves out `drafts/x.md` too.
   */
  isLeftOut(path: string): boolean;
  /**
   * Whether a name does not hide its file or folder in a place of that role. Hidden is a dot, an underscore or `#` before
   * it, `~` before or after it; but templates and data may start with `_`, and `static/` may hold `.well-known`.
   */
  isKept(path: string, role: FileRole): boolean;
}

/** Makes the patterns of a configuration ready once: each path of a site is asked about. */
export function createEntryFilter({
  include,
  exclude,
}: Pick<SiteConfig, "exclude" | "include">): EntryFilter {
  const including = include.map(createEntryMatcher);
  const excluding = exclude.filter((pattern) => !include.includes(pattern)).map(createEntryMatcher);
  const isIncluded = (name: string, path: string): boolean =>
    including.some((matches) => matches(name) || matches(path));
  return {
    isLeftOut(path) {
      const name = fileNameOf(path);
      if (path.startsWith("_config") && /^_config[^/]*\.(?:ya?ml|toml)$/.test(path)) return true;
      if (TOOL_FOLDERS.has(name)) return true;
      if (isIncluded(name, path)) return false;
      if (ROOT_NAMES.has(path) || BUNDLED_GEMS.has(path)) return true;
      return excluding.some((matches) => matches(path));
    },
    isKept(path, role) {
      const name = fileNameOf(path);
      if (role === "static") return !/^(?:\.git.*|\.DS_Store|Thumbs\.db|#.*|.*~)$/.test(name);
      if (role === "layout" || role === "include" || role === "data") return !/^[.#~]|~$/.test(name);
      return !/^[._#~]|~$/.test(name) || isIncluded(name, path);
    },
  };
}

function createEntryMatcher(pattern: string): (path: string) => boolean {
  const wanted = pattern.replace(/^(?:\.?\/)+/, "");
  if (wanted === "") return () => false;
  const folder = wanted.endsWith("/") ? wanted.slice(0, -1) : wanted;
  const matches = createPatternMatcher(wanted);
  return (path) => path.startsWith(wanted) || path === folder || matches(path);
}
