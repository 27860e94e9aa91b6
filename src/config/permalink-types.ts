/** Templates of addresses: permalinks and the pages of the list of posts. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { nearestName } from "../util/text.js";
import { type LocatedValue, placeWithin } from "../yaml/located-value.js";
import { text } from "./plain-types.js";
import type { ReadContext, ValueType } from "./value-type.js";

/** Source: https://jekyllrb.com/docs/permalinks/#built-in-formats */
export const PERMALINK_STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};
const STYLE_NAMES = Object.keys(PERMALINK_STYLES);

/** What each is filled with. Source: https://jekyllrb.com/docs/permalinks/#placeholders and `Jekyll::Drops::UrlDrop`. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = {
  title: "the slug of the document, from its file name unless its front matter has one",
  slug: "the same with all but letters and digits made hyphens",
  categories: "its categories as folders",
  slugified_categories: "the same with all but letters and digits made hyphens",
  year: "2021",
  short_year: "21",
  month: "03",
  i_month: "3",
  short_month: "Mar",
  long_month: "March",
  day: "04",
  i_day: "4",
  y_day: "063, the day of the year",
  w_year: "2021, the year that the week belongs to",
  week: "09, the week of the year",
  w_day: "4, the day of the week from Monday",
  short_day: "Thu",
  long_day: "Thursday",
  hour: "05",
  minute: "06",
  second: "07",
  output_ext: "the ending of the page, `.html`",
  collection: "the name of its collection",
  path: "the path of its file in the folder of its collection",
  name: "the name of its file",
};
const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS);

/** A permalink style, or a template that starts with a slash (added when it is missing, as Jekyll does). */
export const permalink: ValueType<string> = {
  words: "a permalink style or a template",
  schema: { anyOf: [{ enum: STYLE_NAMES }, { type: "string", pattern: "[:/.]" }] },
  read(value, name, context) {
    const written = text.read(value, name, context)?.trim();
    if (written === undefined || written === "") return undefined;
    if (STYLE_NAMES.includes(written)) return written;
    if (!/[:/.]/.test(written)) return rejectStyle(written, value, context);
    return hasOnlyPlaceholders(written, value, name, context) ? withSlash(written) : undefined;
  },
};

function rejectStyle(name: string, value: LocatedValue, { report }: ReadContext): undefined {
  const facts = { name, nearest: nearestName(name, STYLE_NAMES), known: STYLE_NAMES };
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
    if (PLACEHOLDER_NAMES.includes(word) || PLACEHOLDER_NAMES.includes(word.replace(/_$/, ""))) continue;
    const nearest = nearestName(word, PLACEHOLDER_NAMES);
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
