import type { SourceDocument } from "../model/content.js";
import type { TextStore } from "../util/text-store.js";
import { findRelated } from "./find-related.js";

/**
 * What `findRelated` gives, from the store if it was asked before about as many posts with the same terms: most builds
 * change a text and no term, and a new process needs several times as long for it as one that is warm.
 */
export function findKeptRelated(
  posts: readonly SourceDocument[],
  store: TextStore,
): readonly (readonly string[])[] {
  const key = `related ${JSON.stringify(posts.map(({ categories, tags }) => [categories, tags]))}`;
  const stored = store.get(key);
  if (stored !== undefined) {
    const places = JSON.parse(stored) as readonly (readonly number[])[];
    return places.map((related) => related.map((place) => posts[place]?.path ?? ""));
  }
  const related = findRelated(posts);
  const placeOf = new Map(posts.map(({ path }, place) => [path, place]));
  store.set(key, JSON.stringify(related.map((paths) => paths.map((path) => placeOf.get(path)))));
  return related;
}
