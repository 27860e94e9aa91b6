/** A page on its way into its layouts. */
import type { Paginator } from "./site.js";

/** One HTML (or other) page that templates make: a document of the site, or a page that no source file stands for. */
export interface PlannedPage {
  /** A source path, or words such as `the page of category "Python"`; for messages. */
  readonly source: string;
  /** Starts with `/`, percent-encoded, without `baseurl`. */
  readonly url: string;
  /** Below the destination, no slash at the start. */
  readonly outputPath: string;
  /** The layout to start from; `null` for none. */
  readonly layout: string | null;
  /** Path of the document that `page` is; `null` for a generated page. */
  readonly document: string | null;
  /** What `page` has beside (or instead of) the document's own variables: `title`, `category` … */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Paths of the posts that the page lists, which templates see as `page.posts`; `null` when it lists none. */
  readonly posts: readonly string[] | null;
  readonly paginator: Paginator | null;
  /** Whether search engines and the sitemap should know of it. */
  readonly isListed: boolean;
}
