/** Plans the pages that no source file stands for: home, categories, tags, archive, 404. */
import type { PlannedPage } from "../model/page.js";
import type { Site, Term } from "../model/site.js";
import { outputPathOf } from "../util/url.js";
import { categoryFeedPath } from "./feed-paths.js";
import { findTakenPaths } from "./find-taken-paths.js";
import { listedPosts } from "./listed-posts.js";
import { pageUrl, paginate } from "./paginate.js";
import { findPaginatedPage } from "./plan-documents.js";

const POSTS_PER_PAGE = 10;

/**
 * Home (layout `home`), a page per category and tag (`category`, `tag`), their indexes (`categories`, `tags`), the
 * archive and one per year (`archive`), `404.html` (`404`). What the author's own documents or static files write is
 * left out. Posts are listed newest first.
 * A site without tags has no index of tags: many blogs use categories alone.
 */
export function planListings(site: Site): readonly PlannedPage[] {
  const taken = findTakenPaths(site);
  const pages = [
    ...planHome(site, taken),
    ...site.categories.map((term) => planTerm("category", term, site)),
    ...site.tags.map((term) => planTerm("tag", term, site)),
    planPage("/categories/", "categories", "the index of categories", { title: "Categories" }),
    ...(site.tags.length > 0 ? [planPage("/tags/", "tags", "the index of tags", { title: "Tags" })] : []),
    ...planArchives(site),
    { ...planPage("/404.html", "404", "the page for missing addresses", NOT_FOUND), isListed: false },
  ];
  return pages.filter(({ outputPath }) => !taken.has(outputPath));
}

const NOT_FOUND = { title: "Page not found" };

function planPage(
  url: string,
  layout: string,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): PlannedPage {
  const outputPath = outputPathOf(url);
  const nothingListed = { document: null, posts: null, paginator: null };
  return { source, url, outputPath, layout, variables, ...nothingListed, isListed: true };
}

/** With a page of the author's at `/`, or one that paginates elsewhere, there is no generated list of posts. */
function planHome(site: Site, taken: ReadonlySet<string>): PlannedPage[] {
  if (taken.has("index.html")) return [];
  const { paginate: perPage, paginatePath } = site.config;
  const isPaginatedElsewhere = findPaginatedPage(site) !== undefined;
  const size = isPaginatedElsewhere ? 0 : (perPage ?? POSTS_PER_PAGE);
  return paginate(listedPosts(site), size, paginatePath, "/").map((paginator) => ({
    ...planPage(pageUrl(paginator.page, paginatePath, "/"), "home", "the home page", {}),
    paginator,
  }));
}

function planTerm(type: "category" | "tag", term: Term, site: Site): PlannedPage {
  const { feed } = site.config;
  const hasFeed = type === "category" && feed.enabled && feed.categories;
  const page = planPage(term.url, type, `the page of ${type} "${term.name}"`, {
    title: term.name,
    type,
    [type]: term.name,
    slug: term.slug,
    ...(hasFeed ? { feed_url: `/${categoryFeedPath(term)}` } : {}),
  });
  return { ...page, posts: term.posts };
}

function planArchives({ posts, years }: Site): PlannedPage[] {
  const all = planPage("/archive/", "archive", "the archive", { title: "Archive" });
  return [
    { ...all, posts: posts.map(({ path }) => path) },
    ...years.map(({ year, url, posts: ofYear }) => ({
      ...planPage(url, "archive", `the archive of ${year}`, { title: String(year), type: "year", year }),
      posts: ofYear,
    })),
  ];
}
