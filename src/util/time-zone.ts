/** Wall clocks of IANA time zones, from the data that Node ships; nothing here reads the machine's own zone. */
import type { ZonedTime } from "../model/time.js";

/** What a clock on the wall shows. `month` counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export interface TimeZone {
  readonly name: string;
  /** The moment as this zone shows it. */
  at(epochMs: number): ZonedTime;
  /**
   * The moment at which this zone's clocks show `clock`. When they show it twice (end of summer time), the first;
   * when never (its start), the moment with the offset before the change, as Ruby's `Time.local` does.
   */
  fromWallClock(clock: WallClock): ZonedTime;
}

const MINUTE_MS = 60_000;

/** `null` when Node knows no zone of that name. */
export function createTimeZone(name: string): TimeZone | null {
  // Node needs 8 ms for the first clock of a process, and the zone of most sites needs none.
  if (name === "UTC") return createZone(name, () => 0);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { ...CLOCK_FORMAT, timeZone: name });
  } catch {
    return null;
  }
  const isUtc = ["UTC", "Etc/UTC"].includes(format.resolvedOptions().timeZone);
  return createZone(name, isUtc ? () => 0 : (epochMs) => offsetMinutesAt(format, epochMs));
}

function createZone(name: string, offsetAt: (epochMs: number) => number): TimeZone {
  return {
    name,
    at: (epochMs) => ({ epochMs, offsetMinutes: offsetAt(epochMs) }),
    fromWallClock: (clock) => {
      const asUtc = epochOf(clock);
      const before = offsetAt(asUtc - 24 * 60 * MINUTE_MS);
      const after = offsetAt(asUtc + 24 * 60 * MINUTE_MS);
      const fits = [before, after].find((offset) => offsetAt(asUtc - offset * MINUTE_MS) === offset);
      const offset = fits ?? before;
      const epochMs = asUtc - offset * MINUTE_MS;
      return { epochMs, offsetMinutes: offsetAt(epochMs) };
    },
  };
}

const CLOCK_FORMAT: Intl.DateTimeFormatOptions = {
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  era: "short",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
};

function offsetMinutesAt(format: Intl.DateTimeFormat, epochMs: number): number {
  const fields: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(epochMs)) fields[type] = value;
  const year = Number(fields.year) * (fields.era === "BC" ? -1 : 1);
  const clock = {
    year,
    month: Number(fields.month),
    day: Number(fields.day),
    hour: Number(fields.hour),
    minute: Number(fields.minute),
    second: Number(fields.second),
  };
  return Math.round((epochOf(clock) - epochMs) / MINUTE_MS);
}

function epochOf(clock: WallClock): number {
  const date = new Date(0);
  date.setUTCFullYear(clock.year, clock.month - 1, clock.day);
  date.setUTCHours(clock.hour, clock.minute, clock.second);
  return date.getTime();
}

/** All calendar fields of a moment, as the site's clock shows them. `weekday` is 0 on Sunday, `yearDay` starts at 1. */
export interface CalendarFields extends WallClock {
  readonly weekday: number;
  readonly yearDay: number;
  readonly isoWeek: number;
  readonly isoWeekYear: number;
}

/** The fields of a moment on the clock of its own offset. */
export function calendarFields(time: ZonedTime): CalendarFields {
  const date = new Date(time.epochMs + time.offsetMinutes * MINUTE_MS);
  const year = date.getUTCFullYear();
  const weekday = date.getUTCDay();
  const startOfDay = Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
  const dayMs = 24 * 60 * MINUTE_MS;
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = new Date(startOfDay + (4 - (weekday || 7)) * dayMs);
  const isoWeekYear = thursday.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday,
    yearDay: Math.round((startOfDay - Date.UTC(year, 0, 1)) / dayMs) + 1,
    isoWeek: Math.floor((thursday.getTime() - Date.UTC(isoWeekYear, 0, 1)) / (7 * dayMs)) + 1,
    isoWeekYear,
  };
}

/** The year of a moment on the clock of its own offset. */
export function yearOf(time: ZonedTime): number {
  return new Date(time.epochMs + time.offsetMinutes * MINUTE_MS).getUTCFullYear();
}

/** `2021-03-04T05:06:07+01:00`: RFC 3339, as `date_to_xmlschema` and feeds write it. */
export function formatIso8601(time: ZonedTime): string {
  const local = new Date(time.epochMs + time.offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  const offset = Math.abs(time.offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${time.offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}

/** `2021-03-04`: the day as the site's clock shows it. */
export function formatDay(time: ZonedTime): string {
  return formatIso8601(time).slice(0, 10);
}
