/** What a request asks for: plain path segments that cannot lead out of the site. */
export interface RequestPath {
  /** Decoded, starting with a slash. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
}

/**
 * Reads the target of a request line. `null` for everything that no link of a site can hold: a path that is not
 * absolute, a malformed encoding, `.` and `..` as segments, slashes and NULs that hide in an encoding.
 */
export function readRequestPath(target: string): RequestPath | null {
  const queryStart = target.indexOf("?");
  const encodedPath = queryStart === -1 ? target : target.slice(0, queryStart);
  const query = queryStart === -1 ? "" : target.slice(queryStart);
  if (!encodedPath.startsWith("/")) return null;
  const segments: string[] = [];
  for (const encoded of encodedPath.split("/")) {
    const segment = decodeSegment(encoded);
    if (segment === null || segment === "." || segment === ".." || /[/\\\0]/.test(segment)) return null;
    segments.push(segment);
  }
  return { path: segments.join("/"), query };
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
