/** Keys that are nearly those of the table: typing errors, most of them. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { editDistance } from "../util/text.js";
import type { LocatedMapping } from "../yaml/located-value.js";
import {
  COMMON_DATA,
  FEED_KEYS_WITHOUT_EFFECT,
  KEYS_WITHOUT_EFFECT,
  UNSUPPORTED_KEYS,
} from "./jekyll-keys.js";
import type { ConfigKeys, ReadContext } from "./value-type.js";

/**
 * Warns of unknown keys that a person probably meant as one of the table, here and in the mappings below. A key that is
 * not near any, or near one that is set as well, is data for templates.
 */
export function findLookalikes(
  keys: ConfigKeys,
  mapping: LocatedMapping,
  prefix: string,
  { report }: ReadContext,
): void {
  for (const [name, { keyPlace, value }] of mapping.entries) {
    const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (known?.type.keys !== undefined && value.kind === "mapping") {
      findLookalikes(known.type.keys, value, `${name}.`, { report, codeThemes: null });
    }
    if (known !== undefined || isOfJekyll(name, prefix)) continue;
    const nearest = findNearest(name, Object.keys(keys));
    if (nearest === undefined || mapping.entries.has(nearest)) continue;
    report.add(createDiagnostic("config-unknown-key", { key: prefix + name, nearest, prefix }, keyPlace));
  }
}

function isOfJekyll(name: string, prefix: string): boolean {
  if (Object.hasOwn(UNSUPPORTED_KEYS, prefix + name)) return true;
  if (prefix === "") return KEYS_WITHOUT_EFFECT.includes(name) || COMMON_DATA.includes(name);
  return prefix === "feed." && FEED_KEYS_WITHOUT_EFFECT.includes(name);
}

/** Stricter than for most names: themes read hundreds of keys of their own, and short words are near to many. */
function findNearest(name: string, candidates: readonly string[]): string | undefined {
  const bare = withoutJoints(name);
  const same = candidates.find((candidate) => withoutJoints(candidate) === bare);
  if (same !== undefined || name.length < 5) return same;
  const allowed = name.length < 8 ? 1 : 2;
  const distances = candidates.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }));
  return distances
    .sort((left, right) => left.distance - right.distance)
    .find(({ distance }) => distance <= allowed)?.candidate;
}

function withoutJoints(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}
