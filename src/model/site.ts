/** The site as plain data. Documents refer to one another by path, so that the data stays free of cycles. */
import type { SiteConfig } from "./config.js";
import type { SkippedDocument, SourceDocument, StaticFile } from "./content.js";
import type { ZonedTime } from "./time.js";

/** A document that will be written, with its place in the site. */
export interface SiteDocument extends SourceDocument {
  /** Relative to the site's root, percent-encoded, starts with `/`, without `baseurl`: `/2021/03/04/name.html`. */
  readonly url: string;
  /** Below the destination, not encoded, no slash at the start: `2021/03/04/name.html`. */
  readonly outputPath: string;
  /** The URL without its ending: what Jekyll calls `page.id`. */
  readonly id: string;
  /** Paths of the older and the newer post; `null` at the ends and for pages. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Paths of posts that share categories and tags with this one, closest first; at most ten. */
  readonly related: readonly string[];
}

/** A category or a tag. */
export interface Term {
  /** As first written by an author. */
  readonly name: string;
  /** In URLs and file names: the one slug of this term. */
  readonly slug: string;
  /** Starts with `/`, percent-encoded, without `baseurl`. */
  readonly url: string;
  /** Paths of posts, newest first. */
  readonly posts: readonly string[];
}

/** The posts of one year, newest year first in the site's list. */
export interface YearArchive {
  readonly year: number;
  readonly url: string;
  readonly posts: readonly string[];
}

export interface Site {
  readonly config: SiteConfig;
  /** The moment of the build. Only templates that ask for `site.time` depend on it. */
  readonly time: ZonedTime;
  /** Newest first; of two with one date the later path first, as Jekyll sorts and reverses. */
  readonly posts: readonly SiteDocument[];
  /** By path. */
  readonly pages: readonly SiteDocument[];
  /** Documents of each configured collection, by label; without `posts`. */
  readonly collections: Readonly<Record<string, readonly SiteDocument[]>>;
  /** By name, in the order of the site's language. */
  readonly categories: readonly Term[];
  readonly tags: readonly Term[];
  readonly years: readonly YearArchive[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly staticFiles: readonly StaticFile[];
  readonly skipped: readonly SkippedDocument[];
}

/** What `paginator` is in a template. Paths are URLs without `baseurl`. */
export interface Paginator {
  readonly page: number;
  readonly perPage: number;
  /** Paths of the posts on this page. */
  readonly posts: readonly string[];
  readonly totalPosts: number;
  readonly totalPages: number;
  readonly previousPage: number | null;
  readonly previousPagePath: string | null;
  readonly nextPage: number | null;
  readonly nextPagePath: string | null;
}
