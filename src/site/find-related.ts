/** Posts that share terms, without comparing every post with every other. */
import type { SourceDocument } from "../model/content.js";
import { termKey } from "./find-terms.js";

const MOST_RELATED = 10;
/** A term with more posts than this says little; of its posts only the newest and the nearest in time are looked at. */
const LONG_TERM = 100;
const NEAREST = 20;

/**
 * For each post (newest first, as given) the paths of at most ten posts that share categories or tags with it, closest
 * first, the newest first among equally close ones. A shared term counts by 1/sqrt(its number of posts), so that
 * rare ones weigh more. Takes time in proportion to the number of posts: at most about `LONG_TERM` candidates a term.
 */
export function findRelated(posts: readonly SourceDocument[]): readonly (readonly string[])[] {
  const { termsOfPost, postsOfTerm } = indexTerms(posts);
  const weights = postsOfTerm.map(({ length }) => 1 / Math.sqrt(length));
  return posts.map((_, post) => {
    const own = new Set(termsOfPost[post]);
    const candidates = new Set<number>();
    for (const term of own) addCandidates(postsOfTerm[term] ?? [], post, candidates);
    candidates.delete(post);
    const scored = Array.from(candidates, (candidate) => {
      let score = 0;
      for (const term of termsOfPost[candidate] ?? []) if (own.has(term)) score += weights[term] ?? 0;
      return { candidate, score };
    });
    scored.sort((left, right) => right.score - left.score || left.candidate - right.candidate);
    return scored.slice(0, MOST_RELATED).map(({ candidate }) => posts[candidate]?.path ?? "");
  });
}

interface TermIndex {
  /** For each post the numbers of its terms, ascending, so that equal sets add up to equal scores. */
  readonly termsOfPost: readonly (readonly number[])[];
  /** For each term the indexes of its posts, ascending. */
  readonly postsOfTerm: readonly (readonly number[])[];
}

function indexTerms(posts: readonly SourceDocument[]): TermIndex {
  const numbers = new Map<string, number>();
  const postsOfTerm: number[][] = [];
  const termsOfPost = posts.map(({ categories, tags }, post) => {
    const keys = [
      ...categories.map((name) => `category ${termKey(name)}`),
      ...tags.map((name) => `tag ${termKey(name)}`),
    ];
    const terms = [...new Set(keys)].map((key) => {
      const term = numbers.get(key) ?? numbers.size;
      numbers.set(key, term);
      const members = postsOfTerm[term] ?? [];
      members.push(post);
      postsOfTerm[term] = members;
      return term;
    });
    return terms.sort((left, right) => left - right);
  });
  return { termsOfPost, postsOfTerm };
}

function addCandidates(members: readonly number[], post: number, candidates: Set<number>): void {
  if (members.length <= LONG_TERM) {
    for (const member of members) candidates.add(member);
    return;
  }
  const middle = findPosition(members, post);
  for (const member of members.slice(0, NEAREST)) candidates.add(member);
  for (const member of members.slice(Math.max(0, middle - NEAREST), middle + NEAREST)) candidates.add(member);
}

/** Binary search in an ascending list. */
function findPosition(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
