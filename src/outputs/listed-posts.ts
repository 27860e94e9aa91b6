import type { Site } from "../model/site.js";

/** Paths of the posts that lists of pages show, newest first: all but those with `hidden: true`, as jekyll-paginate. */
export function listedPosts({ posts }: Site): readonly string[] {
  return posts.filter(({ frontMatter }) => frontMatter.hidden !== true).map(({ path }) => path);
}
