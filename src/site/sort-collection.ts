/** The order of a collection's documents. Source: https://jekyllrb.com/docs/collections/#sort-by-front-matter-key */
import type { CollectionConfig } from "../model/config.js";
import type { SourceDocument } from "../model/content.js";
import { compareText } from "../util/text.js";

/**
 * By date, oldest first, those without one after them by path; or by the front-matter key that `sort_by` names, those
 * without it last; then documents that `order` lists (paths below the collection's folder) before all others.
 */
export function sortCollection(
  documents: readonly SourceDocument[],
  { label, values }: Pick<CollectionConfig, "label" | "values">,
): readonly SourceDocument[] {
  const { sort_by: sortKey, order } = values;
  const sorted = documents.toSorted(compareOldestFirst);
  if (typeof sortKey === "string") {
    sorted.sort((left, right) => compareValues(left.frontMatter[sortKey], right.frontMatter[sortKey]));
  }
  if (!Array.isArray(order)) return sorted;
  const ranks = new Map(order.map((path, rank) => [`_${label}/${String(path)}`, rank]));
  const rankOf = ({ path }: SourceDocument): number => ranks.get(path) ?? order.length;
  return sorted.sort((left, right) => rankOf(left) - rankOf(right));
}

function compareOldestFirst(left: SourceDocument, right: SourceDocument): number {
  const leftMs = left.date?.epochMs ?? Number.MAX_SAFE_INTEGER;
  const rightMs = right.date?.epochMs ?? Number.MAX_SAFE_INTEGER;
  return leftMs - rightMs || compareText(left.path, right.path);
}

/** Numbers by size, all else as text, what is missing last. 0 keeps the order there was. */
function compareValues(left: unknown, right: unknown): number {
  const isLeftMissing = left === undefined || left === null;
  const isRightMissing = right === undefined || right === null;
  if (isLeftMissing || isRightMissing) return Number(isLeftMissing) - Number(isRightMissing);
  if (typeof left === "number" && typeof right === "number") return left - right;
  return compareText(String(left), String(right));
}
