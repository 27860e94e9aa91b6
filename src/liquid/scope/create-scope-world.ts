import type { SiteConfig } from "../../model/config.js";
import type { RenderedInline } from "../../model/rendered.js";
import type { Term } from "../../model/site.js";
import type { ZonedTime } from "../../model/time.js";
import { createTimeZone, type TimeZone } from "../../util/time-zone.js";
import { createTimeBook } from "../dates/create-time-book.js";
import { createWatch, valueAt, type Watch } from "../reads/create-watch.js";
import type { TemplateEngineOptions } from "../services.js";
import { CONFIG_SUBJECT, SITE_SUBJECT } from "../subjects.js";
import { createTemplateShelf } from "../template-shelf.js";
import { createDocumentScope } from "./document-scope.js";
import type { ScopeObject } from "./scope-object.js";
import { allDocuments, type ScopeWorld } from "./scope-world.js";
import { TimeValue } from "./time-value.js";

/** The world of one engine. Whatever it makes for templates it makes once. */
export function createScopeWorld(options: TemplateEngineOptions): ScopeWorld {
  const { site, services, layouts, includes } = options;
  const documents = new Map(allDocuments(site).map((document) => [document.path, document]));
  const scopes = new Map<string, ScopeObject>();
  const inlines = new Map<string, RenderedInline>();
  const watch = createWatch();
  const zone = createTimeZone(site.config.timezone) ?? utc();
  const times = createTimeBook(zone);
  const moments = new WeakMap<ZonedTime, TimeValue>();
  const noteZone = (): void => watch.note(CONFIG_SUBJECT, valueAt("timezone"));
  const categories = indexTerms(site.categories);
  const tags = indexTerms(site.tags);
  const world: ScopeWorld = {
    site,
    watch,
    config: watchConfig(site.config, watch),
    get zone() {
      noteZone();
      return zone;
    },
    get times() {
      noteZone();
      return times;
    },
    services,
    includes: createTemplateShelf("include", includes, watch),
    layouts: createTemplateShelf("layout", layouts, watch),
    rendered: (path) => options.rendered(path),
    contentVersion: (path) => options.contentVersion?.(path),
    inline: (text) => remember(inlines, text, () => services.renderInline(text)),
    documentAt: (path) => documents.get(path),
    scopeOf: (document) => remember(scopes, document.path, () => createDocumentScope(document, world)),
    scopesOf: (paths) =>
      paths
        .map((path) => documents.get(path))
        .filter((document) => document !== undefined)
        .map(world.scopeOf),
    categoriesOf: (path) => categories.get(path) ?? [],
    tagsOf: (path) => tags.get(path) ?? [],
    time: (time) => (time === null ? null : remember(moments, time, () => new TimeValue(time))),
    now() {
      watch.note(SITE_SUBJECT, valueAt("time"));
      return site.time;
    },
  };
  return world;
}

function watchConfig(config: SiteConfig, watch: Watch): SiteConfig {
  const note = watch.noter(CONFIG_SUBJECT);
  const getters = Object.entries(config).map(([key, value]) => {
    const question = valueAt(key);
    const get = (): unknown => {
      note(question);
      return value;
    };
    return [key, { get, enumerable: true }] as const;
  });
  // Every key is there, and none ever changes: a getter each is faster than a proxy.
  return Object.defineProperties({}, Object.fromEntries(getters)) as SiteConfig;
}

function utc(): TimeZone {
  const zone = createTimeZone("UTC");
  if (zone === null) throw new Error("Node knows no time zone UTC.");
  return zone;
}

function indexTerms(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const byPath = new Map<string, Term[]>();
  for (const term of terms) {
    for (const path of term.posts) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [term]);
      else known.push(term);
    }
  }
  return byPath;
}

interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function remember<Key, Value>(known: Known<Key, Value>, key: Key, create: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const created = create();
  known.set(key, created);
  return created;
}
