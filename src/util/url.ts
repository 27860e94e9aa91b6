/** URLs of the site: root-relative, percent-encoded, `baseurl` added only where a page is written. */

/**
 * Percent-encodes a path as Jekyll does: letters, digits and `/ : ! $ & ' ( ) * + , ; = @ - . _ ~` stay. What is
 * already encoded is encoded again, so give it plain text.
 */
export function encodePath(path: string): string {
  if (RE_ENCODED.test(path)) return path;
  return encodeURI(path.normalize("NFC").replace(/\p{Cs}/gu, "\uFFFD")).replace(/[?#[\]]/g, (character) =>
    encodeURIComponent(character),
  );
}

/** Of nothing but what stays as it is: nearly every path, and each of ten thousand is encoded several times. */
const RE_ENCODED = /^[\w/:!$&'()*+,;=@.~-]*$/;

/** Percent-encodes what is not encoded yet: `%20` stays, a `%` that encodes nothing is a percent sign. */
export function encodeUrl(url: string): string {
  if (RE_ENCODED.test(url)) return url;
  return url
    .split(/(%[\dA-Fa-f]{2})/)
    .map((part, index) => (index % 2 === 1 ? part : encodePath(part)))
    .join("");
}

/** The plain text of a percent-encoded path; a malformed one comes back as it is. */
export function decodePath(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a reference leads to another host or is no path at all: `https:…`, `//host`, `mailto:…`, `data:…`. */
export function isExternalUrl(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** `/a//b/` for `/a/` and `/b/`, with single slashes; an empty part is left out. */
export function joinPath(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .join("/")
    .replace(/\/{2,}/g, "/");
}

/**
 * The file below the destination that a static host serves for a URL path: `/a/` -> `a/index.html`,
 * `/a.html` -> `a.html`. A path without an ending gets `.html`, as Jekyll writes it.
 */
export function outputPathOf(url: string): string {
  const path = decodePath(url).replace(/^\/+/, "");
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return /\.[^./]+$/.test(path) ? path : `${path}.html`;
}
