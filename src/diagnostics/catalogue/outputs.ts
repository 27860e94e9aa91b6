/** What can go wrong in `outputs/`. */
import { row, suggest } from "../row.js";

export const outputsCatalogue = {
  "site-url-missing": row<Record<string, never>>(
    "note",
    () =>
      'The configuration has no "url", so there is no sitemap, and the feeds hold relative addresses and stand-in ids',
    () =>
      'Set "url: https://your.host" in _config.yml before you publish: ids change then, and readers would see each post twice',
  ),
  "redirect-over-file": row<{ from: string; outputPath: string; document: string; other: string }>(
    "error",
    ({ from, outputPath, document, other }) =>
      `The redirect from "${from}" in "${document}" would overwrite "${outputPath}", which is made from "${other}"`,
    () => "Take the path out of redirect_from, or move the other page",
  ),
  "redirect-twice": row<{ from: string; document: string; other: string }>(
    "error",
    ({ from, document, other }) => `Both "${document}" and "${other}" redirect from "${from}"`,
    () => "Leave the path in the redirect_from of one of them",
  ),
  "redirect-outside-site": row<{ from: string; document: string }>(
    "error",
    ({ from, document }) => `The redirect from "${from}" in "${document}" is no path below this site`,
    () => 'Write a path that starts with one slash, such as "/old/address/"',
  ),
  "image-file-missing": row<{ url: string; path: string; nearest: string | undefined }>(
    "warning",
    ({ url, path }) => `The image "${url}" leads to nothing: the site has no file "${path}"`,
    ({ nearest }) => suggest(nearest, "Correct the address, or add the file"),
  ),
};
