/** YAML to values that know where they stand: the engine behind front matter and data files. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type ScalarTag,
  type Document as YamlDocument,
} from "yaml";
import { indentContinuations } from "./indent-continuations.js";

/** A range of code units of the YAML text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with its place. */
export interface YamlItem {
  readonly value: unknown;
  readonly span: Span;
  /** A scalar as written, without quotes; `null` for lists, maps and aliases. Keeps `1.0` apart from `1`. */
  readonly source: string | null;
  readonly quoting: "none" | "double" | "other";
  /** The comment on the line of the value, without its `#`. */
  readonly comment: string | null;
  /** Of a list. */
  readonly items: readonly YamlItem[];
}

/** A key of the outermost map with its value. */
export interface YamlEntry extends YamlItem {
  readonly key: string;
  readonly keySpan: Span;
}

export interface YamlFault {
  /** A code of the `yaml` package, `ALIAS` for an alias without its anchor, or `ALIAS_COUNT` for too many. */
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

export interface ParsedYaml {
  readonly value: unknown;
  /** Of the outermost map, a later duplicate in place of the former. Empty when the text is no map. */
  readonly entries: readonly YamlEntry[];
  /** The first fault; those after it mostly follow from it. Then `value` must not be used. */
  readonly fault: YamlFault | null;
  readonly duplicates: readonly { readonly key: string; readonly span: Span; readonly firstLine: number }[];
}

/**
 * Reads YAML 1.2 the way Ruby's YAML reads blogs: `yes`, `no`, `on` and `off` are truth values, `<<` merges, of
 * duplicate keys the last one counts, every key is text, values in quotes and brackets may go on without indentation.
 * Unlike Ruby's, dates stay text.
 */
export function parseYaml(text: string): ParsedYaml {
  const parsed = parseStrictly(text, (offset) => offset);
  if (parsed.fault?.code !== "MISSING_CHAR" && parsed.fault?.code !== "BAD_INDENT") return parsed;
  const indented = indentContinuations(text);
  const retried = indented === null ? parsed : parseStrictly(indented.text, indented.toOriginal);
  return retried.fault === null ? retried : parsed;
}

/** `toOriginal` turns offsets of `text` into those of the author's. */
function parseStrictly(text: string, toOriginal: ToOriginal): ParsedYaml {
  const lineCounter = new LineCounter();
  const document = firstDocument(text, lineCounter);
  if (document === null) return { value: null, entries: [], fault: null, duplicates: [] };
  const fault = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (fault !== undefined) {
    return failed({ code: fault.code, message: fault.message, offset: toOriginal(fault.pos[0]) });
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    const offset = findUnresolvedAlias(document);
    const code = offset === null ? "ALIAS_COUNT" : "ALIAS";
    return failed({ code, message: String(error), offset: toOriginal(offset ?? 0) });
  }
  const reader: Reader = { lineCounter, toOriginal };
  const duplicates: ParsedYaml["duplicates"][number][] = [];
  findDuplicates(document.contents, reader, duplicates);
  return { value, entries: readEntries(document.contents, value, reader), fault: null, duplicates };
}

type ToOriginal = (offset: number) => number;

interface Reader {
  readonly lineCounter: LineCounter;
  readonly toOriginal: ToOriginal;
}

function failed(fault: YamlFault): ParsedYaml {
  return { value: null, entries: [], fault, duplicates: [] };
}

const rubyBoolean: ScalarTag = {
  identify: (value) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:yes|no|on|off|true|false)$/i,
  resolve: (text) => /^(?:yes|on|true)$/i.test(text),
};

/** `null` when there is nothing but comments. What follows a second `---` is not read, as in Ruby. */
function firstDocument(text: string, lineCounter: LineCounter): YamlDocument | null {
  const documents = parseAllDocuments(text, {
    strict: false,
    stringKeys: true,
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter,
    customTags: (tags) => [rubyBoolean, ...tags],
  });
  return documents[0] ?? null;
}

function readEntries(contents: unknown, value: unknown, reader: Reader): YamlEntry[] {
  if (!isMap(contents) || typeof value !== "object" || value === null) return [];
  const values = value as Readonly<Record<string, unknown>>;
  const entries = new Map<string, YamlEntry>();
  for (const { key, value: node } of contents.items) {
    if (!isScalar(key) || key.value === "<<") continue;
    const name = String(key.value);
    const keySpan = spanOf(key, reader);
    entries.set(name, { key: name, keySpan, ...readItem(node, values[name], keySpan, reader) });
  }
  return [...entries.values()];
}

/** A value that is not there at all (`title:`) stands where its key does. */
function readItem(node: unknown, value: unknown, keySpan: Span, reader: Reader): YamlItem {
  const isEmpty = !isNode(node) || (isScalar(node) && node.value === null && (node.source ?? "") === "");
  const scalar = isScalar(node) ? node : null;
  return {
    value,
    span: isEmpty ? keySpan : spanOf(node, reader),
    source: scalar === null ? null : (scalar.source ?? ""),
    quoting: scalar?.type === "PLAIN" ? "none" : scalar?.type === "QUOTE_DOUBLE" ? "double" : "other",
    comment: scalar?.comment ?? null,
    items:
      isSeq(node) && Array.isArray(value)
        ? node.items.map((item, index) =>
            readItem(item, value[index], spanOf(isNode(item) ? item : node, reader), reader),
          )
        : [],
  };
}

function spanOf(node: Node, { toOriginal }: Reader): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: toOriginal(start), end: toOriginal(end) };
}

function findDuplicates(node: unknown, reader: Reader, found: ParsedYaml["duplicates"][number][]): void {
  if (isSeq(node)) for (const item of node.items) findDuplicates(item, reader, found);
  if (!isMap(node)) return;
  const lines = new Map<string, number>();
  for (const { key, value } of node.items) {
    findDuplicates(value, reader, found);
    if (!isScalar(key) || key.value === "<<") continue;
    const name = String(key.value);
    const firstLine = lines.get(name);
    if (firstLine !== undefined) found.push({ key: name, span: spanOf(key, reader), firstLine });
    else lines.set(name, reader.lineCounter.linePos(key.range?.[0] ?? 0).line);
  }
}

function findUnresolvedAlias(document: YamlDocument): number | null {
  let offset: number | null = null;
  const search = (node: unknown): boolean => {
    if (isAlias(node) && node.resolve(document) === undefined) {
      offset = node.range?.[0] ?? 0;
      return true;
    }
    if (isSeq(node)) return node.items.some(search);
    if (isMap(node)) return node.items.some(({ value }) => search(value));
    return false;
  };
  search(document.contents);
  return offset;
}
