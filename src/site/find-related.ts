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
  const ownWeights = new Float64Array(postsOfTerm.length);
  return posts.map((_, post) => {
    const own = termsOfPost[post] ?? [];
    const candidates = new Set<number>();
    for (const term of own) {
      ownWeights[term] = weights[term] ?? 0;
      addCandidates(postsOfTerm[term] ?? [], post, candidates);
    }
    candidates.delete(post);
    const best: Scored[] = [];
    for (const candidate of candidates) {
      let score = 0;
      for (const term of termsOfPost[candidate] ?? []) score += ownWeights[term] ?? 0;
      keepBest(best, { candidate, score });
    }
    for (const term of own) ownWeights[term] = 0;
    return best.map(({ candidate }) => posts[candidate]?.path ?? "");
  });
}

interface Scored {
  readonly candidate: number;
  readonly score: number;
}

/** Keeps `best` sorted and no longer than it may be. */
function keepBest(best: Scored[], next: Scored): void {
  let place = best.length;
  while (place > 0 && isCloser(next, best[place - 1])) place--;
  if (place >= MOST_RELATED) return;
  best.splice(place, 0, next);
  if (best.length > MOST_RELATED) best.pop();
}

function isCloser(left: Scored, right: Scored | undefined): boolean {
  if (right === undefined || left.score !== right.score) return left.score > (right?.score ?? 0);
  return left.candidate < right.candidate;
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
