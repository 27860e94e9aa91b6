import { getCollection } from "astro:content";

/** All posts, newest first: their file names begin with their dates. */
export async function readPosts() {
  return (await getCollection("posts")).sort((one, other) => (one.id < other.id ? 1 : -1));
}

/** The pages of one kind of term, each with its posts. */
export async function createTermPaths(key) {
  const terms = new Map();
  for (const post of await readPosts())
    for (const term of post.data[key]) terms.set(term, [...(terms.get(term) ?? []), post]);
  return [...terms].map(([term, posts]) => ({ params: { term }, props: { posts } }));
}
