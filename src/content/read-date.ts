/** When a document was written: the dates of its front matter and of its file name, on the site's clock. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { DateSource } from "../model/content.js";
import type { ZonedTime } from "../model/time.js";
import { formatDay, formatIso8601, type TimeZone } from "../util/time-zone.js";
import type { FrontMatter, KeyValue } from "./front-matter.js";
import { type ParsedDate, parseDate, parseFileNameDay } from "./parse-date.js";
import type { FileNameParts } from "./parse-file-name.js";
import { readText } from "./read-keys.js";

export interface DocumentDate {
  readonly date: ZonedTime | null;
  readonly source: DateSource | null;
}

/**
 * The date of the front matter, else of the file name. A wrong one is reported and passed over. Adds
 * `front-matter-date`, `file-name-date` and `date-differs-from-jekyll`.
 */
export function readDocumentDate(
  frontMatter: FrontMatter,
  name: FileNameParts,
  zone: TimeZone,
  report: Report,
): DocumentDate {
  const own = readDate(frontMatter, "date", zone, report);
  if (own !== null) return { date: own, source: "front-matter" };
  if (name.day === null) return { date: null, source: null };
  const parsed = parseFileNameDay(name.day);
  const date = toZonedTime(parsed, zone);
  if (date !== null) return { date, source: "file-name" };
  const why = parsed.kind === "invalid" ? parsed.detail : "";
  const { path } = frontMatter;
  report.add(createDiagnostic("file-name-date", { path, day: name.day, why }, { path }));
  return { date: null, source: null };
}

/** A date of the front matter; `null` when absent or, after a report, wrong. */
export function readDate(
  frontMatter: FrontMatter,
  key: string,
  zone: TimeZone,
  report: Report,
): ZonedTime | null {
  const found = frontMatter.get(key);
  const text = readText(frontMatter, key, report);
  if (found === null || text === null || text.trim() === "") return null;
  const parsed = parseDate(text);
  if (parsed.kind === "invalid") {
    const { reason, detail } = parsed;
    report.add(createDiagnostic("front-matter-date", { key, value: text, reason, detail }, found.place));
    return null;
  }
  const time = toZonedTime(parsed, zone);
  if (key === "date" && time !== null) reportDifference(found, text, parsed, time, zone, report);
  return time;
}

function toZonedTime(parsed: ParsedDate, zone: TimeZone): ZonedTime | null {
  if (parsed.kind === "invalid") return null;
  return parsed.kind === "moment" ? zone.at(parsed.epochMs) : zone.fromWallClock(parsed.clock);
}

/**
 * Ruby's YAML takes a time with seconds and without an offset for UTC, and Jekyll then moves it to the site's zone;
 * the same in quotes, or without seconds, it reads on the site's clock. Ours is always the site's clock.
 * Source: https://github.com/jekyll/jekyll/issues/6033
 */
function reportDifference(
  { located, place }: KeyValue,
  value: string,
  parsed: ParsedDate,
  time: ZonedTime,
  zone: TimeZone,
  report: Report,
): void {
  const isPlain = located?.kind === "scalar" && located.quoting === "none";
  if (parsed.kind !== "local" || !parsed.isYamlTimestamp || !isPlain) return;
  const asUtc = zone.at(time.epochMs + time.offsetMinutes * 60_000);
  const [day, jekyllDay] = [formatDay(time), formatDay(asUtc)];
  if (day === jekyllDay) return;
  const offset = formatIso8601(time).slice(-6).replace(":", "");
  report.add(
    createDiagnostic("date-differs-from-jekyll", { value, day, jekyllDay, zone: zone.name, offset }, place),
  );
}
