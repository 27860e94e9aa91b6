/** Planned feeds as products. */
import type { SiteDocument } from "../model/site.js";
import { createFeed, type PlannedFeed } from "../outputs/create-feeds.js";
import { describeValue } from "../util/describe-value.js";
import { contentHash } from "../util/hash.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import type { Product } from "./product.js";
import type { WatchedSite } from "./watch-site.js";

/** In the order of the feeds. */
export function createFeedProducts(
  feeds: readonly PlannedFeed[],
  bodies: ReadonlyMap<string, StoredBody>,
  watched: WatchedSite,
  { site, tools, versions }: BuildContext,
): readonly Product[] {
  // Of the data, feeds read authors. The options of the renderer, which makes titles, are among the configuration.
  const siteKey = contentHash(describeValue([site.config, site.data.authors]));
  const titleOf = ({ title }: SiteDocument): string => tools.renderInline(title).text;
  const descriptionOf = ({ description, path }: SiteDocument): string =>
    description === "" ? (bodies.get(path)?.excerptText ?? "") : tools.renderInline(description).text;
  return feeds.map((feed) => {
    const { path, title, pageUrl, source, posts } = feed;
    const versionsOfPosts = posts.map((post) => [versions.versionOf(post), bodies.get(post.path)?.key]);
    return {
      path,
      source,
      inputs: [
        { name: "the address of the site", hash: watched.key },
        { name: "the configuration or _data/authors", hash: siteKey },
        { name: "the posts in it", hash: contentHash(describeValue(versionsOfPosts)) },
        { name: "its place in the site", hash: contentHash(describeValue([path, title, pageUrl])) },
      ],
      make() {
        const { result: text, reads } = watched.during(new Map(), ({ links }) =>
          createFeed(feed, { site, links, bodyOf: (path) => bodies.get(path), titleOf, descriptionOf }),
        );
        return { text, reads, diagnostics: [] };
      },
    };
  });
}
