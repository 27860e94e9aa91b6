/** What all scopes of one engine share: the site, look-ups in it, and the objects already made for templates. */
import type { TemplateSource } from "../../model/content.js";
import type { RenderedBody, RenderedInline } from "../../model/rendered.js";
import type { Site, SiteDocument, Term } from "../../model/site.js";
import type { ZonedTime } from "../../model/time.js";
import { createTimeZone, type TimeZone } from "../../util/time-zone.js";
import type { TemplateEngineOptions, TemplateServices } from "../services.js";
import { createDocumentScope } from "./document-scope.js";
import type { ScopeObject } from "./scope-object.js";
import { TimeValue } from "./time-value.js";

export interface ScopeWorld {
  readonly site: Site;
  readonly zone: TimeZone;
  readonly services: TemplateServices;
  readonly includes: ReadonlyMap<string, TemplateSource>;
  readonly layouts: ReadonlyMap<string, TemplateSource>;
  rendered(path: string): RenderedBody | undefined;
  /** A title or description in its two forms, rendered once. */
  inline(text: string): RenderedInline;
  /** Any document of the site by its path. */
  documentAt(path: string): SiteDocument | undefined;
  /** The one object that templates see for a document. */
  scopeOf(document: SiteDocument): ScopeObject;
  /** The objects for paths, in their order; paths of nothing are passed over. */
  scopesOf(paths: readonly string[]): readonly ScopeObject[];
  categoriesOf(path: string): readonly Term[];
  tagsOf(path: string): readonly Term[];
  time(time: ZonedTime | null): TimeValue | null;
}

export function createScopeWorld(options: TemplateEngineOptions): ScopeWorld {
  const { site, services, layouts, includes } = options;
  const documents = new Map(allDocuments(site).map((document) => [document.path, document]));
  const scopes = new Map<string, ScopeObject>();
  const inlines = new Map<string, RenderedInline>();
  const categories = indexTerms(site.categories);
  const tags = indexTerms(site.tags);
  const world: ScopeWorld = {
    site,
    zone: createTimeZone(site.config.timezone) ?? utc(),
    services,
    includes,
    layouts,
    rendered: (path) => options.rendered(path),
    inline: (text) => remember(inlines, text, () => services.renderInline(text)),
    documentAt: (path) => documents.get(path),
    scopeOf: (document) => remember(scopes, document.path, () => createDocumentScope(document, world)),
    scopesOf: (paths) =>
      paths.flatMap((path) => {
        const document = documents.get(path);
        return document === undefined ? [] : [world.scopeOf(document)];
      }),
    categoriesOf: (path) => categories.get(path) ?? [],
    tagsOf: (path) => tags.get(path) ?? [],
    time: (time) => (time === null ? null : new TimeValue(time)),
  };
  return world;
}

function utc(): TimeZone {
  const zone = createTimeZone("UTC");
  if (zone === null) throw new Error("Node knows no time zone UTC.");
  return zone;
}

/** Posts, pages, then the documents of collections. */
export function allDocuments(site: Site): readonly SiteDocument[] {
  return [...site.posts, ...site.pages, ...Object.values(site.collections).flat()];
}

function indexTerms(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const byPath = new Map<string, Term[]>();
  for (const term of terms) {
    for (const path of term.posts) byPath.set(path, [...(byPath.get(path) ?? []), term]);
  }
  return byPath;
}

function remember<Value>(known: Map<string, Value>, key: string, create: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const created = create();
  known.set(key, created);
  return created;
}
