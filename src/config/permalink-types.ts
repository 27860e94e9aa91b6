/** Templates of addresses: permalinks and the pages of the list of posts. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { nearestName } from "../util/text.js";
import { type LocatedValue, placeWithin } from "./located-value.js";
import { text } from "./plain-types.js";
import type { ReadContext, ValueType } from "./value-type.js";

export const PERMALINK_STYLES = ["date", "pretty", "ordinal", "weekdate", "none"];

/** Source: https://jekyllrb.com/docs/permalinks/#placeholders and `Jekyll::Drops::UrlDrop`. */
export const PLACEHOLDERS = [
  ..."year short_year month i_month short_month long_month day i_day y_day w_year week w_day".split(" "),
  ..."short_day long_day hour minute second title slug categories slugified_categories".split(" "),
  ..."output_ext collection path name".split(" "),
];

/** A permalink style, or a template that starts with a slash (added when it is missing, as Jekyll does). */
export const permalink: ValueType<string> = {
  words: "a permalink style or a template",
  schema: { anyOf: [{ enum: PERMALINK_STYLES }, { type: "string", pattern: "[:/.]" }] },
  read(value, name, context) {
    const written = text.read(value, name, context)?.trim();
    if (written === undefined || written === "") return undefined;
    if (PERMALINK_STYLES.includes(written)) return written;
    if (!/[:/.]/.test(written)) return rejectStyle(written, value, context);
    return hasOnlyPlaceholders(written, value, name, context) ? withSlash(written) : undefined;
  },
};

function rejectStyle(name: string, value: LocatedValue, { report }: ReadContext): undefined {
  const facts = { name, nearest: nearestName(name, PERMALINK_STYLES), known: PERMALINK_STYLES };
  report.add(createDiagnostic("config-permalink-style", facts, value.place));
}

/** As in Jekyll, the underscore of `:year_:month` belongs to no placeholder. Source: `Jekyll::URL#possible_keys`. */
function hasOnlyPlaceholders(
  template: string,
  value: LocatedValue,
  key: string,
  { report }: ReadContext,
): boolean {
  let isSound = true;
  for (const [name, word = ""] of template.matchAll(/:([A-Za-z_]+)/g)) {
    if (PLACEHOLDERS.includes(word) || PLACEHOLDERS.includes(word.replace(/_$/, ""))) continue;
    const nearest = nearestName(word, PLACEHOLDERS);
    const facts = { key, name, nearest: nearest === undefined ? undefined : `:${nearest}` };
    report.add(createDiagnostic("config-permalink-placeholder", facts, placeWithin(value.place, name)));
    isSound = false;
  }
  return isSound;
}

/** The path of the second and later pages of a list of posts. */
export const pagePath: ValueType<string> = {
  words: "a path that holds :num",
  schema: { type: "string", pattern: ":num" },
  read(value, name, context) {
    const written = text.read(value, name, context)?.trim();
    if (written === undefined || written.includes(":num"))
      return written === undefined ? undefined : withSlash(written);
    context.report.add(createDiagnostic("config-paginate-path", { text: written }, value.place));
    return undefined;
  },
};

function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
