/** What the head of a page says of it: plain readable text throughout, TeX never. Source: the drop of jekyll-seo-tag. */
import { isExternalUrl } from "../../util/url.js";
import { readTime } from "../filters/dates.js";
import { toAbsoluteUrl } from "../filters/urls.js";
import { asText, isHash, readField, readPath } from "../filters/values.js";
import type { RenderState } from "../render-state.js";
import type { ScopeWorld } from "../scope/scope-world.js";

export interface SeoImage {
  readonly url: string;
  readonly width: string;
  readonly height: string;
  readonly alt: string;
}

/** Empty text stands for what the page does not have. */
export interface SeoFacts {
  readonly title: string;
  readonly siteTitle: string;
  /** For `<title>`. */
  readonly fullTitle: string;
  readonly description: string;
  readonly author: string;
  readonly authorUrl: string;
  readonly locale: string;
  /** Empty unless the site's `url` is known, or the page names its own. */
  readonly canonical: string;
  readonly image: SeoImage | null;
  readonly card: string;
  readonly published: string;
  readonly modified: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly twitterSite: string;
  readonly twitterCreator: string;
  readonly verifications: readonly (readonly [name: string, content: string])[];
  readonly type: string;
  readonly name: string;
  readonly links: readonly string[];
}

export function readSeoFacts(state: RenderState, world: ScopeWorld): SeoFacts {
  const { pageScope: page, siteScope: site } = state;
  const plain = (value: unknown): string =>
    asText(value) === "" ? "" : world.inline(asText(value)).text.trim();
  const siteTitle = plain(readField(site, "title") || readField(site, "name"));
  const tagline = plain(readField(site, "tagline"));
  const siteDescription = plain(readField(site, "description"));
  const title = plain(readField(page, "title")) || siteTitle;
  const isHome = /^\/(?:about\/)?(?:index\.html?)?$/.test(asText(readField(page, "url")));
  const image = readImage(state, world);
  const published = isoOf(readField(page, "date"), world);
  return {
    title,
    siteTitle,
    fullTitle: pageNumber(state) + joinTitles(title, siteTitle, tagline || siteDescription),
    description:
      plain(readField(page, "description")) || asText(readField(page, "excerpt_text")) || siteDescription,
    ...readAuthor(state, plain),
    locale: asText(
      readField(page, "locale") ||
        readField(site, "locale") ||
        readField(page, "lang") ||
        readField(site, "lang") ||
        "en_US",
    ).replaceAll("-", "_"),
    canonical: readCanonical(state, world),
    image,
    card:
      image === null
        ? "summary"
        : asText(readPath(page, "twitter.card") || readPath(site, "twitter.card") || "summary_large_image"),
    published,
    modified:
      isoOf(readPath(page, "seo.date_modified") || readField(page, "last_modified_at"), world) || published,
    previousPage: readPageLink(state, "previous_page_path", world),
    nextPage: readPageLink(state, "next_page_path", world),
    twitterSite: handle(readPath(site, "twitter.username")),
    verifications: readVerifications(site),
    type:
      asText(readPath(page, "seo.type")) ||
      (isHome ? "WebSite" : published === "" ? "WebPage" : "BlogPosting"),
    name:
      plain(readPath(page, "seo.name")) || (isHome ? plain(readPath(site, "social.name")) || siteTitle : ""),
    links: readLinks(readPath(page, "seo.links") || (isHome ? readPath(site, "social.links") : null)),
  };
}

function joinTitles(title: string, siteTitle: string, tagline: string): string {
  if (siteTitle !== "" && title !== siteTitle) return `${title} | ${siteTitle}`;
  return siteTitle !== "" && tagline !== "" ? `${siteTitle} | ${tagline}` : title;
}

function pageNumber({ paginatorScope }: RenderState): string {
  const page = readField(paginatorScope, "page");
  return typeof page === "number" && page > 1
    ? `Page ${page} of ${asText(readField(paginatorScope, "total_pages"))} for `
    : "";
}

function isoOf(value: unknown, world: ScopeWorld): string {
  const time = readTime(world, value);
  return time === null ? "" : world.times.formatIso8601(time);
}

function readCanonical({ pageScope }: RenderState, { config }: ScopeWorld): string {
  const own = asText(readField(pageScope, "canonical_url"));
  if (own !== "" || config.url === "") return own;
  const url = asText(readField(pageScope, "url"));
  return toAbsoluteUrl(url, config.url, config.baseurl).replace(/\/index\.html$/, "/");
}

/** An image below the page's own folder is named without a slash, as jekyll-seo-tag reads it from the root. */
function readImage({ pageScope }: RenderState, { config }: ScopeWorld): SeoImage | null {
  const image = readField(pageScope, "image");
  const path = isHash(image) ? asText(image.path ?? image.facebook ?? image.twitter) : asText(image);
  const isAbsolute = isExternalUrl(path);
  if (path === "" || (!isAbsolute && config.url === "")) return null;
  const field = (key: string): string => asText(readField(image, key));
  const url = isAbsolute ? path : toAbsoluteUrl(path, config.url, config.baseurl);
  return { url, width: field("width"), height: field("height"), alt: field("alt") };
}

function readPageLink({ paginatorScope }: RenderState, key: string, { config }: ScopeWorld): string {
  const path = asText(readField(paginatorScope, key));
  return path === "" ? "" : toAbsoluteUrl(path, config.url, config.baseurl);
}

/** The page's author, else the site's: a name, a key of `_data/authors`, or a hash. */
function readAuthor(
  { pageScope, siteScope }: RenderState,
  plain: (value: unknown) => string,
): Pick<SeoFacts, "author" | "authorUrl" | "twitterCreator"> {
  const authors = readField(pageScope, "authors");
  const first: unknown = Array.isArray(authors) ? authors[0] : null;
  const given = readField(pageScope, "author") || first || readField(siteScope, "author");
  const known = typeof given === "string" ? readPath(siteScope, `data.authors.${given}`) : given;
  const facts = isHash(known) ? known : {};
  return {
    author: plain(facts.name ?? (typeof given === "string" ? given : "")),
    authorUrl: asText(facts.url ?? facts.uri),
    twitterCreator: handle(facts.twitter),
  };
}

function handle(name: unknown): string {
  const text = asText(name).replaceAll("@", "");
  return text === "" ? "" : `@${text}`;
}

const VERIFICATION_NAMES = [
  ["google", "google-site-verification"],
  ["bing", "msvalidate.01"],
  ["alexa", "alexaVerifyID"],
  ["yandex", "yandex-verification"],
  ["baidu", "baidu-site-verification"],
  ["facebook", "facebook-domain-verification"],
] as const;

function readVerifications(site: unknown): SeoFacts["verifications"] {
  const own = readField(site, "webmaster_verifications") ?? {
    google: readField(site, "google_site_verification"),
  };
  return VERIFICATION_NAMES.map(([key, name]) => [name, asText(readField(own, key))]);
}

function readLinks(links: unknown): readonly string[] {
  return Array.isArray(links) ? links.map(asText) : [];
}
