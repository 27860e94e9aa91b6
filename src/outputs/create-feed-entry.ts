/** One post in an Atom feed. */
import type { SiteConfig } from "../model/config.js";
import type { SiteDocument } from "../model/site.js";
import type { ZonedTime } from "../model/time.js";
import { contentHash } from "../util/hash.js";
import { isRecord } from "../util/record.js";
import { formatIso8601 } from "../util/time-zone.js";
import { encodeUrl } from "../util/url.js";
import { absoluteAddress } from "./absolute-address.js";
import { findAuthor, personElement } from "./feed-author.js";
import type { FeedInput } from "./feed-input.js";
import { absoluteUrls } from "./finish-html.js";
import { rewriteUrls } from "./rewrite-urls.js";
import { resolveLink } from "./site-links.js";
import { escapeXml, xmlElement } from "./xml.js";

export function createFeedEntry(post: SiteDocument, input: FeedInput): string {
  const { site, bodyOf, titleOf, descriptionOf } = input;
  const { config } = site;
  const url = absoluteAddress(post.url, config);
  const lang = typeof post.frontMatter.lang === "string" ? post.frontMatter.lang : undefined;
  const title = titleOf(post);
  const summary = descriptionOf(post) || bodyOf(post.path)?.excerptText || "";
  const ownAuthor = findAuthor(post, site);
  return [
    `<entry${lang === undefined ? "" : ` xml:lang="${escapeXml(lang)}"`}>`,
    xmlElement("title", {}, title),
    xmlElement("link", { href: url, rel: "alternate", type: "text/html", title }, null),
    xmlElement("id", {}, feedId(post.id, config)),
    xmlElement("published", {}, formatIso8601(post.date ?? entryUpdated(post))),
    xmlElement("updated", {}, formatIso8601(entryUpdated(post))),
    ...(ownAuthor === undefined ? [] : [personElement(ownAuthor)]),
    ...termElements(post),
    ...(summary === "" ? [] : [xmlElement("summary", {}, summary)]),
    ...(isExcerptOnly(post, config) ? [] : [contentElement(post, url, input)]),
    ...imageElements(post, config),
    "</entry>",
  ].join("\n");
}

/** Never the clock: the author's word, or else the date of the post. */
export function entryUpdated({ lastModified, date }: SiteDocument): ZonedTime {
  return lastModified ?? date ?? { epochMs: 0, offsetMinutes: 0 };
}

/** As jekyll-feed: the address without its ending. An id must be absolute (RFC 4287 4.2.6), also without a `url`. */
export function feedId(id: string, config: SiteConfig): string {
  if (config.url !== "") return `${config.url}${config.baseurl}${encodeUrl(id)}`;
  const hash = contentHash(id);
  // RFC 9562 version 8: a UUID whose bits are the maker's own business.
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17)}`;
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

function termElements({ categories, tags }: SiteDocument): string[] {
  return [...new Set([...categories, ...tags])].map((term) => xmlElement("category", { term }, null));
}

function contentElement(post: SiteDocument, url: string, { links, bodyOf, site }: FeedInput): string {
  const html = bodyOf(post.path)?.feedHtml ?? "";
  const page = { url: post.url, sourcePath: post.path };
  const resolved = rewriteUrls(html, (link) => resolveLink(link, page, links));
  const content = site.config.url === "" ? resolved : absoluteUrls(resolved, url);
  return xmlElement("content", { type: "html", "xml:base": url }, content);
}

function imageElements({ image }: SiteDocument, config: SiteConfig): string[] {
  if (image === "") return [];
  const url = absoluteAddress(image, config);
  const media = { "xmlns:media": "http://search.yahoo.com/mrss/", url };
  return [
    xmlElement("media:thumbnail", media, null),
    xmlElement("media:content", { ...media, medium: "image" }, null),
  ];
}

/** jekyll-feed's `excerpt_only`, of the post or of the site. */
function isExcerptOnly({ frontMatter }: SiteDocument, { values }: SiteConfig): boolean {
  const own = readKey(frontMatter.feed, "excerpt_only");
  return own === true || (own !== false && readKey(values.feed, "excerpt_only") === true);
}

function readKey(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
