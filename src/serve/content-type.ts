import { lookup } from "mrmime";

/** Endings that the table of mrmime does not know. */
const MORE_TYPES: Readonly<Record<string, string>> = {
  ico: "image/x-icon",
  bib: "text/plain",
  tex: "text/plain",
  py: "text/plain",
};

const TEXT_TYPES =
  /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|ld\+json|(?:atom|rss)\+xml)|image\/svg\+xml)/;

/** The `Content-Type` of a file by its name; the bytes of one without a known ending are not guessed at. */
export function contentTypeOf(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const type =
    (ending === "" ? undefined : (MORE_TYPES[ending] ?? lookup(ending))) ?? "application/octet-stream";
  return TEXT_TYPES.test(type) ? `${type}; charset=utf-8` : type;
}
