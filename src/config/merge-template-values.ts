/** What templates see as `site.<key>`. */
import type { SiteConfig } from "../model/config.js";
import { mergeDeep } from "../util/record.js";
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
    // As for files, a key without a value replaces nothing.
    ...mergeDeep(writtenDefaultsOf(keys), Object.fromEntries(written), { keepsBelowNull: true }),
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
