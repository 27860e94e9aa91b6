import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { UsageError } from "./usage-error.js";

const WRITE_FIRST_POST = 'Write a first post with: postulate new "My first post"';

/** The absolute path of the source. Throws a `UsageError` when it is no folder, or holds nothing to build. */
export function checkSource(source: string | undefined, hasConfig: boolean, currentDir: string): string {
  const sourceDir = findSource(source, currentDir);
  if (hasConfig || holdsSite(sourceDir)) return sourceDir;
  throw new UsageError(
    `There is nothing to build in ${sourceDir}: no _posts, no _config.yml, and no page with front matter`,
    source === undefined ? `${WRITE_FIRST_POST}, or name another folder with --source DIR` : WRITE_FIRST_POST,
  );
}

/** The absolute path of the source. Throws a `UsageError` when it is no folder. */
export function findSource(source: string | undefined, currentDir: string): string {
  const sourceDir = path.resolve(currentDir, source ?? ".");
  const stats = statSync(sourceDir, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new UsageError(`There is no folder ${sourceDir}`, "--source names the folder that holds _posts");
  }
  if (!stats.isDirectory()) {
    throw new UsageError(`${sourceDir} is not a folder`, `Did you mean --source ${path.dirname(sourceDir)}?`);
  }
  return sourceDir;
}

const SITE_ENTRIES = ["_posts", "_drafts", "_config.yml", "_config.yaml"];
/** Pages and folders of categories lie near the top; further down a search would take long in a wrong folder. */
const DEEPEST_LEVEL = 3;

function holdsSite(dir: string, level = 0): boolean {
  if (SITE_ENTRIES.some((name) => existsSync(path.join(dir, name)))) return true;
  const entries = listEntries(dir);
  if (entries.some((entry) => entry.isFile() && isPage(path.join(dir, entry.name)))) return true;
  if (level === DEEPEST_LEVEL) return false;
  return entries.some(
    (entry) =>
      entry.isDirectory() &&
      !/^[._]|^node_modules$|^vendor$/.test(entry.name) &&
      holdsSite(path.join(dir, entry.name), level + 1),
  );
}

function listEntries(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isPage(file: string): boolean {
  if (!/\.(?:md|markdown|mkd|mkdn|mkdown|html?)$/i.test(file)) return false;
  try {
    const descriptor = openSync(file, "r");
    try {
      const start = Buffer.alloc(8);
      readSync(descriptor, start);
      return /^(?:\uFEFF)?---\s/.test(start.toString());
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
