/** What all scopes of one engine share: the site, look-ups in it, and the objects already made for templates. */
import type { TemplateSource } from "../../model/content.js";
import type { RenderedBody, RenderedInline } from "../../model/rendered.js";
import type { Site, SiteDocument, Term } from "../../model/site.js";
import type { ZonedTime } from "../../model/time.js";
import type { TimeZone } from "../../util/time-zone.js";
import type { TemplateServices } from "../services.js";
import type { ScopeObject } from "./scope-object.js";
import type { TimeValue } from "./time-value.js";

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

/** Posts, pages, then the documents of collections. */
export function allDocuments(site: Site): readonly SiteDocument[] {
  return [...site.posts, ...site.pages, ...Object.values(site.collections).flat()];
}
