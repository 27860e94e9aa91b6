/** The tags that are ours. To add one: a file with its definition, and its row here. */
import { createFeedMetaTag } from "./feed-meta.js";
import { gistTag } from "./gist.js";
import { highlightTag } from "./highlight.js";
import { ifchangedTag } from "./ifchanged.js";
import { createIncludeTag } from "./include.js";
import { createIncludeRelativeTag } from "./include-relative.js";
import { createLinkTag, createPostUrlTag } from "./link.js";
import { createSeoTag } from "./seo.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createTags(services: TagServices): Readonly<Record<string, TagDefinition>> {
  return {
    highlight: highlightTag,
    ifchanged: ifchangedTag,
    include: createIncludeTag(services),
    include_cached: createIncludeTag(services),
    include_relative: createIncludeRelativeTag(services),
    link: createLinkTag(services),
    post_url: createPostUrlTag(services),
    seo: createSeoTag(services),
    feed_meta: createFeedMetaTag(services),
    gist: gistTag,
  };
}

/** Tags of LiquidJS that Jekyll does not have and that would look for files. */
export const REMOVED_TAGS: readonly string[] = ["render", "layout", "block"];
