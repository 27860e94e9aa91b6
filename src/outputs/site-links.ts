/** What a link in a page may lead to, and how it is written for the place where the site is served. */
import type { Site } from "../model/site.js";
import { fileNameOf } from "../util/path.js";
import { decodePath, isExternalUrl, joinPath } from "../util/url.js";
import { documentsWithOutput } from "./documents-with-output.js";

export interface SiteLinks {
  /** Scheme and host; empty when unknown. */
  readonly url: string;
  readonly baseurl: string;
  /** Whether a static host would find a file of the site at a root-relative path without `baseurl`. */
  hasOutput(urlPath: string): boolean;
  /** Endings, with their dot, of the sources that links may name instead of their pages. */
  readonly sourceExtensions: ReadonlySet<string>;
  /** The URL, without `baseurl`, of the document made from a source file. */
  urlOfSource(sourcePath: string): string | undefined;
  /** The same for a post by its file's name, when only one post is called so. */
  urlOfPost(fileName: string): string | undefined;
}

/**
 * `outputPaths` are all files that the build will write, not encoded; they stay as they are. The tables are made for the
 * first question that needs them: a build that changes nothing asks none.
 */
export function createSiteLinks(site: Site, outputPaths: Iterable<string>): SiteLinks {
  const documents = documentsWithOutput(site);
  const outputs = once(() => new Set(outputPaths));
  const urls = once(() => new Map(documents.map(({ path, url }) => [path, url])));
  const postUrls = once(() => findPostUrls(site));
  const sourceExtensions = new Set<string>();
  for (const { extension } of documents) if (isSourceExtension(extension)) sourceExtensions.add(extension);
  return {
    url: site.config.url,
    baseurl: site.config.baseurl,
    sourceExtensions,
    hasOutput(urlPath) {
      const path = decodePath(urlPath).replace(/^\/+/, "");
      if (path === "" || path.endsWith("/")) return outputs().has(`${path}index.html`);
      return outputs().has(path) || outputs().has(`${path}.html`) || outputs().has(`${path}/index.html`);
    },
    urlOfSource: (sourcePath) => urls().get(sourcePath),
    urlOfPost: (fileName) => postUrls().get(fileName) ?? undefined,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** `null` for a name that several posts have. */
function findPostUrls({ posts }: Site): ReadonlyMap<string, string | null> {
  const urls = new Map<string, string | null>();
  for (const { path, url } of posts) {
    const fileName = fileNameOf(path);
    urls.set(fileName, urls.has(fileName) ? null : url);
  }
  return urls;
}

/** A link to `x.html` means the page, whatever it is made from. */
function isSourceExtension(extension: string): boolean {
  return extension !== "" && extension !== ".html";
}

/** Whether `resolveLink` could change anything in a page: without a `baseurl` only names of sources matter. */
export function mayNeedLinks(html: string, { baseurl, sourceExtensions }: SiteLinks): boolean {
  return baseurl !== "" || [...sourceExtensions].some((extension) => html.includes(extension));
}

/** The page in which a link stands. */
export interface LinkingPage {
  /** Percent-encoded, without `baseurl`. */
  readonly url: string;
  /** Path of its source; `null` when it has none. */
  readonly sourcePath: string | null;
}

/**
 * A link as it must be written in the page: one to a source file (`../_posts/2021-03-04-x.md`) becomes one to its
 * page, and a root-relative one to a file of this site gets the `baseurl` that its author forgot.
 */
export function resolveLink(link: string, page: LinkingPage, links: SiteLinks): string {
  if (link === "" || link.startsWith("#") || isExternalUrl(link)) return link;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(link) ?? [];
  const target = findSourceUrl(path, page, links);
  if (target !== undefined) return links.baseurl + target + rest;
  if (!path.startsWith("/") || links.baseurl === "" || isBelow(path, links.baseurl)) return link;
  return links.hasOutput(path) ? links.baseurl + link : link;
}

function isBelow(path: string, baseurl: string): boolean {
  return path === baseurl || path.startsWith(`${baseurl}/`);
}

/** Only when no file of the site stands at that very address: an author may publish Markdown as it is. */
function findSourceUrl(path: string, page: LinkingPage, links: SiteLinks): string | undefined {
  if (!links.sourceExtensions.has(/\.[^./]+$/.exec(path)?.[0] ?? "")) return undefined;
  const inSite = path.startsWith(`${links.baseurl}/`) ? path.slice(links.baseurl.length) : path;
  const folder = page.sourcePath === null ? "" : page.sourcePath.replace(/[^/]*$/, "");
  const source = normalizePath(inSite.startsWith("/") ? inSite : joinPath(folder, inSite));
  const plain = decodePath(source);
  const target =
    links.urlOfSource(plain.normalize("NFC")) ?? links.urlOfSource(plain) ?? findPostUrl(plain, links);
  if (target === undefined) return undefined;
  const address = inSite.startsWith("/") ? inSite : joinPath(page.url.replace(/[^/]*$/, ""), inSite);
  return links.hasOutput(`/${normalizePath(address)}`) ? undefined : target;
}

/** The excerpt of a post stands in lists too, where its relative links start from elsewhere. */
function findPostUrl(path: string, links: SiteLinks): string | undefined {
  const fileName = fileNameOf(path);
  return /^\d{2,4}-\d{1,2}-\d{1,2}-/.test(fileName) ? links.urlOfPost(fileName) : undefined;
}

/** Resolves `.` and `..`; no slash at the start. */
function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
