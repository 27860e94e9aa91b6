/** One configuration file as located YAML, or the first fault that keeps it from being read. */
import { type Document, type ParsedNode, parseDocument } from "yaml";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { explainYamlError } from "./explain-yaml-error.js";
import { locateDocument } from "./locate-document.js";
import type { LocatedMapping } from "./located-value.js";
import { createPlaces, type Places } from "./places.js";
import { findReadableTabs } from "./readable-tabs.js";

/** A file of the configuration. `path` is what messages call it. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads YAML 1.2 with what Jekyll's reader does beside it: `yes no on off` are true and false, `<<` merges, a byte
 * order mark and `\r\n` are fine. Dates stay text. `null` when the file cannot be read; an empty file is an empty mapping.
 * Adds `config-yaml…` and `config-not-mapping`.
 */
export function parseConfigFile(file: ConfigFile, report: Report): LocatedMapping | null {
  const text = file.text.replace(/^\uFEFF/, "");
  const written = readYaml(text);
  const tabs = written.errors.some(isFatal) ? findReadableTabs(text, readsCleanly) : null;
  const places = createPlaces(file.path, text, tabs?.widthOfTab);
  const document = tabs === null ? written : readYaml(tabs.text);
  if (tabs !== null)
    report.add(createDiagnostic("config-yaml-tab", {}, places.at(tabs.offset, tabs.offset + 1)));
  const fault = document.errors.find(isFatal);
  if (fault !== undefined) {
    const { problem, hint, start, end } = explainYamlError(fault, document, text);
    report.add(createDiagnostic("config-yaml", { problem, hint }, places.at(start, end)));
    return null;
  }
  reportSecondDocument(document, tabs?.text ?? text, places, report);
  return locateDocument(document, places, report);
}

function readYaml(text: string): Document.Parsed<ParsedNode, true> {
  return parseDocument<ParsedNode, true>(text, {
    version: "1.2",
    schema: "core",
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
    customTags: (tags) => [YES_AND_NO, ...tags],
  });
}

const YES_AND_NO = {
  identify: () => false,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: (source: string) => /^(?:yes|on)$/i.test(source),
};

function readsCleanly(text: string): string | null {
  const document = readYaml(text);
  return document.errors.length > 0 ? null : JSON.stringify(document.contents?.toJSON() ?? null);
}

/** Jekyll reads the first document of a file and passes over the others. */
function isFatal(error: { readonly code: string }): boolean {
  return error.code !== "MULTIPLE_DOCS";
}

function reportSecondDocument(document: Document.Parsed, text: string, places: Places, report: Report): void {
  const second = document.errors.find((error) => !isFatal(error));
  if (second === undefined) return;
  const start = second.pos[0];
  const rest = text.slice(start).replace(/^\s*(?:---|\.\.\.)/, "");
  if (/^\s*[^\s#]/m.test(rest))
    report.add(createDiagnostic("config-yaml-second-document", {}, places.at(start, start + 3)));
}
