/** Categories and tags as numbers, for what compares posts by them. */
import type { SourceDocument } from "../model/content.js";
import { termKey } from "./find-terms.js";

export interface TermIndex {
  /** For each post the numbers of its terms, ascending, so that equal sets add up to equal scores. */
  readonly termsOfPost: readonly (readonly number[])[];
  /** For each term the indexes of its posts, ascending. */
  readonly postsOfTerm: readonly (readonly number[])[];
}

/** Terms are numbered as they are first met; a category and a tag of one name are two. */
export function indexTerms(posts: readonly SourceDocument[]): TermIndex {
  const postsOfTerm: number[][] = [];
  const createTerm = (): number => postsOfTerm.push([]) - 1;
  const numberOfCategory = createNumbers(createTerm);
  const numberOfTag = createNumbers(createTerm);
  const termsOfPost = posts.map(({ categories, tags }, post) => {
    const terms: number[] = [];
    const add = (term: number): void => {
      const members = postsOfTerm[term];
      if (members === undefined || members.at(-1) === post) return;
      members.push(post);
      terms.push(term);
    };
    for (const name of categories) add(numberOfCategory(name));
    for (const name of tags) add(numberOfTag(name));
    return terms.sort((left, right) => left - right);
  });
  return { termsOfPost, postsOfTerm };
}

/** The number of a name, whichever way it is spelled. */
function createNumbers(create: () => number): (name: string) => number {
  const bySpelling = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (name) => {
    const known = bySpelling.get(name);
    if (known !== undefined) return known;
    const key = termKey(name);
    const number = byKey.get(key) ?? create();
    byKey.set(key, number);
    bySpelling.set(name, number);
    return number;
  };
}
