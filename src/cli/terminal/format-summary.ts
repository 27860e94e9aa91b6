import path from "node:path";
import type { BuildResult } from "../../build/build-types.js";
import type { WriteSummary } from "../../model/output.js";
import { countOf, formatCount } from "../../util/text.js";
import { formatSeconds } from "./format-seconds.js";

/** `Built 12 posts, 5 pages, 4 categories, 143 equations`; kinds that the site has none of are left out. */
export function formatSummary({ summary, write, elapsedMs }: BuildResult, verb: string): string {
  const { posts, pages, categories, tags, formulas, codeBlocks } = summary;
  const more: readonly (readonly [number, string, string?])[] = [
    [pages, "page"],
    [categories, "category", "categories"],
    [tags, "tag"],
    [formulas, "equation"],
    [codeBlocks, "code block"],
  ];
  const counts = more.flatMap(([count, one, many]) => (count === 0 ? [] : [countOf(count, one, many)]));
  const time = write === null ? ` in ${formatSeconds(elapsedMs)}` : "";
  return `${verb} ${[countOf(posts, "post"), ...counts].join(", ")}${time}`;
}

/** `39 files written, 4 unchanged, 1 removed -> dist in 1.2 s`. */
export function formatWriteSummary(
  { destinationDir, elapsedMs }: Pick<BuildResult, "destinationDir" | "elapsedMs">,
  { written, unchanged, removed }: WriteSummary,
  currentDir: string,
): string {
  const parts = [`${countOf(written.length, "file")} written`, `${formatCount(unchanged)} unchanged`];
  if (removed.length > 0) parts.push(`${formatCount(removed.length)} removed`);
  return `${parts.join(", ")} -> ${shortPath(destinationDir, currentDir)} in ${formatSeconds(elapsedMs)}`;
}

/** Relative to the current folder where it lies below it. */
export function shortPath(absolutePath: string, currentDir: string): string {
  const relative = path.relative(currentDir, absolutePath);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? absolutePath : relative;
}
