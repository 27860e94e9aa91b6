/** Dates as people write them in front matter and in file names. Text in, calendar fields out; no clock, no zone of the machine. */
import { createTimeZone, type WallClock } from "../util/time-zone.js";

export type ParsedDate =
  /** A day without a time: it starts at midnight on the site's clock. */
  | { readonly kind: "day"; readonly clock: WallClock }
  /** A time on the site's clock. `isYamlTimestamp`: Ruby's YAML would take it for UTC when it is not in quotes. */
  | { readonly kind: "local"; readonly clock: WallClock; readonly isYamlTimestamp: boolean }
  /** A time on the clock of a zone of its own. */
  | { readonly kind: "moment"; readonly epochMs: number }
  | { readonly kind: "invalid"; readonly reason: "form" | "zone" | "impossible"; readonly detail: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const TIME =
  "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[ap])\\.?m\\.?(?![a-z]))?";
const ZONE = "(?<zone>z|[+-]\\d{1,2}(?::?\\d{2})?|[a-z]+(?:/[a-z0-9_+/-]+)?)";
const TAIL = `(?:(?:t|,?\\s+(?:at\\s+)?)${TIME}(?:\\s*${ZONE})?)?`;
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?";
const MONTH = `(?<monthName>(?:${MONTHS.join("|")})[a-z]*)\\.?`;
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "(?<year>\\d{4})";

const FORMS: readonly RegExp[] = [
  `${YEAR}(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>${DAY}${TAIL}`,
  `${YEAR}(?<month>\\d{2})(?<day>\\d{2})`,
  `${WEEKDAY}${MONTH}\\s+${DAY},?\\s+${YEAR}${TAIL}`,
  `${WEEKDAY}${DAY}[\\s-]+${MONTH},?[\\s-]+${YEAR}${TAIL}`,
  // What the `date` command prints: Thu Mar  4 10:00:00 EST 2021.
  `${WEEKDAY}${MONTH}\\s+${DAY}\\s+${TIME}(?:\\s+${ZONE})?\\s+${YEAR}`,
].map((form) => new RegExp(`^${form}$`, "i"));

/** Abbreviations that Ruby knows too, with their hours ahead of UTC. Where several zones share one, Ruby's reading. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  sgt: 8,
  hkt: 8,
  jst: 9,
  kst: 9,
  awst: 8,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

/**
 * Reads the date forms that blogs use: ISO 8601 and its looser relatives, `March 4, 2021`, `4 March 2021`, RFC 2822,
 * each with or without a time, and a time with or without an offset or a zone's name.
 */
export function parseDate(text: string): ParsedDate {
  const trimmed = text.trim();
  const groups = FORMS.map((form) => form.exec(trimmed)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return { kind: "invalid", reason: "form", detail: "" };
  const clock = readClock(groups);
  const impossible = findImpossible(clock);
  if (impossible !== null) return { kind: "invalid", reason: "impossible", detail: impossible };
  if (groups.hour === undefined) return { kind: "day", clock };
  if (groups.zone !== undefined) return readMoment(clock, groups.zone);
  const isYamlTimestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:t|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/i.test(trimmed);
  return { kind: "local", clock, isYamlTimestamp };
}

/** A day as file names write it, `2021-3-4` or `21-03-04`; a two-digit year from 69 on is of the last century, as in Ruby. */
export function parseFileNameDay(text: string): ParsedDate {
  const [year = "", month, day] = text.split("-");
  const century = year.length > 2 ? 0 : Number(year) < 69 ? 2000 : 1900;
  const clock = { ...MIDNIGHT, year: century + Number(year), month: Number(month), day: Number(day) };
  const impossible = findImpossible(clock);
  if (impossible !== null) return { kind: "invalid", reason: "impossible", detail: impossible };
  return { kind: "day", clock };
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

function readClock(groups: Readonly<Record<string, string | undefined>>): WallClock {
  const number = (text: string | undefined): number => Number(text ?? 0);
  const month =
    groups.monthName === undefined
      ? number(groups.month)
      : MONTHS.indexOf(groups.monthName.slice(0, 3).toLowerCase()) + 1;
  return {
    year: number(groups.year),
    month,
    day: number(groups.day),
    hour: readHour(number(groups.hour), groups.half?.toLowerCase()),
    minute: number(groups.minute),
    second: number(groups.second),
  };
}

/** `half` is `a` or `p`, or `undefined` on a clock of 24 hours. */
function readHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function findImpossible({ year, month, day, hour, minute, second }: WallClock): string | null {
  if (year === 0) return "there is no year 0";
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !isLeap ? 28 : days;
  if (day < 1 || day > last) return `month ${month} of ${year} has ${last} days`;
  if (hour > 23) return "a day has the hours 0 to 23, with AM and PM 1 to 12";
  if (minute > 59) return "an hour has the minutes 0 to 59";
  return second > 59 ? "a minute has the seconds 0 to 59" : null;
}

function readMoment(clock: WallClock, zone: string): ParsedDate {
  const { year, month, day, hour, minute, second } = clock;
  const asUtc = new Date(0);
  asUtc.setUTCFullYear(year, month - 1, day);
  asUtc.setUTCHours(hour, minute, second);
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset !== null) {
    const [, sign, hours = "0", minutes = "0"] = offset;
    const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
    if (Number(hours) > 14 || Number(minutes) > 59) {
      return { kind: "invalid", reason: "zone", detail: zone };
    }
    return { kind: "moment", epochMs: asUtc.getTime() - ahead * 60_000 };
  }
  const hours = ZONE_HOURS[zone.toLowerCase()];
  if (hours !== undefined) return { kind: "moment", epochMs: asUtc.getTime() - hours * 3_600_000 };
  const named = zone.includes("/") ? createTimeZone(zone) : null;
  if (named === null) return { kind: "invalid", reason: "zone", detail: zone };
  return { kind: "moment", epochMs: named.fromWallClock(clock).epochMs };
}
