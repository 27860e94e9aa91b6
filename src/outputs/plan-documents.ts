/** Plans a page for each document of the site. */
import type { PlannedPage } from "../model/page.js";
import type { Paginator, Site, SiteDocument } from "../model/site.js";
import { outputPathOf } from "../util/url.js";
import { documentsWithOutput } from "./documents-with-output.js";
import { listedPosts } from "./listed-posts.js";
import { pageUrl, paginate } from "./paginate.js";

/**
 * One page per document with output; documents with `redirect_to` are left to `createRedirects`. With `paginate` set,
 * the site's own index page is planned once per page of posts, as jekyll-paginate makes it. `sitemap: false` in the
 * front matter, and any output that is no HTML, make a page unlisted.
 */
export function planDocuments(site: Site): readonly PlannedPage[] {
  const paginated = findPaginatedPage(site);
  const planned: PlannedPage[] = [];
  for (const document of documentsWithOutput(site)) {
    if (document.redirectTo !== null) continue;
    if (document === paginated) planned.push(...planPaginatedPage(document, site));
    else planned.push(planDocument(document));
  }
  return planned;
}

function planDocument(document: SiteDocument): PlannedPage {
  return {
    source: document.path,
    url: document.url,
    outputPath: document.outputPath,
    layout: document.layout,
    document: document.path,
    variables: {},
    posts: null,
    paginator: null,
    isListed: document.outputPath.endsWith(".html") && document.frontMatter.sitemap !== false,
  };
}

function planPaginatedPage(document: SiteDocument, site: Site): PlannedPage[] {
  const { paginatePath, paginate: perPage } = site.config;
  const planned = planDocument(document);
  return paginate(listedPosts(site), perPage ?? 0, paginatePath, document.url).map((paginator) => ({
    ...planned,
    ...placeOfPage(paginator, paginatePath, planned),
    paginator,
  }));
}

function placeOfPage(
  { page }: Paginator,
  pathTemplate: string,
  first: PlannedPage,
): Pick<PlannedPage, "url" | "outputPath" | "variables"> {
  if (page === 1) return { url: first.url, outputPath: first.outputPath, variables: {} };
  const url = pageUrl(page, pathTemplate, first.url);
  return { url, outputPath: outputPathOf(url), variables: { url } };
}

/**
 * The index page that lists posts: the one deepest in the folders on the way to `paginate_path`
 * (`Jekyll::Paginate::Pager.pagination_candidate?`, which takes `index.html` only; here `index.md` counts too).
 */
export function findPaginatedPage({ config, pages }: Site): SiteDocument | undefined {
  if (config.paginate === null) return undefined;
  const folder = `/${config.paginatePath}`.replace(/\/{2,}/g, "/").replace(/[^/]*\/?$/, "");
  return pages
    .filter(({ path, outputPath }) => {
      const isIndex = /(?:^|\/)index\.[^./]+$/.test(path) && outputPath.endsWith(".html");
      return isIndex && folder.startsWith(`/${path.replace(/[^/]*$/, "")}`);
    })
    .sort((left, right) => right.path.length - left.path.length)
    .at(0);
}
