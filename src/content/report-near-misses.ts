/** Keys that are probably misspelt. Keys of one's own are welcome, so only the very nearest are named. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { FrontMatter } from "./front-matter.js";

/** Keys that mean something to a document. */
const KNOWN_KEYS = [
  "author",
  "authors",
  "categories",
  "category",
  "date",
  "description",
  "draft",
  "excerpt",
  "excerpt_separator",
  "hidden",
  "image",
  "lang",
  "last_modified_at",
  "last-modified-at",
  "layout",
  "permalink",
  "published",
  "redirect_from",
  "redirect_to",
  "render_with_liquid",
  "sitemap",
  "slug",
  "tag",
  "tags",
  "title",
];

/** Adds `front-matter-unknown-key` for each own key that is one slip away from a known one that is absent. */
export function reportNearMisses(frontMatter: FrontMatter, ownKeys: readonly string[], report: Report): void {
  for (const key of ownKeys) {
    if (KNOWN_KEYS.includes(key)) continue;
    const nearest = KNOWN_KEYS.find((known) => isSlip(key, known) && !ownKeys.includes(known));
    if (nearest === undefined) continue;
    report.add(createDiagnostic("front-matter-unknown-key", { key, nearest }, frontMatter.placeOfKey(key)));
  }
}

/** Another case, `-` for `_`, or one wrong, missing, doubled or swapped letter in a word of five or more. */
function isSlip(key: string, known: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, "");
  const [left, right] = [plain(key), plain(known)];
  if (left === right) return true;
  // `images` beside `image` is more likely meant than misspelt, and so are short words.
  if (right.length < 5 || `${right}s` === left || `${left}s` === right) return false;
  return isOneEditAway(left, right);
}

function isOneEditAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  return (
    rest(left, 1) === rest(right, 1) ||
    rest(left, 1) === rest(right, 0) ||
    rest(left, 0) === rest(right, 1) ||
    (left[start] === right[start + 1] && left[start + 1] === right[start] && rest(left, 2) === rest(right, 2))
  );
}
