/** Dates that are read and shown again and again: each is worked out once. */
import type { ZonedTime } from "../../model/time.js";
import { formatIso8601, type TimeZone } from "../../util/time-zone.js";
import { compileFormat } from "./format-time.js";
import { parseTime } from "./parse-time.js";

export interface TimeBook {
  /** As `parseTime`, in the site's zone. */
  parse(text: string, keepsOffset: boolean): ZonedTime | null;
  /** As `formatTime`. */
  format(time: ZonedTime, pattern: string): string;
  formatIso8601(time: ZonedTime): string;
}

/** The book of one engine: lists show the date of a post on page after page. */
export function createTimeBook(zone: TimeZone): TimeBook {
  const [zoned, kept] = [new Map<string, ZonedTime | null>(), new Map<string, ZonedTime | null>()];
  const compiled = new Map<string, (time: ZonedTime) => string>();
  const shown = new WeakMap<ZonedTime, Map<string, string>>();
  const isoTexts = new WeakMap<ZonedTime, string>();
  return {
    parse(text, keepsOffset) {
      const known = keepsOffset ? kept : zoned;
      const found = known.get(text);
      if (found !== undefined) return found;
      const time = parseTime(text, zone, keepsOffset);
      known.set(text, time);
      return time;
    },
    format(time, pattern) {
      const texts = shown.get(time) ?? new Map<string, string>();
      if (texts.size === 0) shown.set(time, texts);
      const found = texts.get(pattern);
      if (found !== undefined) return found;
      const show = compiled.get(pattern) ?? compileFormat(pattern);
      compiled.set(pattern, show);
      const text = show(time);
      texts.set(pattern, text);
      return text;
    },
    formatIso8601(time) {
      const found = isoTexts.get(time);
      if (found !== undefined) return found;
      const text = formatIso8601(time);
      isoTexts.set(time, text);
      return text;
    },
  };
}
