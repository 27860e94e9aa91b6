/** Small files that hosts and crawlers look for. */
import type { Output } from "../model/output.js";
import type { Site } from "../model/site.js";
import { absoluteAddress } from "./absolute-address.js";
import { isTakenPath } from "./find-taken-paths.js";

/** `robots.txt` that allows everything and names the sitemap, unless the author has written one. */
export function createRobots(site: Site): readonly Output[] {
  if (isTakenPath("robots.txt", site)) return [];
  const sitemap = site.config.url === "" ? "" : `Sitemap: ${absoluteAddress("/sitemap.xml", site.config)}\n`;
  const content = `User-agent: *\nDisallow:\n${sitemap}`;
  return [{ path: "robots.txt", content, source: "the rules for robots" }];
}

/** `.nojekyll`: tells GitHub Pages that this site is built already. */
export function createNoJekyll(site: Site): readonly Output[] {
  if (isTakenPath(".nojekyll", site)) return [];
  return [{ path: ".nojekyll", content: "", source: "the mark for GitHub Pages" }];
}
