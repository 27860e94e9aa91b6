/** What the name of a post's file says: `2021-03-04-name.md`. */
import { fileNameOf } from "../util/path.js";

export interface FileNameParts {
  /** Without date and ending, and without dots at its end. */
  readonly slug: string;
  /** With its dot, as written; empty when there is none. */
  readonly extension: string;
  /** The digits of the date as written, `2021-3-4`; `null` when the name does not start with one. */
  readonly day: string | null;
}

/**
 * Splits a path's last part. Year with two to four digits, month and day with one or two, as Jekyll's
 * `DATE_FILENAME_MATCHER`. A name that is nothing but a date (`2021-03-04.md`) has that date and is its own slug.
 */
export function parseFileName(path: string): FileNameParts {
  const name = fileNameOf(path);
  const [, stem = name, extension = ""] = /^(.+)(\.[^.]+)$/.exec(name) ?? [];
  const [, day = null, rest = stem] = /^(\d{2,4}-\d{1,2}-\d{1,2})(?:-(.*))?$/.exec(stem) ?? [];
  const slug = (day === null || rest === undefined ? stem : rest).replace(/\.+$/, "");
  return { slug: slug === "" ? stem : slug, extension, day };
}

/** The title of a post without one: `my-first-post` -> `My First Post`, as Jekyll's `titleize_slug`. */
export function titleizeSlug(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}
