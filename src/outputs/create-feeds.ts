/** Atom feeds (RFC 4287) of the site and of each category. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Site, SiteDocument } from "../model/site.js";
import { formatIso8601 } from "../util/time-zone.js";
import { absoluteAddress } from "./absolute-address.js";
import { createFeedEntry, entryUpdated, feedId } from "./create-feed-entry.js";
import { findAuthor, personElement } from "./feed-author.js";
import type { FeedInput } from "./feed-input.js";
import { categoryFeedPath, siteFeedPath } from "./feed-paths.js";
import { findTakenPaths } from "./find-taken-paths.js";
import { escapeXml, xmlElement } from "./xml.js";

/** A feed before it is written. Plain data. */
export interface PlannedFeed {
  readonly path: string;
  readonly title: string;
  /** Root-relative URL of the page that lists the same posts. */
  readonly pageUrl: string;
  readonly source: string;
  readonly posts: readonly SiteDocument[];
}

/**
 * The site's feed, and one for each category, with the newest `feed.postsLimit` posts each. A feed gives way to a file of
 * the author's. Adds `site-url-missing` without a configured `url`.
 */
export function planFeeds(site: Site, report: Report): readonly PlannedFeed[] {
  const { config } = site;
  if (!config.feed.enabled) return [];
  if (config.url === "") report.add(createDiagnostic("site-url-missing", {}, { path: "_config.yml" }));
  const taken = findTakenPaths(site);
  return listFeeds(site).filter(({ path }) => !taken.has(path));
}

function listFeeds({ config, posts, categories }: Site): PlannedFeed[] {
  const limit = config.feed.postsLimit > 0 ? config.feed.postsLimit : posts.length;
  const title = titleOfSite(config.title, config.url);
  const whole = { path: siteFeedPath(config.feed), title, pageUrl: "/", source: "the feed of the site" };
  const feeds: PlannedFeed[] = [{ ...whole, posts: posts.slice(0, limit) }];
  if (!config.feed.categories) return feeds;
  const byPath = new Map(posts.map((post) => [post.path, post]));
  for (const term of categories) {
    feeds.push({
      path: categoryFeedPath(term),
      title: `${title} | ${term.name}`,
      pageUrl: term.url,
      source: `the feed of category "${term.name}"`,
      posts: term.posts.slice(0, limit).flatMap((path) => byPath.get(path) ?? []),
    });
  }
  return feeds;
}

/** Atom demands a title. */
function titleOfSite(title: string, url: string): string {
  return title || url.replace(/^[a-z]+:\/\//i, "") || "Posts";
}

/**
 * The posts whole, with absolute addresses. Ids are those of jekyll-feed, so that a blog that moves shows no post twice.
 * Nothing depends on the clock: a feed was updated when its last post was, an empty one in 1970. Without a configured
 * `url` addresses are relative, which Atom allows, and ids are UUIDs made from the posts' paths, since an id must be
 * absolute.
 */
export function createFeed({ path, title, pageUrl, posts }: PlannedFeed, input: FeedInput): string {
  const { config } = input.site;
  const selfUrl = absoluteAddress(`/${path}`, config);
  const alternate = { href: absoluteAddress(pageUrl, config), rel: "alternate", type: "text/html" };
  const author = findAuthor(undefined, input.site) ?? { name: title };
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${config.lang === "" ? "" : ` xml:lang="${escapeXml(config.lang)}"`}>`,
    xmlElement("title", {}, title),
    ...(config.description === "" ? [] : [xmlElement("subtitle", {}, config.description)]),
    xmlElement("id", {}, feedId(`/${path}`, config)),
    xmlElement("updated", {}, feedUpdated(posts)),
    xmlElement("link", { href: selfUrl, rel: "self", type: "application/atom+xml" }, null),
    xmlElement("link", { ...alternate, hreflang: config.lang || undefined }, null),
    personElement(author),
    xmlElement("generator", {}, "Postulate"),
    ...posts.map((post) => createFeedEntry(post, input)),
    "</feed>",
    "",
  ].join("\n");
}

function feedUpdated(posts: readonly SiteDocument[]): string {
  const times = posts.map(entryUpdated).sort((left, right) => right.epochMs - left.epochMs);
  return formatIso8601(times[0] ?? { epochMs: 0, offsetMinutes: 0 });
}
