import type { PlannedPage } from "../model/page.js";
import type { RenderedBody } from "../model/rendered.js";
import type { Site } from "../model/site.js";
import type { BuildSummary } from "./build-types.js";

/** What a build made, in numbers. Formulas and code blocks are those of bodies. */
export function summarize(
  site: Site,
  bodies: ReadonlyMap<string, Pick<RenderedBody, "formulas" | "codeBlocks">>,
  pages: readonly PlannedPage[],
): BuildSummary {
  const rendered = [...bodies.values()];
  return {
    posts: site.posts.length,
    pages: pages.length - site.posts.length,
    categories: site.categories.length,
    tags: site.tags.length,
    formulas: rendered.reduce((sum, { formulas }) => sum + formulas, 0),
    codeBlocks: rendered.reduce((sum, { codeBlocks }) => sum + codeBlocks, 0),
  };
}
