/** Posts that share terms, without comparing every post with every other. */
import type { SourceDocument } from "../model/content.js";
import { indexTerms, type TermIndex } from "./index-terms.js";

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
  const index = indexTerms(posts);
  const weights = Float64Array.from(index.postsOfTerm, ({ length }) => 1 / Math.sqrt(length));
  const ownWeights = new Float64Array(weights.length);
  const findCandidates = createCandidateFinder(index);
  return posts.map((_, post) => {
    const own = index.termsOfPost[post] ?? [];
    for (const term of own) ownWeights[term] = weights[term] ?? 0;
    const best = createRanking(MOST_RELATED);
    for (const candidate of findCandidates(post)) {
      let score = 0;
      for (const term of index.termsOfPost[candidate] ?? []) score += ownWeights[term] ?? 0;
      best.add(candidate, score);
    }
    for (const term of own) ownWeights[term] = 0;
    return best.list().map((candidate) => posts[candidate]?.path ?? "");
  });
}

/** Gives the posts to compare a post with, each once; to be asked of one post after the other, in their order. */
function createCandidateFinder({ termsOfPost, postsOfTerm }: TermIndex): (post: number) => readonly number[] {
  // For each post the last one that it was a candidate of: quicker than a set for each post.
  const seenFor = new Int32Array(termsOfPost.length).fill(-1);
  const passed = new Int32Array(postsOfTerm.length);
  return (post) => {
    const candidates: number[] = [];
    const addRange = (members: readonly number[], start: number, end: number): void => {
      for (let at = start; at < end; at++) {
        const member = members[at] ?? post;
        if (seenFor[member] === post) continue;
        seenFor[member] = post;
        candidates.push(member);
      }
    };
    seenFor[post] = post;
    for (const term of termsOfPost[post] ?? []) {
      const members = postsOfTerm[term] ?? [];
      // Members come in the order of the posts: so many of them were asked about before.
      const middle = passed[term] ?? 0;
      passed[term] = middle + 1;
      if (members.length <= LONG_TERM) {
        addRange(members, 0, members.length);
        continue;
      }
      addRange(members, 0, NEAREST);
      addRange(members, Math.max(0, middle - NEAREST), Math.min(members.length, middle + NEAREST));
    }
    return candidates;
  };
}

interface Ranking {
  add(candidate: number, score: number): void;
  /** The best first. */
  list(): readonly number[];
}

/** Keeps the `most` best, those with the lowest number first among equals. */
function createRanking(most: number): Ranking {
  const candidates: number[] = [];
  const scores: number[] = [];
  const isBefore = (candidate: number, score: number, place: number): boolean => {
    const other = scores[place] ?? 0;
    return score === other ? candidate < (candidates[place] ?? 0) : score > other;
  };
  return {
    add(candidate, score) {
      let place = candidates.length;
      if (place === most && !isBefore(candidate, score, most - 1)) return;
      if (place === most) place--;
      for (; place > 0 && isBefore(candidate, score, place - 1); place--) {
        candidates[place] = candidates[place - 1] ?? 0;
        scores[place] = scores[place - 1] ?? 0;
      }
      candidates[place] = candidate;
      scores[place] = score;
    },
    list: () => candidates,
  };
}
