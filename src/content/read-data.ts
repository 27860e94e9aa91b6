/** The files of `_data` to what templates see as `site.data`. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { placeAtOffset } from "../diagnostics/place-in-text.js";
import { createPlaces } from "../diagnostics/places.js";
import type { Report } from "../diagnostics/report.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { mergeDeep } from "../util/record.js";
import { compareText } from "../util/text.js";
import { toPlain } from "../yaml/located-value.js";
import { parseYaml } from "../yaml/parse-yaml.js";
import type { ContentCache } from "./content-cache.js";
import type { SiteFile } from "./find-files.js";
import { parseCsv } from "./parse-csv.js";
import { readTextFile } from "./read-text-file.js";

interface ParsedData {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

type ParseData = (path: string, text: string) => ParsedData;

const PARSERS: Readonly<Record<string, ParseData>> = {
  yml: parseYamlData,
  yaml: parseYamlData,
  json: parseJsonData,
  csv: (path, text) => parseCsvData(path, text, ","),
  tsv: (path, text) => parseCsvData(path, text, "\t"),
};

/**
 * Reads `.yml .yaml .json .csv .tsv`; folders become maps, names lose their ending and what is no letter, digit, `_` or
 * `-`. Dates stay text. Of a file and a folder with one name, the folder is merged over the file.
 * Adds `data-yaml`, `data-json`, `data-csv` and `data-duplicate-key`. Source: https://jekyllrb.com/docs/datafiles/
 */
export function readData(
  files: readonly SiteFile[],
  report: Report,
  cache: ContentCache,
): Readonly<Record<string, unknown>> {
  const depth = (file: SiteFile): number => file.innerPath.split("/").length;
  const ordered = files
    .filter((file) => file.role === "data")
    .sort((left, right) => depth(left) - depth(right) || compareText(left.path, right.path));
  let data: Readonly<Record<string, unknown>> = {};
  for (const file of ordered) {
    const [, stem = "", extension = ""] = /^(.*)\.([^./]+)$/.exec(file.innerPath) ?? [];
    const parser = extension.toLowerCase();
    const parse = Object.hasOwn(PARSERS, parser) ? PARSERS[parser] : undefined;
    const text = parse === undefined ? null : readTextFile(file, report);
    if (parse === undefined || text === null) continue;
    const { value, diagnostics } = cache.understand(`data ${file.path}`, text, () => parse(file.path, text));
    report.add(...diagnostics);
    data = mergeDeep(data, nest(stem.split("/").map(sanitizeName), value));
  }
  return data;
}

function nest([name = "", ...inner]: readonly string[], value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, inner.length === 0 ? value : nest(inner, value)]]);
}

/** As Jekyll's `sanitize_filename`; a name of which nothing would be left stays as it is. */
function sanitizeName(name: string): string {
  const sanitized = name
    .replace(/[^\w\s-]+/g, "")
    .trim()
    .replace(/\s+/g, "_");
  return sanitized === "" ? name : sanitized;
}

function parseYamlData(path: string, text: string): ParsedData {
  const parsed = parseYaml(text, createPlaces(path, text), { widensTabs: false });
  if (parsed.fault !== null) {
    const { problem, hint, place } = parsed.fault;
    return { value: null, diagnostics: [createDiagnostic("data-yaml", { path, problem, hint }, place)] };
  }
  const diagnostics = parsed.duplicates.map(({ key, place, firstPlace }) =>
    createDiagnostic("data-duplicate-key", { key, firstLine: firstPlace.line ?? 1 }, place),
  );
  return { value: toPlain(parsed.root), diagnostics };
}

/** Jekyll reads JSON as YAML, which forgives a comma too many; so does this, where JSON itself does not. */
function parseJsonData(path: string, text: string): ParsedData {
  try {
    return { value: JSON.parse(text), diagnostics: [] };
  } catch (error) {
    const parsed = parseYamlData(path, text);
    const message = error instanceof Error ? error.message : String(error);
    const position = / at position (\d+)/.exec(message);
    const isCut = message.includes("end of JSON");
    if (parsed.diagnostics.length === 0 || (position === null && !isCut)) return parsed;
    const offset = isCut ? text.trimEnd().length : Number(position?.[1]);
    const problem = isCut
      ? "it ends before its last bracket or quote is closed"
      : (message.split(" in JSON", 1)[0] ?? "");
    const facts = { path, problem: `${problem.charAt(0).toLowerCase()}${problem.slice(1)}` };
    return {
      value: null,
      diagnostics: [createDiagnostic("data-json", facts, placeAtOffset(path, text, offset))],
    };
  }
}

function parseCsvData(path: string, text: string, separator: "," | "\t"): ParsedData {
  const result = parseCsv(text, separator);
  if (Array.isArray(result)) return { value: result, diagnostics: [] };
  const { problem, offset } = result;
  const place = placeAtOffset(path, text, offset);
  return { value: null, diagnostics: [createDiagnostic("data-csv", { path, problem }, place)] };
}
