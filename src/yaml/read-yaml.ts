/** The reading of YAML with the package `yaml`. */
import { type Document, isScalar, parseDocument, type ScalarTag, visit } from "yaml";
import { createPlaces, type Places } from "../diagnostics/places.js";
import { explainYamlFault } from "./explain-yaml-fault.js";
import { indentContinuations } from "./indent-continuations.js";
import { type LocatedDocument, locateValues, type YamlFault } from "./locate-values.js";
import { toPlain } from "./located-value.js";
import type { BrokenYaml, ReadYaml, YamlOptions } from "./parse-yaml.js";
import type { RewrittenText } from "./rewritten-text.js";
import { widenTabs } from "./widen-tabs.js";

/** What `parseYaml` is; apart from it, since it needs the package `yaml`. */
export function readYaml(text: string, places: Places, { widensTabs }: YamlOptions): ReadYaml | BrokenYaml {
  const written: RewrittenText = { text, toOriginal: (offset) => offset };
  const document = readDocument(text);
  const fault = document.errors.find(isFatal);
  if (fault === undefined) return locate(document, written, places);
  const indented = HAS_LINES_TO_INDENT.has(fault.code) ? indentContinuations(text) : null;
  const retried = indented === null ? null : readDocument(indented.text);
  if (indented !== null && retried?.errors.every((error) => !isFatal(error)) === true)
    return locate(retried, indented, places);
  const widened = widensTabs ? widenTabs(text, readComparably) : null;
  if (widened !== null) {
    const read = locate(readDocument(widened.text), widened, places);
    return read.fault === null ? { ...read, tab: places.at(widened.firstTab, widened.firstTab + 1) } : read;
  }
  const { code, message, pos } = fault;
  const openQuote = findQuoteAround(document, pos[0]);
  const { problem, hint, start, end } = explainYamlFault(text, { code, message, offset: pos[0], openQuote });
  return { fault: { problem, hint, place: places.at(start, end) } };
}

const HAS_LINES_TO_INDENT: ReadonlySet<string> = new Set(["MISSING_CHAR", "BAD_INDENT"]);

function readDocument(text: string): Document.Parsed {
  return parseDocument(text, {
    strict: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
    customTags: (tags) => [rubyBoolean, ...tags],
  });
}

const rubyBoolean: ScalarTag = {
  identify: () => false,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:yes|no|on|off|true|false)$/i,
  resolve: (text) => /^(?:yes|on|true)$/i.test(text),
};

/** Ruby reads the first document of a text and passes over the others. */
function isFatal(error: { readonly code: string }): boolean {
  return error.code !== "MULTIPLE_DOCS";
}

function locate(
  document: Document.Parsed,
  { text, toOriginal }: RewrittenText,
  places: Places,
): ReadYaml | BrokenYaml {
  const located = locateValues(document, { toOriginal, placeOf: ({ start, end }) => places.at(start, end) });
  if (!isLocated(located)) return { fault: located };
  const second = document.errors.find((error) => !isFatal(error))?.pos[0];
  const hasSecond =
    second !== undefined && /^\s*[^\s#]/m.test(text.slice(second).replace(/^\s*(?:---|\.\.\.)/, ""));
  const secondDocument = hasSecond ? places.at(toOriginal(second), toOriginal(second) + 3) : null;
  return { fault: null, ...located, secondDocument, tab: null };
}

function isLocated(result: LocatedDocument | YamlFault): result is LocatedDocument {
  return "root" in result;
}

function readComparably(text: string): string | null {
  const document = readDocument(text);
  if (document.errors.length > 0) return null;
  const read = locate(document, { text, toOriginal: (offset) => offset }, createPlaces("", text));
  return read.fault === null ? JSON.stringify(toPlain(read.root)) : null;
}

/** The offset at which the text in quotes starts that holds `offset`. */
function findQuoteAround(document: Document.Parsed, offset: number): number | null {
  let found: number | null = null;
  visit(document, {
    Scalar: (_key, node) => {
      const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      if (isQuoted && node.range && node.range[0] < offset && node.range[1] >= offset) found = node.range[0];
    },
  });
  return found;
}
