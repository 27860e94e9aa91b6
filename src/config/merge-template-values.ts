/** What templates see as `site.<key>`. */
import type { SiteConfig } from "../model/config.js";
import { isNothing, type LocatedMapping, toPlain } from "../yaml/located-value.js";
import type { ConfigKeys } from "./value-type.js";

/**
 * The author's keys over the defaults of the table, and over both what was settled: addresses as they are used, what the
 * command line said. A key whose default is nothing or an empty text is absent, so that `{% if site.title %}` is false
 * as in Jekyll; `baseurl` alone is an empty text then.
 */
export function mergeTemplateValues(
  keys: ConfigKeys,
  mapping: LocatedMapping,
  settled: Omit<SiteConfig, "values">,
): Readonly<Record<string, unknown>> {
  const written = [...mapping.entries].map(([name, { value }]): [string, unknown] => [name, toPlain(value)]);
  const absent = (name: string): boolean => isNothing(mapping.entries.get(name)?.value);
  return {
    ...mergeDeeply(writtenDefaultsOf(keys), Object.fromEntries(written)),
    ...(settled.url === "" && absent("url") ? {} : { url: settled.url }),
    baseurl: settled.baseurl,
    lang: settled.lang,
    timezone: settled.timezone,
    future: settled.future,
    show_drafts: settled.showDrafts,
    unpublished: settled.unpublished,
    limit_posts: settled.limitPosts,
    destination: settled.destination,
    paginate_path: settled.paginatePath,
    ...(settled.paginate === null ? {} : { paginate: settled.paginate }),
  };
}

function writtenDefaultsOf(keys: ConfigKeys): Record<string, unknown> {
  const rows = Object.entries(keys).map(([name, key]): [string, unknown] => {
    if (key.type.keys !== undefined) return [name, writtenDefaultsOf(key.type.keys)];
    return [name, key.defaultAsWritten === undefined ? key.default : key.defaultAsWritten];
  });
  return Object.fromEntries(rows.filter(([, value]) => value !== null && value !== ""));
}

/** As for files: mappings are joined, and a key without a value replaces nothing. */
function mergeDeeply(below: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(over)) {
    const old = merged.get(key);
    if (old !== undefined && (value === null || value === undefined)) continue;
    merged.set(key, isRecord(old) && isRecord(value) ? mergeDeeply(old, value) : value);
  }
  return Object.fromEntries(merged);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
