import type { SiteLinks } from "../site-links.js";

/** Stands in for the site's host; RFC 2606 keeps the name free. */
const HOST = "http://site.invalid";

/**
 * The root-relative path, without `baseurl` and percent-encoded, that an image's address means on a page; `undefined`
 * for one of another host, or none. A root-relative address may lack the `baseurl`, which the page gets later.
 */
export function imagePath(
  src: string,
  pageUrl: string,
  { url, baseurl }: Pick<SiteLinks, "url" | "baseurl">,
): string | undefined {
  const own = url !== "" && src.startsWith(`${url}/`) ? src.slice(url.length) : src;
  const base = `${HOST}${baseurl}${pageUrl}`;
  if (src === "" || !URL.canParse(own, base)) return undefined;
  const { origin, pathname } = new URL(own, base);
  if (origin !== HOST) return undefined;
  return baseurl !== "" && pathname.startsWith(`${baseurl}/`) ? pathname.slice(baseurl.length) : pathname;
}
