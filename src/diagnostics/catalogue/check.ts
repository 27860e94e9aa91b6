/** What can go wrong in `check/`. */
import { row, suggest } from "../row.js";

/** ` (and on 3 more pages)`, for a fault that a layout repeats. */
function also(morePages: number): string {
  if (morePages === 0) return "";
  return ` (and on ${morePages} more ${morePages === 1 ? "page" : "pages"})`;
}

export const checkCatalogue = {
  "check-target-missing": row<{ kind: string; url: string; nearest: string | undefined; morePages: number }>(
    "warning",
    ({ kind, url, morePages }) =>
      `The ${kind} "${url}" leads to nothing: the site has no such file${also(morePages)}`,
    ({ nearest }) => suggest(nearest, "Correct the address, or add the file"),
  ),
  "check-anchor-missing": row<{
    url: string;
    id: string;
    page: string;
    nearest: string | undefined;
    morePages: number;
  }>(
    "warning",
    ({ url, id, page, morePages }) =>
      `The link "${url}" leads to "#${id}", and nothing on "${page}" has that id${also(morePages)}`,
    ({ nearest }) =>
      suggest(nearest === undefined ? undefined : `#${nearest}`, `Give the heading that is meant {#id}`),
  ),
  "check-url-malformed": row<{ kind: string; url: string; morePages: number }>(
    "warning",
    ({ kind, url, morePages }) => `The ${kind} "${url}" is no valid address${also(morePages)}`,
    () => "Percent-encode what an address cannot hold, such as spaces in the host's name",
  ),
  "check-outside-baseurl": row<{ kind: string; url: string; baseurl: string; morePages: number }>(
    "note",
    ({ kind, url, baseurl, morePages }) =>
      `The ${kind} "${url}" leads out of this site, which is served below "${baseurl}"${also(morePages)}`,
    () => "Write {{ '/path/' | relative_url }} if a page of this site is meant",
  ),
  "check-id-repeated": row<{ id: string; count: number; morePages: number }>(
    "warning",
    ({ id, count, morePages }) =>
      `The id "${id}" stands ${count} times on one page, and links reach only the first${also(morePages)}`,
    () => "Rename all but one",
  ),
  "check-image-without-text": row<{ url: string; morePages: number }>(
    "warning",
    ({ url, morePages }) =>
      `The image "${url}" has no alternative text, so that some readers get nothing${also(morePages)}`,
    () => 'Say in words what it shows, ![like this](…), or write alt="" if it is only decoration',
  ),
};
