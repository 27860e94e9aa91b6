import type { FeedConfig } from "../model/config.js";
import type { Term } from "../model/site.js";

/** Where the site's feed is written; no slash at the start. */
export function siteFeedPath({ path }: FeedConfig): string {
  return path.replace(/^\/+/, "") || "feed.xml";
}

/** Where the feed of a category is written, as jekyll-feed names it; no slash at the start. */
export function categoryFeedPath({ slug }: Term): string {
  return `feed/${slug}.xml`;
}
