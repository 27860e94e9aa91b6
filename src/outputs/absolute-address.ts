import type { SiteConfig } from "../model/config.js";
import { encodeUrl, isExternalUrl } from "../util/url.js";

/**
 * The full address of a URL of the site: `https://host/base/a.html` for `/a.html`. Without a configured `url` only
 * `baseurl` is put before it. Other hosts' addresses come back encoded and otherwise as they are.
 */
export function absoluteAddress(url: string, { url: host, baseurl }: SiteConfig): string {
  if (isExternalUrl(url)) return encodeReserved(url);
  return `${host}${baseurl}${encodeReserved(url.startsWith("/") ? url : `/${url}`)}`;
}

/** `?` and `#` part the query and the fragment here. */
function encodeReserved(url: string): string {
  if (!/[?#]/.test(url)) return encodeUrl(url);
  return url
    .split(/([?#])/)
    .map((part) => (part === "?" || part === "#" ? part : encodeUrl(part)))
    .join("");
}
