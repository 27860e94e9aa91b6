/** What each placeholder of a permalink stands for, by kind of document. */
import type { SourceDocument } from "../model/content.js";
import { baseNameOf, folderOf } from "../util/path.js";
import { slugify } from "../util/slugify.js";
import { type CalendarFields, calendarFields } from "../util/time-zone.js";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const two = (value: number): string => String(value).padStart(2, "0");
const four = (value: number): string => String(value).padStart(4, "0");

/** As Ruby's `strftime`, in English whatever the machine speaks. */
const DATE_VALUES: Readonly<Record<string, (date: CalendarFields) => string>> = {
  year: ({ year }) => four(year),
  short_year: ({ year }) => two(year % 100),
  month: ({ month }) => two(month),
  i_month: ({ month }) => String(month),
  short_month: ({ month }) => (MONTHS[month - 1] ?? "").slice(0, 3),
  long_month: ({ month }) => MONTHS[month - 1] ?? "",
  day: ({ day }) => two(day),
  i_day: ({ day }) => String(day),
  y_day: ({ yearDay }) => String(yearDay).padStart(3, "0"),
  w_year: ({ isoWeekYear }) => four(isoWeekYear),
  week: ({ isoWeek }) => two(isoWeek),
  w_day: ({ weekday }) => String(weekday || 7),
  short_day: ({ weekday }) => (DAYS[weekday] ?? "").slice(0, 3),
  long_day: ({ weekday }) => DAYS[weekday] ?? "",
  hour: ({ hour }) => two(hour),
  minute: ({ minute }) => two(minute),
  second: ({ second }) => two(second),
};

/** `Jekyll::Drops::UrlDrop`. */
const DOCUMENT_VALUES: Readonly<Record<string, (document: SourceDocument) => string>> = {
  title: (document) => slugify(slugOf(document), "pretty", true),
  slug: (document) => slugify(slugOf(document)),
  name: (document) => slugify(baseNameOf(document.path)),
  path: (document) => pathInCollection(document),
  collection: ({ collection }) => collection ?? "",
  categories: ({ categories }) => unique(categories.map((name) => name.toLowerCase())).join("/"),
  slugified_categories: ({ categories }) => unique(categories.map((name) => slugify(name))).join("/"),
};

/** `Jekyll::Page#url_placeholders`. */
const PAGE_VALUES: Readonly<Record<string, (document: SourceDocument) => string>> = {
  path: ({ path }) => folderOf(path),
  basename: ({ path }) => baseNameOf(path).replace(/\.+$/, ""),
};

export interface PlaceholderTable {
  /** Every placeholder that documents of this kind know, without colons. */
  readonly names: readonly string[];
  /** `undefined` for an unknown name, `null` when it needs a date and the document has none. */
  find(name: string): string | null | undefined;
}

/** `outputExtension` with its dot: what `:output_ext` stands for. */
export function placeholderTable(document: SourceDocument, outputExtension: string): PlaceholderTable {
  const isPage = document.kind === "page";
  const own = isPage ? PAGE_VALUES : DOCUMENT_VALUES;
  const dated = isPage ? {} : DATE_VALUES;
  let fields: CalendarFields | null = null;
  return {
    get names() {
      return [...Object.keys(own), ...Object.keys(dated), "output_ext"];
    },
    find(name) {
      if (name === "output_ext") return outputExtension;
      const dateValue = Object.hasOwn(dated, name) ? dated[name] : undefined;
      if (dateValue !== undefined) {
        if (document.date === null) return null;
        fields ??= calendarFields(document.date);
        return dateValue(fields);
      }
      return Object.hasOwn(own, name) ? own[name]?.(document) : undefined;
    },
  };
}

/** Jekyll takes trailing dots off a file's name: the ending would follow them. */
function slugOf(document: SourceDocument): string {
  return document.slug === "" ? baseNameOf(document.path) : document.slug;
}

/** The path below the collection's folder, without the ending. */
function pathInCollection(document: SourceDocument): string {
  const folder = document.kind === "draft" ? "_drafts" : `_${document.collection ?? ""}`;
  return `${folderOf(document.path)}/${baseNameOf(document.path)}`.replace(folder, "").replace(/\.+$/, "");
}

function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}
