import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceDocument } from "../model/content.js";
import { createRandom } from "../testing/create-random.js";
import { exampleDocument } from "../testing/example-site.js";
import { findKeptRelated } from "./find-kept-related.js";
import { findRelated } from "./find-related.js";

function createPosts(count: number, seed: number): readonly SourceDocument[] {
  const random = createRandom(seed);
  const pick = (name: string, most: number): string => `${name} ${Math.floor(random() ** 2 * most)}`;
  return Array.from({ length: count }, (_, index) =>
    exampleDocument(`_posts/2021-01-01-${index}.md`, {
      categories: random() < 0.2 ? [] : [pick("Category", 3)],
      tags: Array.from({ length: Math.floor(random() * 5) }, () => pick(random() < 0.5 ? "tag" : "TAG", 40)),
    }),
  );
}

/** By the words of its documentation, one post against all others. */
function findPlainly(posts: readonly SourceDocument[], index: number): readonly string[] {
  const terms = posts.map(({ categories, tags }) => [
    ...new Set([
      ...categories.map((name) => `category ${name.toLowerCase()}`),
      ...tags.map((name) => `tag ${name.toLowerCase()}`),
    ]),
  ]);
  const all = [...new Set(terms.flat())];
  const membersOf = (term: string): number[] =>
    [...posts.keys()].filter((post) => terms[post]?.includes(term) === true);
  const candidates = new Set<number>();
  for (const term of terms[index] ?? []) {
    const members = membersOf(term);
    const middle = members.indexOf(index);
    const looked =
      members.length <= 100
        ? members
        : [...members.slice(0, 20), ...members.slice(Math.max(0, middle - 20), middle + 20)];
    for (const member of looked) if (member !== index) candidates.add(member);
  }
  const scoreOf = (post: number): number =>
    all
      .filter((term) => terms[post]?.includes(term) === true && terms[index]?.includes(term) === true)
      .reduce((sum, term) => sum + 1 / Math.sqrt(membersOf(term).length), 0);
  return [...candidates]
    .map((post) => ({ post, score: scoreOf(post) }))
    .sort((left, right) => right.score - left.score || left.post - right.post)
    .slice(0, 10)
    .map(({ post }) => posts[post]?.path ?? "");
}

test("related posts are those that a comparison by the rule finds, whether terms have few posts or many", () => {
  const posts = createPosts(400, 3);
  const related = findRelated(posts);
  for (let index = 0; index < posts.length; index += 29)
    assert.deepEqual(related[index], findPlainly(posts, index));
});

test("related posts from a store are the same, and others when a term is another", () => {
  const store = new Map<string, string>();
  const posts = createPosts(60, 5);
  assert.deepEqual(findKeptRelated(posts, store), findRelated(posts));
  const renamed = posts.map((post) => ({ ...post, path: `x${post.path}` }));
  assert.deepEqual(findKeptRelated(renamed, store), findRelated(renamed));
  assert.equal(store.size, 1);
  const changed = posts.map((post, index) => (index === 7 ? { ...post, tags: ["tag 1", "tag 2"] } : post));
  assert.deepEqual(findKeptRelated(changed, store), findRelated(changed));
  assert.equal(store.size, 2);
});
