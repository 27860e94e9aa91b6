import type { RenderedBody } from "../model/rendered.js";
import type { Site, SiteDocument } from "../model/site.js";
import type { SiteLinks } from "./site-links.js";

/** What feeds are made of. */
export interface FeedInput {
  readonly site: Site;
  readonly links: SiteLinks;
  readonly bodyOf: (path: string) => RenderedBody | undefined;
  /** Titles and descriptions as readable Unicode, without TeX or Markdown. */
  readonly titleOf: (document: SiteDocument) => string;
  readonly descriptionOf: (document: SiteDocument) => string;
}
