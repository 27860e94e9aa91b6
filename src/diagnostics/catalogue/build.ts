/** What can go wrong in `build/`. */
import { row } from "../row.js";

export const buildCatalogue = {
  "front-matter-macro": row<{ name: string }>(
    "warning",
    ({ name }) => `"${name}" is no TeX macro that can be read`,
    () =>
      "A macro is a name of letters, and a definition or a list of a definition and its number of arguments, such as ['\\lVert #1 \\rVert', 1]",
  ),
  "config-file-unreadable": row<{ path: string; reason: string }>(
    "error",
    ({ path, reason }) => `The configuration file "${path}" cannot be read: ${reason}`,
    () => "Check the path given to --config; it is relative to the site's folder",
  ),
  "destination-holds-source": row<{ destination: string }>(
    "error",
    ({ destination }) =>
      `The destination "${destination}" is the site's own folder, or a folder around it, so writing would mix the site with its sources`,
    () => "Choose a folder of its own with --destination, such as dist",
  ),
  "destination-holds-posts": row<{ destination: string; folder: string }>(
    "error",
    ({ destination, folder }) =>
      `The destination "${destination}" lies in "${folder}", where the site's sources are`,
    () => "Choose a folder of its own with --destination, such as dist",
  ),
  "destination-file-not-ours": row<{ path: string; others: number }>(
    "error",
    ({ path, others }) =>
      `The destination already holds "${path}", which this program did not write${others > 0 ? `, and ${others} more such files` : ""}`,
    () => "Move them away, choose another --destination, or pass --force to overwrite them",
  ),
  "destination-not-writable": row<{ path: string; reason: string }>(
    "error",
    ({ path, reason }) => `"${path}" cannot be written: ${reason}`,
    () => "Free space or give write permission, then build again; the last good site is untouched",
  ),
  "destination-interrupted": row<{ path: string; reason: string }>(
    "error",
    ({ path, reason }) => `Writing stopped at "${path}": ${reason}`,
    () => "Some files are already new; build again to finish, nothing that you wrote was touched",
  ),
  // A note: every page is what it should be, so that not even --strict has a reason to fail.
  "cache-not-writable": row<{ path: string; reason: string }>(
    "note",
    ({ path, reason }) => `The cache "${path}" cannot be written: ${reason}`,
    () =>
      "The site is complete, but the next build will know nothing of this one; free space or give write permission, or pass --disable-disk-cache to do without",
  ),
  "sass-error": row<{ detail: string }>(
    "error",
    ({ detail }) => `The style sheet cannot be compiled: ${detail}`,
    () => "Correct the style sheet at this place; imports are looked for in the _sass folder",
  ),
};
