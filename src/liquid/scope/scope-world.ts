/** What all scopes of one engine share: the site, look-ups in it, and the objects already made for templates. */
import type { SiteConfig } from "../../model/config.js";
import type { RenderedBody, RenderedInline } from "../../model/rendered.js";
import type { Site, SiteDocument, Term } from "../../model/site.js";
import type { ZonedTime } from "../../model/time.js";
import type { TimeZone } from "../../util/time-zone.js";
import type { TimeBook } from "../dates/create-time-book.js";
import type { Watch } from "../reads/create-watch.js";
import type { TemplateServices } from "../services.js";
import type { TemplateShelf } from "../template-shelf.js";
import type { ScopeObject } from "./scope-object.js";
import type { TimeValue } from "./time-value.js";

export interface ScopeWorld {
  /** As it is, for what templates are given. Whatever a tag or filter takes from here by itself is noted by `watch`. */
  readonly site: Site;
  readonly watch: Watch;
  /** The configuration as tags and filters read it: each key is noted. */
  readonly config: SiteConfig;
  /** Of the configuration, which is noted. */
  readonly zone: TimeZone;
  readonly times: TimeBook;
  readonly services: TemplateServices;
  readonly includes: TemplateShelf;
  readonly layouts: TemplateShelf;
  rendered(path: string): RenderedBody | undefined;
  contentVersion(path: string): string | undefined;
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
  /** The one object that templates see for a moment. */
  time(time: ZonedTime | null): TimeValue | null;
  /** The moment of the build. */
  now(): ZonedTime;
}

/** Posts, pages, then the documents of collections. */
export function allDocuments(site: Site): readonly SiteDocument[] {
  return [...site.posts, ...site.pages, ...Object.values(site.collections).flat()];
}
