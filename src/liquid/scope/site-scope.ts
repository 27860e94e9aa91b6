/** What templates see as `site`. */
import type { Site, SiteDocument, Term } from "../../model/site.js";
import { fileNameOf } from "../../util/path.js";
import { slugify } from "../../util/slugify.js";
import { ALL_KEYS } from "../reads/create-watch.js";
import { relatedSubject, SITE_SUBJECT } from "../subjects.js";
import { createLazyObject, keysOfShape, readKey, readShape, ScopeObject } from "./scope-object.js";
import { allDocuments, type ScopeWorld } from "./scope-world.js";

/** How many related posts Jekyll gives. */
const RELATED_LIMIT = 10;

/** The part that is the same on every page; each key is worked out on its first read. */
export function createSiteScope(world: ScopeWorld): ScopeObject {
  const { site } = world;
  const { config } = site;
  const scopes = (documents: readonly SiteDocument[]): readonly ScopeObject[] => documents.map(world.scopeOf);
  const files = createStaticFiles(world);
  const labels = Object.fromEntries(
    Object.entries(site.collections).map(([label, documents]) => [label, () => scopes(documents)]),
  );
  return createLazyObject(
    "site",
    {
      ...labels,
      time: () => world.time(site.time),
      posts: () => scopes(site.posts),
      pages: () => scopes(site.pages),
      html_pages: () => scopes(site.pages.filter(({ outputPath }) => /\.html?$/.test(outputPath))),
      static_files: () => files,
      html_files: () => files.filter((file) => /^\.html?$/.test(String(readKey(file, "extname")))),
      documents: () => scopes(allDocuments(site).filter(({ collection }) => collection !== null)),
      collections: () => createCollections(world),
      data: () => site.data,
      categories: () => createTerms("site.categories", byFirstPost(site.categories, site), world),
      tags: () => createTerms("site.tags", byFirstPost(site.tags, site), world),
      category_list: () => listTerms(site.categories, world),
      tag_list: () => listTerms(site.tags, world),
      years: () => site.years.map(({ year, url, posts }) => ({ year, url, posts: world.scopesOf(posts) })),
      title: () => config.title,
      title_text: () => world.inline(config.title).text,
      title_html: () => world.inline(config.title).html,
      description: () => config.description,
      url: () => config.url,
      baseurl: () => config.baseurl,
      lang: () => config.lang,
      timezone: () => config.timezone,
      author: () => config.values.author ?? (config.author === "" ? null : config.author),
      related_posts: () => null,
    },
    config.values,
    world.watch.noter(SITE_SUBJECT),
  );
}

/** `site` as one page sees it: `related_posts` are those of the page, filled up with the newest, as in Jekyll. */
export function createSiteScopeFor(
  base: ScopeObject,
  document: SiteDocument | null,
  world: ScopeWorld,
): ScopeObject {
  const shape = ScopeObject.shapeOf(base);
  return new ScopeObject({
    name: shape.name,
    keys: () => keysOfShape(shape),
    read: (key, question) => {
      if (key !== "related_posts") return readShape(shape, key, question);
      world.watch.note(relatedSubject(document?.path ?? ""), ALL_KEYS);
      return findRelated(document, world);
    },
  });
}

export function findRelated(document: SiteDocument | null, world: ScopeWorld): readonly ScopeObject[] {
  const newest = world.site.posts.slice(0, RELATED_LIMIT + 1).map(({ path }) => path);
  const paths = new Set([...(document?.related ?? []), ...newest]);
  if (document !== null) paths.delete(document.path);
  return world.scopesOf([...paths].slice(0, RELATED_LIMIT));
}

/** In the order in which the posts name them, oldest first, as Jekyll lists them. */
function byFirstPost(terms: readonly Term[], { posts }: Site): readonly Term[] {
  const names = posts.toReversed().flatMap(({ categories, tags }) => [...categories, ...tags]);
  const ranks = new Map(names.toReversed().map((name, index) => [name.trim(), -index]));
  const rankOf = ({ name }: Term): number => ranks.get(name) ?? 0;
  return terms.toSorted((left, right) => rankOf(left) - rankOf(right));
}

/** Iterating yields `[name, posts]`; `site.categories.NAME` is a list of posts. */
function createTerms(name: string, terms: readonly Term[], world: ScopeWorld): ScopeObject {
  const byName = new Map(terms.map((term) => [term.name, term]));
  // A term that authors write in several ways has one name here; each of them finds it.
  const bySlug = new Map(terms.map((term) => [term.slug, term]));
  const known = new Map<string, readonly ScopeObject[]>();
  return new ScopeObject({
    name,
    keys: () => [...byName.keys()],
    read: (key) => {
      const term = byName.get(key) ?? bySlug.get(slugify(key));
      if (term === undefined) return undefined;
      const posts = known.get(key) ?? world.scopesOf(term.posts);
      known.set(key, posts);
      return posts;
    },
  });
}

function listTerms(terms: readonly Term[], world: ScopeWorld): readonly ScopeObject[] {
  return terms.map(({ name, slug, url, posts }) =>
    createLazyObject(`term ${name}`, {
      name: () => name,
      slug: () => slug,
      url: () => url,
      count: () => posts.length,
      posts: () => world.scopesOf(posts),
    }),
  );
}

/** In the order of the configuration, `posts` last, as Jekyll adds it. */
function createCollections(world: ScopeWorld): readonly ScopeObject[] {
  const { site } = world;
  const configured = new Map(site.config.collections.map((collection) => [collection.label, collection]));
  const collections = [...Object.entries(site.collections), ["posts", site.posts] as const];
  return collections.map(([label, documents]) =>
    createLazyObject(
      `collection ${label}`,
      {
        label: () => label,
        docs: () => documents.map(world.scopeOf),
        output: () => configured.get(label)?.output ?? label === "posts",
        relative_directory: () => `_${label}`,
        files: () => [],
      },
      configured.get(label)?.values,
    ),
  );
}

function createStaticFiles({ site, zone, time }: ScopeWorld): readonly ScopeObject[] {
  return site.staticFiles.map(({ path, modifiedMs }) => {
    const name = fileNameOf(path);
    const dot = name.lastIndexOf(".");
    const extname = dot <= 0 ? "" : name.slice(dot);
    return createLazyObject(`static file ${path}`, {
      path: () => `/${path}`,
      name: () => name,
      basename: () => (extname === "" ? name : name.slice(0, dot)),
      extname: () => extname,
      modified_time: () => time(zone.at(modifiedMs)),
      collection: () => null,
    });
  });
}
