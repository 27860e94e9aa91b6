/** Filters on URLs. */
import { isExternalUrl } from "../../util/url.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import { asText, type FilterTable, isNil } from "./values.js";

export function createUrlFilters({ config }: ScopeWorld): FilterTable {
  const relative = new Map<string, string>();
  return {
    relative_url(input) {
      if (isNil(input)) return input;
      // The configuration is asked each time, since what is asked is noted; its answer is always the same.
      const { baseurl } = config;
      const path = asText(input);
      const known = relative.get(path);
      if (known !== undefined) return known;
      const url = toRelativeUrl(path, baseurl);
      relative.set(path, url);
      return url;
    },
    absolute_url: (input) =>
      isNil(input) ? input : toAbsoluteUrl(asText(input), config.url, config.baseurl),
    strip_index: (input) => (isNil(input) ? input : asText(input).replace(/\/index\.html?$/, "/")),
    cgi_escape: (input) => encodeForm(asText(input)),
    url_encode: (input) => (isNil(input) ? input : encodeForm(asText(input))),
    url_decode: (input) => (isNil(input) ? input : decodeForm(asText(input))),
    uri_escape: (input) =>
      isNil(input) ? input : encodeURI(asText(input)).replaceAll("%5B", "[").replaceAll("%5D", "]"),
  };
}

/** `baseurl` in front of a path of the site; a URL of another host stays. Source: Jekyll::Filters::URLFilters. */
export function toRelativeUrl(path: string, baseurl: string): string {
  if (isExternalUrl(path)) return path;
  return encodeOnce(baseurl + withSlash(path));
}

/** Without a `url` in the configuration, the same as `relative_url`. */
export function toAbsoluteUrl(path: string, url: string, baseurl: string): string {
  if (isExternalUrl(path)) return path;
  const relative = toRelativeUrl(path, baseurl);
  if (url === "") return relative;
  return relative === "" ? `${url}/` : url + relative;
}

function withSlash(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}

const NOTHING_TO_ENCODE = /^[\w/.~:;,?@&=+$!*'()#-]*$/;

/** Percent-encodes what is not encoded yet. */
function encodeOnce(url: string): string {
  if (NOTHING_TO_ENCODE.test(url)) return url;
  return encodeURI(url.normalize("NFC"))
    .replace(/%25([\da-fA-F]{2})/g, "%$1")
    .replaceAll("%5B", "[")
    .replaceAll("%5D", "]");
}

/** As Ruby's CGI.escape: a space is `+`, and only letters, digits and `-_.~` stay. */
function encodeForm(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
