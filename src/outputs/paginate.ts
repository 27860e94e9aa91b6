/** Cuts a list of posts into pages, as jekyll-paginate does. */
import type { Paginator } from "../model/site.js";
import { encodePath } from "../util/url.js";

/**
 * At least one page, also when there is no post. `perPage` 0 puts all on one. Page 1 stands at `firstUrl`, page n at
 * `pathTemplate` with `:num` replaced, always as a folder: `/page:num` and `/page:num/` both give `/page2/`.
 * Source: https://jekyllrb.com/docs/pagination/
 */
export function paginate(
  posts: readonly string[],
  perPage: number,
  pathTemplate: string,
  firstUrl: string,
): readonly Paginator[] {
  const size = perPage > 0 ? Math.floor(perPage) : Math.max(1, posts.length);
  const totalPages = Math.max(1, Math.ceil(posts.length / size));
  return Array.from({ length: totalPages }, (_, index) => {
    const page = index + 1;
    const hasPrevious = page > 1;
    const hasNext = page < totalPages;
    return {
      page,
      perPage: size,
      posts: posts.slice(index * size, page * size),
      totalPosts: posts.length,
      totalPages,
      previousPage: hasPrevious ? page - 1 : null,
      previousPagePath: hasPrevious ? pageUrl(page - 1, pathTemplate, firstUrl) : null,
      nextPage: hasNext ? page + 1 : null,
      nextPagePath: hasNext ? pageUrl(page + 1, pathTemplate, firstUrl) : null,
    };
  });
}

/** Where page `page` stands: `firstUrl` for 1. Percent-encoded, starts and ends with `/`. */
export function pageUrl(page: number, pathTemplate: string, firstUrl: string): string {
  if (page <= 1) return firstUrl;
  // Without `:num` every page would have the address of page 2.
  const template = pathTemplate.includes(":num") ? pathTemplate : `${pathTemplate}/:num`;
  const path = `/${template}/`.replace(":num", String(page)).replace(/\/{2,}/g, "/");
  return encodePath(path);
}
