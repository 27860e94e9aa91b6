/** Ruby's `strftime` on calendar fields: the same text on any machine, names always English. */
import type { ZonedTime } from "../../model/time.js";
import { type CalendarFields, calendarFields } from "../../util/time-zone.js";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DIRECTIVE = /%([-0^#_:]*)(\d*)([a-zA-Z%+])/g;

interface Moment extends CalendarFields {
  readonly time: ZonedTime;
}

/** The text of one directive, and how it is filled up: to how many places and with what. */
type Directive = readonly [read: (moment: Moment) => string | number, width?: number, fill?: "0" | " "];

/**
 * Formats a moment as the site's clock shows it. Directives, flags (`-` no filling, `_` spaces, `0` zeros, `^` upper
 * case, `#` swapped case, `:` in offsets) and widths are those of Ruby's Time#strftime; unknown ones stay as they are.
 */
export function formatTime(time: ZonedTime, format: string): string {
  return compileFormat(format)(time);
}

type Show = (moment: Moment) => string;

/** `formatTime` for one format and many moments. */
export function compileFormat(format: string): (time: ZonedTime) => string {
  const pieces = compilePieces(format);
  return (time) => show(pieces, { ...calendarFields(time), time });
}

function show(pieces: readonly (string | Show)[], moment: Moment): string {
  let text = "";
  for (const piece of pieces) text += typeof piece === "string" ? piece : piece(moment);
  return text;
}

function compilePieces(format: string): readonly (string | Show)[] {
  const pieces: (string | Show)[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: flags = "", 2: width = "", 3: letter = "" } of format.matchAll(
    DIRECTIVE,
  )) {
    pieces.push(format.slice(end, index), compileDirective(whole, flags, width, letter));
    end = index + whole.length;
  }
  return [...pieces, format.slice(end)];
}

function compileDirective(whole: string, flags: string, width: string, letter: string): string | Show {
  if (letter === "z") return ({ time }) => formatOffset(time, flags.split(":").length - 1);
  const combined = COMBINED[letter];
  if (combined !== undefined) {
    const pieces = compilePieces(combined);
    return (moment) => applyCase(show(pieces, moment), flags);
  }
  const directive = DIRECTIVES[letter];
  return directive === undefined ? whole : (moment) => applyFlags(directive, moment, flags, width);
}

/** `4th`. */
export function ordinalDay(time: ZonedTime): string {
  const { day } = calendarFields(time);
  const tens = day % 100 >= 11 && day % 100 <= 13;
  return `${day}${tens ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th")}`;
}

function applyFlags(
  [read, width = 0, fill = "0"]: Directive,
  moment: Moment,
  flags: string,
  wanted: string,
): string {
  const text = applyCase(String(read(moment)), flags);
  if (flags.includes("-")) return text;
  const filler = flags.includes("_") ? " " : flags.includes("0") ? "0" : fill;
  return text.padStart(wanted === "" ? width : Number(wanted), filler);
}

function applyCase(text: string, flags: string): string {
  if (flags.includes("^")) return text.toUpperCase();
  if (flags.includes("#")) return /[a-z]/.test(text) ? text.toUpperCase() : text.toLowerCase();
  return text;
}

function formatOffset({ offsetMinutes }: ZonedTime, colons: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  const parts = [two(Math.floor(minutes / 60)), two(minutes % 60), ...(colons === 2 ? ["00"] : [])];
  return `${offsetMinutes < 0 ? "-" : "+"}${parts.join(colons > 0 ? ":" : "")}`;
}

/** The week of the year when weeks start on `firstDay`; days before the first such day are in week 0. */
function weekOf({ yearDay, weekday }: Moment, firstDay: number): number {
  return Math.floor((yearDay - 1 + 7 - ((weekday - firstDay + 7) % 7)) / 7);
}

const twelve = (hour: number): number => hour % 12 || 12;
const milliseconds = ({ time }: Moment): number => ((time.epochMs % 1000) + 1000) % 1000;

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  a: [({ weekday }) => (DAYS[weekday] ?? "").slice(0, 3)],
  A: [({ weekday }) => DAYS[weekday] ?? ""],
  b: [({ month }) => (MONTHS[month - 1] ?? "").slice(0, 3)],
  h: [({ month }) => (MONTHS[month - 1] ?? "").slice(0, 3)],
  B: [({ month }) => MONTHS[month - 1] ?? ""],
  C: [({ year }) => Math.floor(year / 100), 2],
  d: [({ day }) => day, 2],
  e: [({ day }) => day, 2, " "],
  G: [({ isoWeekYear }) => isoWeekYear, 4],
  g: [({ isoWeekYear }) => isoWeekYear % 100, 2],
  H: [({ hour }) => hour, 2],
  I: [({ hour }) => twelve(hour), 2],
  j: [({ yearDay }) => yearDay, 3],
  k: [({ hour }) => hour, 2, " "],
  l: [({ hour }) => twelve(hour), 2, " "],
  L: [milliseconds, 3],
  m: [({ month }) => month, 2],
  M: [({ minute }) => minute, 2],
  n: [() => "\n"],
  N: [(moment) => `${String(milliseconds(moment)).padStart(3, "0")}000000`],
  p: [({ hour }) => (hour < 12 ? "AM" : "PM")],
  P: [({ hour }) => (hour < 12 ? "am" : "pm")],
  q: [({ time }) => ordinalDay(time).replace(/\d+/, "")],
  s: [({ time }) => Math.floor(time.epochMs / 1000)],
  S: [({ second }) => second, 2],
  t: [() => "\t"],
  u: [({ weekday }) => weekday || 7],
  U: [(moment) => weekOf(moment, 0), 2],
  V: [({ isoWeek }) => isoWeek, 2],
  w: [({ weekday }) => weekday],
  W: [(moment) => weekOf(moment, 1), 2],
  y: [({ year }) => ((year % 100) + 100) % 100, 2],
  Y: [({ year }) => year],
  Z: [({ time }) => (time.offsetMinutes === 0 ? "UTC" : formatOffset(time, 0))],
  "%": [() => "%"],
};

const COMBINED: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  v: "%e-%^b-%Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
  "+": "%a %b %e %H:%M:%S %Z %Y",
};
