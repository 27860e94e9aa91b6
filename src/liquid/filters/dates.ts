/**
 * Filters on dates. Dates of the site are shown in its time zone; so is text without an offset, and with one by every
 * filter but `date`, which keeps the offset as Jekyll does.
 */
import type { ZonedTime } from "../../model/time.js";
import { ordinalDay } from "../dates/format-time.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import { TimeValue } from "../scope/time-value.js";
import { asText, type FilterTable, isNil } from "./values.js";

/** What is no date passes through, as in Jekyll. */
export function createDateFilters(world: ScopeWorld): FilterTable {
  const { times } = world;
  const format = (input: unknown, show: (time: ZonedTime) => string, keepsOffset = false): unknown => {
    const time = readTime(world, input, keepsOffset);
    return time === null ? input : show(time);
  };
  const day = (input: unknown, month: string, type: unknown, style: unknown): unknown =>
    format(input, (time) => {
      if (asText(type) !== "ordinal") return times.format(time, `%d ${month} %Y`);
      const ordinal = ordinalDay(time);
      return times.format(
        time,
        asText(style) === "US" ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`,
      );
    });
  return {
    date: (input, pattern) => {
      const shown = isNil(pattern) || asText(pattern) === "" ? "%Y-%m-%d %H:%M:%S %z" : asText(pattern);
      return format(input, (time) => times.format(time, shown), true);
    },
    date_to_xmlschema: (input) => format(input, times.formatIso8601),
    date_to_rfc822: (input) => format(input, (time) => times.format(time, "%a, %d %b %Y %H:%M:%S %z")),
    date_to_string: (input, type, style) => day(input, "%b", type, style),
    date_to_long_string: (input, type, style) => day(input, "%B", type, style),
  };
}

/** `now` and `today` are the moment of the build. */
export function readTime(world: ScopeWorld, input: unknown, keepsOffset = false): ZonedTime | null {
  if (input instanceof TimeValue) return TimeValue.timeOf(input);
  if (typeof input === "number") return world.zone.at(input * 1000);
  if (typeof input !== "string") return null;
  if (/^(?:now|today)$/i.test(input)) return world.now();
  return world.times.parse(input, keepsOffset);
}
