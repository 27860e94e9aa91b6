/** `{% feed_meta %}`: the link by which readers find the site's feed, as jekyll-feed gives it. */

import { escapeHtml } from "../../util/text.js";
import { joinPath } from "../../util/url.js";
import { toAbsoluteUrl } from "../filters/urls.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createFeedMetaTag({ world }: TagServices): TagDefinition {
  const { config } = world;
  return {
    parse: () => (_context, emitter) => {
      if (!config.feed.enabled) return;
      const href = toAbsoluteUrl(joinPath("/", config.feed.path), config.url, config.baseurl);
      const title = config.title === "" ? "" : ` title="${escapeHtml(world.inline(config.title).text)}"`;
      emitter.write(
        `<link type="application/atom+xml" rel="alternate" href="${escapeHtml(href)}"${title} />`,
      );
    },
  };
}
