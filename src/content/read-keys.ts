/** Values of front matter by type. Each reader reports `front-matter-type` at the value and goes on as if it were absent. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/diagnostic.js";
import type { LocatedValue } from "../yaml/located-value.js";
import type { FrontMatter, KeyValue } from "./front-matter.js";

/** A text, or a number or truth value as it is written. `null` when absent. */
export function readText(frontMatter: FrontMatter, key: string, report: Report): string | null {
  const found = frontMatter.get(key);
  if (found === null) return null;
  const text = textOf(found.value, found.located);
  if (text === null) reportType(report, key, "a text", found.value, found.place);
  return text;
}

/** Like `readText`, but an empty text is as good as none. */
export function readNonEmptyText(frontMatter: FrontMatter, key: string, report: Report): string | null {
  const text = readText(frontMatter, key, report)?.trim() ?? "";
  return text === "" ? null : text;
}

/** `true` or `false`; `whenWrong` when the value is something else, since to leave it out could publish too much. */
export function readFlag(
  frontMatter: FrontMatter,
  key: string,
  { absent, whenWrong }: { readonly absent: boolean; readonly whenWrong: boolean },
  report: Report,
): boolean {
  const found = frontMatter.get(key);
  if (found === null) return absent;
  if (typeof found.value === "boolean") return found.value;
  reportType(report, key, "true or false, without quotes", found.value, found.place);
  return whenWrong;
}

/** A list of texts, or one text that stands for itself or is split on spaces. Empty ones are dropped. */
export function readTexts(
  frontMatter: FrontMatter,
  key: string,
  splitsOnSpaces: boolean,
  report: Report,
): readonly string[] {
  const found = frontMatter.get(key);
  if (found === null) return [];
  if (Array.isArray(found.value)) return readList(key, found, found.value, report);
  const text = textOf(found.value, found.located);
  if (text === null) reportType(report, key, "a text or a list of texts", found.value, found.place);
  if (splitsOnSpaces && text?.includes(",") === true) {
    report.add(createDiagnostic("front-matter-comma", { key, value: text }, found.place));
  }
  const parts = splitsOnSpaces ? (text ?? "").split(/\s+/) : [(text ?? "").trim()];
  return parts.filter((part) => part !== "");
}

/** Lists in lists are flattened, as Jekyll does. */
function readList(
  key: string,
  { located, place }: Pick<KeyValue, "located" | "place">,
  list: readonly unknown[],
  report: Report,
): string[] {
  return list.flatMap((value, index) => {
    if (value === null) return [];
    const item = located?.kind === "list" ? (located.items[index] ?? null) : null;
    const itemPlace = item?.place ?? place;
    if (Array.isArray(value)) return readList(key, { located: item, place: itemPlace }, value, report);
    const text = textOf(value, item);
    if (text === null) reportType(report, key, "a list of texts", value, itemPlace);
    return text === null || text.trim() === "" ? [] : [text.trim()];
  });
}

/** Numbers and truth values as they are written: `1.0`, not `1`. */
function textOf(value: unknown, located: LocatedValue | null): string | null {
  if (typeof value === "string") return value;
  if (typeof value !== "number" && typeof value !== "boolean") return null;
  return located?.kind === "scalar" ? located.source : String(value);
}

export function reportType(
  report: Report,
  key: string,
  expected: string,
  value: unknown,
  place: Place,
): void {
  report.add(createDiagnostic("front-matter-type", { key, expected, found: describe(value) }, place));
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  return typeof value === "string" ? `the text "${value}"` : String(value);
}
