/** One configuration file as located YAML, or the first fault that keeps it from being read. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { createPlaces } from "../diagnostics/places.js";
import type { Report } from "../diagnostics/report.js";
import { isNothing, type LocatedMapping } from "../yaml/located-value.js";
import { parseYaml } from "../yaml/parse-yaml.js";

/** A file of the configuration. `path` is what messages call it. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a file whose top is a mapping; an empty file is an empty one. A byte order mark and `\r\n` are fine. `null` when
 * the file cannot be read. Adds `config-yaml…` and `config-not-mapping`.
 */
export function parseConfigFile(file: ConfigFile, report: Report): LocatedMapping | null {
  const text = file.text.replace(/^\uFEFF/, "");
  const parsed = parseYaml(text, createPlaces(file.path, text), { widensTabs: true });
  if (parsed.fault !== null) {
    const { place, ...facts } = parsed.fault;
    report.add(createDiagnostic("config-yaml", facts, place));
    return null;
  }
  const { root, tab, duplicates, secondDocument } = parsed;
  if (tab !== null) report.add(createDiagnostic("config-yaml-tab", {}, tab));
  if (secondDocument !== null)
    report.add(createDiagnostic("config-yaml-second-document", {}, secondDocument));
  for (const { key, place, firstPlace } of duplicates) {
    const related = [{ message: `"${key}" stood here first`, place: firstPlace }];
    report.add(createDiagnostic("config-yaml-duplicate-key", { key }, place, related));
  }
  if (root.kind === "mapping") return root;
  if (isNothing(root)) return { kind: "mapping", entries: new Map(), place: root.place };
  const found = root.kind === "list" ? "a list" : "text";
  report.add(createDiagnostic("config-not-mapping", { found }, root.place));
  return null;
}
