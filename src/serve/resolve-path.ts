/** From a path to a file, as static hosts do it. */
import { encodePath } from "../util/url.js";
import type { RequestPath } from "./read-request-path.js";
import type { ServedFile, SiteFiles } from "./site-files.js";

export type Resolution =
  | { readonly kind: "file"; readonly file: ServedFile }
  | { readonly kind: "redirect"; readonly location: string; readonly status: 301 | 302 }
  | { readonly kind: "missing" };

/**
 * - `/x/` is `x/index.html`.
 * - `/x` is the file `x`, else `x.html`, else a redirect to `/x/` when there is an `x/index.html`.
 * - With a `baseurl` the site starts below it, and `/` leads there.
 */
export async function resolvePath(
  { path, query }: RequestPath,
  files: SiteFiles,
  baseurl: string,
): Promise<Resolution> {
  if (baseurl !== "" && (path === "/" || path === baseurl)) {
    // Not for ever: the next site on this port may have no baseurl.
    return { kind: "redirect", location: `${encodePath(baseurl)}/${query}`, status: 302 };
  }
  if (!path.startsWith(`${baseurl}/`)) return { kind: "missing" };
  const sitePath = path.slice(baseurl.length + 1);
  if (/(?:^|\/)\//.test(sitePath)) return { kind: "missing" };
  const file = await findFirst(files, candidatesOf(sitePath));
  if (file !== null) return { kind: "file", file };
  if (sitePath !== "" && !sitePath.endsWith("/") && (await findFirst(files, [`${sitePath}/index.html`]))) {
    return { kind: "redirect", location: `${encodePath(`${baseurl}/${sitePath}`)}/${query}`, status: 301 };
  }
  return { kind: "missing" };
}

function candidatesOf(sitePath: string): readonly string[] {
  return sitePath === "" || sitePath.endsWith("/")
    ? [`${sitePath}index.html`]
    : [sitePath, `${sitePath}.html`];
}

/** Names as they were asked for come before the composed form that the build writes. */
async function findFirst(files: SiteFiles, paths: readonly string[]): Promise<ServedFile | null> {
  for (const path of new Set(paths.flatMap((one) => [one, one.normalize("NFC")]))) {
    const file = await files.find(path);
    if (file !== null) return file;
  }
  return null;
}
