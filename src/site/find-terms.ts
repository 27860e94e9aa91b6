/** The categories or tags of a site, each with its posts and a slug of its own. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SourceDocument } from "../model/content.js";
import type { Place } from "../model/diagnostic.js";
import type { Term } from "../model/site.js";
import { positionOfKey } from "../util/key-positions.js";
import { compareText } from "../util/text.js";
import { encodePath } from "../util/url.js";
import { createNameOrder } from "./create-name-order.js";
import { termSlug } from "./term-slug.js";

export type TermKind = "category" | "tag";

/** What makes two spellings one term: everything but letter case and the number of spaces. */
export function termKey(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/**
 * `posts` come newest first and stay so. Terms come by name in the order of the language `lang`; a term is called as
 * its oldest post calls it, and the older of two terms keeps the plain slug, so that new posts move no page.
 * Adds `term-spelling`, once for each spelling, and `term-slug-shared`.
 */
export function findTerms(
  kind: TermKind,
  posts: readonly SourceDocument[],
  lang: string,
  report: Report,
): readonly Term[] {
  const found = new Map<string, { name: string; posts: string[]; place: Place }>();
  const keys = new Map<string, string>();
  const spellings = new Set<string>();
  for (const post of posts.toReversed()) {
    for (const name of kind === "category" ? post.categories : post.tags) {
      const key = keys.get(name) ?? termKey(name);
      keys.set(name, key);
      if (key === "") continue;
      const term = found.get(key) ?? { name: name.trim(), posts: [], place: placeOfTerms(kind, post) };
      found.set(key, term);
      if (term.posts.at(-1) !== post.path) term.posts.push(post.path);
      const spelling = name.trim();
      if (spelling === term.name || spellings.has(spelling)) continue;
      spellings.add(spelling);
      const facts = { kind, name: spelling, other: term.name };
      report.add(createDiagnostic("term-spelling", facts, placeOfTerms(kind, post)));
    }
  }
  const slugs = new Map<string, string>();
  const terms = [...found.values()].map((term): Term => {
    const slug = takeSlug(kind, term, slugs, report);
    const url = encodePath(`/${kind}/${slug}/`);
    return { name: term.name, slug, url, posts: term.posts.toReversed() };
  });
  const compareNames = createNameOrder(
    lang,
    terms.map(({ name }) => name),
  );
  return terms.sort(
    (left, right) => compareNames(left.name, right.name) || compareText(left.slug, right.slug),
  );
}

/** Writes the slug into `slugs` (slug to name), numbered when another name has it. */
function takeSlug(
  kind: TermKind,
  { name, place }: { name: string; place: Place },
  slugs: Map<string, string>,
  report: Report,
): string {
  const plain = termSlug(name);
  let slug = plain;
  for (let number = 2; slugs.has(slug); number++) slug = `${plain}-${number}`;
  slugs.set(slug, name);
  const other = slugs.get(plain);
  if (slug !== plain && other !== undefined) {
    report.add(createDiagnostic("term-slug-shared", { kind, name, other, slug }, place));
  }
  return slug;
}

function placeOfTerms(kind: TermKind, { path, keyPositions }: SourceDocument): Place {
  const keys = kind === "category" ? ["categories", "category"] : ["tags", "tag"];
  const position = keys.map((key) => positionOfKey(keyPositions, key)).find((found) => found !== undefined);
  return { path, ...position };
}
