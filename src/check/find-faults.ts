/** What is wrong with the references of one page. */
import type { SiteConfig } from "../model/config.js";
import { nearestName } from "../util/text.js";
import { decodePath } from "../util/url.js";
import type { PageFacts, PageReference } from "./read-page.js";
import type { SiteFiles } from "./site-files.js";

/** A fault without its place. `url` is the reference as it stands on the page, empty for ids. */
export type PageFault =
  | {
      readonly code: "check-target-missing";
      readonly kind: string;
      readonly url: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly code: "check-anchor-missing";
      readonly url: string;
      readonly id: string;
      readonly page: string;
      readonly nearest: string | undefined;
    }
  | { readonly code: "check-url-malformed"; readonly kind: string; readonly url: string }
  | {
      readonly code: "check-outside-baseurl";
      readonly kind: string;
      readonly url: string;
      readonly baseurl: string;
    }
  | {
      readonly code: "check-id-repeated";
      readonly url: "";
      readonly id: string;
      readonly count: number;
    }
  | { readonly code: "check-image-without-text"; readonly url: string };

export interface CheckContext {
  readonly config: Pick<SiteConfig, "url" | "baseurl">;
  readonly files: SiteFiles;
  /** Facts of every HTML page, by output path. */
  readonly pages: ReadonlyMap<string, PageFacts>;
}

/** Stands in for the site's host; RFC 2606 keeps the name free. */
const HOST = "http://site.invalid";

export function findFaults(outputPath: string, facts: PageFacts, context: CheckContext): PageFault[] {
  const repeated = [...facts.ids]
    .filter(([, count]) => count > 1)
    .map(([id, count]): PageFault => ({ code: "check-id-repeated", url: "", id, count }));
  const images = facts.imagesWithoutText.map((url): PageFault => ({ code: "check-image-without-text", url }));
  const base = resolveUrl(facts.base ?? "", pageAddress(outputPath, context.config.baseurl));
  const references = facts.references.flatMap((reference) => findFault(reference, base, context) ?? []);
  return [...references, ...repeated, ...images];
}

function pageAddress(outputPath: string, baseurl: string): string {
  const path = encodeURI(outputPath).replace(/[?#]/g, encodeURIComponent);
  return `${HOST}${baseurl}/${path.replace(/(?<=^|\/)index\.html$/, "")}`;
}

function resolveUrl(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : base;
}

function findFault(
  { kind, url }: PageReference,
  base: string,
  { config, files, pages }: CheckContext,
): PageFault | undefined {
  const ownUrl = toOwnHost(url, config.url);
  if (!URL.canParse(ownUrl, base)) return { code: "check-url-malformed", kind, url };
  const target = new URL(ownUrl, base);
  if (target.origin !== HOST) return undefined;
  const { baseurl } = config;
  const isInside = target.pathname === baseurl || target.pathname.startsWith(`${baseurl}/`);
  // Links may lead to other sites of the host; what a page is made of rarely comes from there.
  if (!isInside && kind === "link") return { code: "check-outside-baseurl", kind, url, baseurl };
  const path = isInside ? target.pathname.slice(baseurl.length) : target.pathname;
  const file = isInside ? files.find(path) : undefined;
  if (file === undefined) {
    const nearest = files.findNearest(path);
    return {
      code: "check-target-missing",
      kind,
      url,
      nearest: nearest === undefined ? undefined : baseurl + nearest,
    };
  }
  return kind === "link" ? findAnchorFault(url, target.hash, file, pages.get(file)) : undefined;
}

/** An absolute address of this site is checked like a relative one. */
function toOwnHost(url: string, ownHost: string): string {
  if (ownHost === "" || !url.startsWith(ownHost)) return url;
  const rest = url.slice(ownHost.length);
  return rest === "" || /^[/?#]/.test(rest) ? HOST + rest : url;
}

function findAnchorFault(
  url: string,
  hash: string,
  file: string,
  facts: PageFacts | undefined,
): PageFault | undefined {
  // Browsers take `#top` and text fragments without any id.
  const fragment = hash.slice(1).replace(/:~:.*$/s, "");
  if (fragment === "" || fragment.toLowerCase() === "top" || facts === undefined) return undefined;
  const id = decodePath(fragment);
  if (facts.ids.has(id) || facts.ids.has(fragment)) return undefined;
  const nearest = nearestName(id, facts.ids.keys());
  return { code: "check-anchor-missing", url, id, page: `/${file}`, nearest };
}
