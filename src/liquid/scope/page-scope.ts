/** What templates see as `page`, `paginator`, `layout`, `jekyll` and `theme`. */
import type { PlannedPage } from "../../model/page.js";
import type { Paginator, SiteDocument } from "../../model/site.js";
import { createLazyObject, keysOfShape, readShape, ScopeObject } from "./scope-object.js";
import type { ScopeWorld } from "./scope-world.js";

/** The version of Jekyll whose behaviour templates meet. */
const JEKYLL_VERSION = "4.4.1";

/** The document's variables with those of the plan over them. */
export function createPageScope(
  page: PlannedPage,
  document: SiteDocument | null,
  world: ScopeWorld,
): ScopeObject {
  const base = document === null ? null : ScopeObject.shapeOf(world.scopeOf(document));
  const own = createPlanTable(page, document, world);
  return new ScopeObject({
    name: base?.name ?? `page ${page.source}`,
    // The plan is known to whoever asks for the page; the document's own values are noted as such.
    read: (key, question) => {
      const read = own.get(key);
      if (read !== undefined) return read();
      return base === null ? undefined : readShape(base, key, question);
    },
    keys: () => [...new Set([...(base === null ? [] : keysOfShape(base)), ...own.keys()])],
  });
}

function createPlanTable(
  { source, url, posts, variables }: PlannedPage,
  document: SiteDocument | null,
  world: ScopeWorld,
): ReadonlyMap<string, () => unknown> {
  const table = new Map<string, () => unknown>([["url", () => url]]);
  for (const [key, value] of Object.entries(variables)) table.set(key, () => value);
  const addMissing = (key: string, read: () => unknown): void => {
    if (!table.has(key)) table.set(key, read);
  };
  if (posts !== null) table.set("posts", () => world.scopesOf(posts));
  if (document === null) addMissing("path", () => source);
  if (typeof variables.title === "string") {
    const { title } = variables;
    addMissing("title_html", () => world.inline(title).html);
    addMissing("title_text", () => world.inline(title).text);
  }
  return table;
}

export function createPaginatorScope(paginator: Paginator, world: ScopeWorld): ScopeObject {
  return createLazyObject("paginator", {
    page: () => paginator.page,
    per_page: () => paginator.perPage,
    posts: () => world.scopesOf(paginator.posts),
    total_posts: () => paginator.totalPosts,
    total_pages: () => paginator.totalPages,
    previous_page: () => paginator.previousPage,
    previous_page_path: () => paginator.previousPagePath,
    next_page: () => paginator.nextPage,
    next_page_path: () => paginator.nextPagePath,
  });
}

/** Names that hold on every page. */
export function createConstants({ site }: ScopeWorld): Readonly<Record<string, unknown>> {
  return {
    jekyll: createLazyObject("jekyll", {
      version: () => JEKYLL_VERSION,
      environment: () => site.config.environment,
    }),
    theme: createLazyObject("theme", {}),
  };
}
