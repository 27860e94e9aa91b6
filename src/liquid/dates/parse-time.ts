/** Dates as authors write them in front matter, data files and templates, read in the site's time zone. */
import type { ZonedTime } from "../../model/time.js";
import type { TimeZone, WallClock } from "../../util/time-zone.js";

const CLOCK = String.raw`(?:[T\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?`;
const OFFSET = String.raw`\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2})?(?:\s+\(?[A-Z]{2,5}\)?)?`;
const MONTH_NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

type DateParts = readonly [year: number, month: number, day: number];

/** Each form with the way to its year, month and day; the clock's groups follow the date's three. */
const FORMS: readonly (readonly [RegExp, (groups: readonly string[]) => DateParts])[] = [
  [
    form(String.raw`(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?`),
    ([year, month, day]) => [Number(year), Number(month), Number(day || "1")],
  ],
  [
    form(String.raw`(\d{4})(\d{2})(\d{2})`),
    ([year, month, day]) => [Number(year), Number(month), Number(day)],
  ],
  [
    form(String.raw`${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s-]+${MONTH_NAME}[\s,.-]+(\d{4})`),
    ([day, month, year]) => [Number(year), monthNumber(month), Number(day)],
  ],
  [
    form(String.raw`${WEEKDAY}${MONTH_NAME}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`),
    ([month, day, year]) => [Number(year), monthNumber(month), Number(day)],
  ],
];

/**
 * The moment that a text names, or `null` when it names none. Text without an offset is a wall clock of `zone`. Known
 * forms: ISO 8601 and its relatives (`2021-03-04`, `2021/3/4 10:00`, `2021-03-04 10:00:00 +0200`, `2021-03`), RFC 2822,
 * `March 4, 2021`, `4 Mar 2021`, and seconds since 1970. With `keepsOffset` a moment whose offset is written is shown
 * with that offset, not with the zone's.
 */
export function parseTime(text: string, zone: TimeZone, keepsOffset = false): ZonedTime | null {
  const trimmed = text.trim();
  if (/^\d{5,7}$|^\d{9,}$/.test(trimmed)) return zone.at(Number(trimmed) * 1000);
  for (const [pattern, readDate] of FORMS) {
    const match = pattern.exec(trimmed);
    if (match !== null) {
      const groups = match.slice(1).map((group) => group ?? "");
      return readClock(readDate(groups), groups.slice(3), zone, keepsOffset);
    }
  }
  return null;
}

function form(date: string): RegExp {
  return new RegExp(`^${date}${CLOCK}${OFFSET}$`, "i");
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase().slice(0, 3)) + 1;
}

function readClock(
  [year, month, day]: DateParts,
  groups: readonly string[],
  zone: TimeZone,
  keepsOffset: boolean,
): ZonedTime | null {
  const [hours = "", minutes = "", seconds = "", half = "", offset = ""] = groups;
  const afternoon = /^p/i.test(half);
  const hour = half === "" ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0);
  const clock = { year, month, day, hour, minute: Number(minutes), second: Number(seconds) };
  if (!isRealClock(clock)) return null;
  if (offset === "") return zone.fromWallClock(clock);
  const offsetMinutes = offsetMinutesOf(offset);
  const epochMs = utcOf(clock) - offsetMinutes * 60_000;
  return keepsOffset ? { epochMs, offsetMinutes } : zone.at(epochMs);
}

function utcOf({ year, month, day, hour, minute, second }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function isRealClock(clock: WallClock): boolean {
  const date = new Date(Date.UTC(clock.year, clock.month - 1, clock.day));
  const isRealDay = date.getUTCMonth() === clock.month - 1 && date.getUTCDate() === clock.day;
  return isRealDay && clock.hour < 25 && clock.minute < 60 && clock.second < 61;
}

function offsetMinutesOf(offset: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})$/.exec(offset);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}
