/** What can go wrong in `site/`. */
import { row, suggest } from "../row.js";

export const siteCatalogue = {
  "permalink-outside-site": row<{ permalink: string; reason: string }>(
    "error",
    ({ permalink, reason }) => `The permalink "${permalink}" leads out of the site: ${reason}`,
    () => 'Write a path that starts with one slash, such as "/about/"; the host belongs in the key "url"',
  ),
  "permalink-unknown-placeholder": row<{
    placeholder: string;
    permalink: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    "error",
    ({ placeholder, permalink }) =>
      `The permalink "${permalink}" has an unknown placeholder ":${placeholder}"`,
    ({ nearest, known }) =>
      suggest(
        nearest === undefined ? undefined : `:${nearest}`,
        `Known here are ${known.map((name) => `:${name}`).join(" ")}`,
      ),
  ),
  "permalink-date-missing": row<{ placeholder: string; permalink: string }>(
    "error",
    ({ placeholder, permalink }) =>
      `The permalink "${permalink}" needs a date for ":${placeholder}", and there is none`,
    () => 'Add a "date" to the front matter, or choose a permalink without one',
  ),
  "permalink-style-as-path": row<{ style: string }>(
    "warning",
    ({ style }) => `The permalink "${style}" of one document is a path, not the style of that name`,
    ({ style }) =>
      `Set "permalink: ${style}" in _config.yml, where it is a style, or write out the path that is meant`,
  ),
  "output-path-taken": row<{ outputPath: string; first: string; second: string }>(
    "error",
    ({ outputPath, first, second }) =>
      `"${second}" and "${first}" would both be written to "${outputPath}", and one would be lost`,
    () => 'Give one of them another "permalink", or rename it',
  ),
  "output-path-case": row<{ outputPath: string; otherPath: string; first: string; second: string }>(
    "warning",
    ({ outputPath, otherPath, first, second }) =>
      `"${outputPath}" (from "${second}") and "${otherPath}" (from "${first}") differ only in letter case, which is one file on macOS and Windows`,
    () => "Make the two names differ in more than case",
  ),
  "output-path-below-file": row<{ outputPath: string; filePath: string; first: string; second: string }>(
    "error",
    ({ outputPath, filePath, first, second }) =>
      `"${second}" would be written to "${outputPath}", but "${filePath}" is already a file made from "${first}"`,
    () => 'Give one of them another "permalink": a name cannot be both a file and a folder',
  ),
  "term-slug-shared": row<{ kind: string; name: string; other: string; slug: string }>(
    "warning",
    ({ kind, name, other, slug }) =>
      `The ${kind} "${name}" would have the same address as "${other}", so its page is called "${slug}"`,
    ({ other }) => `If both mean the same, write "${other}" in all posts; if not, rename one of them`,
  ),
  "term-spelling": row<{ kind: string; name: string; other: string }>(
    "note",
    ({ kind, name, other }) =>
      `The ${kind} "${name}" counts as "${other}", which differs only in case or spaces`,
    ({ other }) => `Write "${other}" everywhere`,
  ),
};
