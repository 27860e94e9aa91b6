/** Who wrote a post, as jekyll-feed reads it. */
import type { Site, SiteDocument } from "../model/site.js";
import { isRecord } from "../util/record.js";
import { xmlElement } from "./xml.js";

export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly uri?: string;
}

/**
 * `author` or the first of `authors` of a post: a name, a mapping, or a key of `_data/authors`. Without a post the
 * author of the site. `undefined` when nobody is named.
 */
export function findAuthor(post: SiteDocument | undefined, { config, data }: Site): Person | undefined {
  if (post === undefined) return toPerson(config.values.author) ?? toPerson(config.author);
  const { author, authors } = post.frontMatter;
  const own = author ?? (Array.isArray(authors) ? authors[0] : authors);
  const known = typeof own === "string" && isRecord(data.authors) ? data.authors[own] : undefined;
  return toPerson(known) ?? toPerson(own);
}

export function personElement({ name, email, uri }: Person): string {
  const parts = [
    xmlElement("name", {}, name),
    ...(email === undefined ? [] : [xmlElement("email", {}, email)]),
    ...(uri === undefined ? [] : [xmlElement("uri", {}, uri)]),
  ];
  return `<author>${parts.join("")}</author>`;
}

function toPerson(value: unknown): Person | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : { name: value.trim() };
  if (!isRecord(value)) return undefined;
  const { name, email, uri = value.url } = value;
  if (typeof name !== "string" || name.trim() === "") return undefined;
  return {
    name: name.trim(),
    ...(typeof email === "string" ? { email } : {}),
    ...(typeof uri === "string" ? { uri } : {}),
  };
}
