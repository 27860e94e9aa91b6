/** The files of a built site as a static host serves them. */
import { nearestPath } from "../util/nearest-path.js";
import { decodePath, encodePath } from "../util/url.js";

export interface SiteFiles {
  /** The file served for a path of the site without `baseurl`; `undefined` when there is none. */
  find(urlPath: string): string | undefined;
  /** The URL, without `baseurl`, that is most like one that leads nowhere. */
  findNearest(urlPath: string): string | undefined;
}

/** Comparing names takes time; a site with more broken links than this has other worries than typing errors. */
const MOST_SUGGESTIONS = 200;

export function createSiteFiles(paths: ReadonlySet<string>): SiteFiles {
  const suggestions = new Map<string, string | undefined>();
  const urls = [...paths].map((path) => encodePath(`/${path}`).replace(/(?<=\/)index\.html$/, ""));
  return {
    find(urlPath) {
      const path = decodePath(urlPath).replace(/^\/+/, "");
      if (path === "" || path.endsWith("/")) return [`${path}index.html`].find((file) => paths.has(file));
      return [path, `${path}.html`, `${path}/index.html`].find((file) => paths.has(file));
    },
    findNearest(urlPath) {
      if (!suggestions.has(urlPath) && suggestions.size < MOST_SUGGESTIONS) {
        suggestions.set(urlPath, nearestPath(urlPath, urls));
      }
      return suggestions.get(urlPath);
    },
  };
}
