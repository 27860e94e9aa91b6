/** A file's text to front matter and body. gray-matter splits; the engine that reads the YAML is ours. */
import matter from "gray-matter";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { placeAt, placeAtOffset } from "../diagnostics/place-in-text.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { explainYamlFault } from "./explain-yaml-fault.js";
import { type ParsedYaml, parseYaml, type Span, type YamlEntry } from "./parse-yaml.js";

/** A text split, with everything that is wrong with its front matter as such. Plain data that may be kept. */
export interface SplitText {
  readonly hasFrontMatter: boolean;
  /** Whether the front matter could be read. If not, the values are empty and `body` is all that follows. */
  readonly isSound: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly entries: readonly YamlEntry[];
  /** Where the YAML starts in the text; spans of entries count from there. */
  readonly yamlOffset: number;
  readonly body: string;
  /** The line of the file, from 1, on which the body starts. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The first line of front matter: three hyphens, and perhaps the name of a language. */
const OPENING = /^---[ \t]*([A-Za-z]*)[ \t]*(?:\n|$)/;
/** Its last line: three hyphens or three dots. */
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Whether a text that starts like this one is a page with front matter, as Jekyll decides it. */
export function startsWithFrontMatter(start: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n/.test(start);
}

/** Whether a text starts with front matter in a language of its own: `---js`, `---toml`. */
export function startsWithForeignFrontMatter(start: string): boolean {
  return /^\uFEFF?---[ \t]*[A-Za-z]+[ \t]*\r?\n/.test(start);
}

/**
 * Splits a text whose line breaks are `\n`. Never throws. Diagnostics: `front-matter-unclosed`,
 * `front-matter-language`, `front-matter-yaml`, `front-matter-not-a-map`, `front-matter-duplicate-key`,
 * `front-matter-comment`, `front-matter-escape`.
 */
export function splitFrontMatter(path: string, text: string): SplitText {
  const opening = OPENING.exec(text);
  if (opening === null) return withoutFrontMatter(text);
  const [openingLine, language = ""] = opening;
  const closing = CLOSING.exec(text.slice(openingLine.length));
  if (language !== "" && !/^ya?ml$/i.test(language)) {
    const isFrontMatter = closing !== null;
    const place = placeAtOffset(path, text, text.indexOf(language), language.length);
    return isFrontMatter
      ? broken(
          text,
          openingLine.length + closing.index,
          createDiagnostic("front-matter-language", { language }, place),
        )
      : withoutFrontMatter(text);
  }
  if (closing === null) {
    const diagnostic = createDiagnostic("front-matter-unclosed", {}, placeAt(path, text, 1, 1, 3));
    return broken(text, text.length, diagnostic);
  }
  return readFrontMatter(path, text, closing[0]);
}

function withoutFrontMatter(text: string): SplitText {
  return {
    hasFrontMatter: false,
    isSound: true,
    values: {},
    entries: [],
    yamlOffset: 0,
    body: text,
    bodyLine: 1,
    diagnostics: [],
  };
}

function broken(text: string, bodyOffset: number, diagnostic: Diagnostic): SplitText {
  return {
    ...withoutFrontMatter(text.slice(bodyOffset)),
    hasFrontMatter: true,
    isSound: false,
    bodyLine: lineAt(text, bodyOffset),
    diagnostics: [diagnostic],
  };
}

/**
 * gray-matter is always given options, since without them it caches by content, shares the values between callers and
 * remembers a text that it failed on as if it were fine; and engines, since its own would run JavaScript
 * (https://github.com/jonschlinkert/gray-matter/issues/166 and 182) and make UTC dates of dates.
 */
function readFrontMatter(path: string, text: string, closingLine: string): SplitText {
  let yaml: ParsedYaml = { value: null, entries: [], fault: null, duplicates: [] };
  const engine = (source: string): object => {
    yaml = parseYaml(source);
    return {};
  };
  // The line break in the delimiter keeps a line such as `---- x` from ending the front matter.
  const complete = text.endsWith("\n") ? text : `${text}\n`;
  const file = matter(complete, {
    language: "yaml",
    delimiters: ["---", `${closingLine}\n`],
    engines: { yaml: engine, javascript: refuse, json: refuse },
  });
  const bodyOffset = complete.length - file.content.length;
  const yamlOffset = complete.indexOf(file.matter, 3);
  const reader: Reader = { path, text, yamlOffset, yamlText: file.matter };
  const diagnostics = [...reportFault(reader, yaml), ...reportOddities(reader, yaml)];
  const isSound = yaml.fault === null && (yaml.value === null || isRecord(yaml.value));
  return {
    hasFrontMatter: true,
    isSound,
    values: isSound && isRecord(yaml.value) ? yaml.value : {},
    entries: yaml.entries,
    yamlOffset,
    body: text.slice(bodyOffset),
    bodyLine: lineAt(complete, bodyOffset),
    diagnostics,
  };
}

function refuse(): object {
  throw new Error("front matter in a language other than YAML is never run");
}

interface Reader {
  readonly path: string;
  readonly text: string;
  readonly yamlOffset: number;
  readonly yamlText: string;
}

function reportFault(reader: Reader, { fault, value }: ParsedYaml): Diagnostic[] {
  const { path, text, yamlOffset, yamlText } = reader;
  if (fault !== null) {
    const { problem, advice, offset, length } = explainYamlFault(yamlText, fault);
    const place = placeAtOffset(path, text, yamlOffset + offset, length);
    return [createDiagnostic("front-matter-yaml", { problem, advice }, place)];
  }
  if (value === null || isRecord(value)) return [];
  const start = yamlOffset + yamlText.search(/\S/);
  const found = Array.isArray(value) ? "a list" : `the text "${String(value)}"`;
  return [createDiagnostic("front-matter-not-a-map", { found }, placeAtOffset(path, text, start))];
}

/** What YAML accepts, though its author cannot have meant it. */
function reportOddities(reader: Reader, { duplicates, entries }: ParsedYaml): Diagnostic[] {
  const twice = duplicates.map(({ key, span, firstLine }) =>
    createDiagnostic("front-matter-duplicate-key", { key, firstLine }, placeOf(reader, span)),
  );
  const texts = entries.filter(({ key }) => key === "title" || key === "description");
  return [
    ...twice,
    ...texts.flatMap((entry) => reportComment(reader, entry)),
    ...texts.flatMap((entry) => reportEscape(reader, entry)),
  ];
}

/** `title: About C #2` is cut at the hash; a real comment has a space after it. */
function reportComment(reader: Reader, { key, quoting, source, comment, span }: YamlEntry): Diagnostic[] {
  if (quoting !== "none" || comment === null || !/^[^\s#]/.test(comment)) return [];
  const facts = { key, kept: source ?? "", lost: `#${comment}` };
  return [createDiagnostic("front-matter-comment", facts, placeOf(reader, span))];
}

/** `title: "On $\nabla$"` holds a line break and `abla`. */
function reportEscape(reader: Reader, { key, quoting, span }: YamlEntry): Diagnostic[] {
  if (quoting !== "double") return [];
  const written = reader.yamlText.slice(span.start, span.end);
  const found = /(?<=(?:^|[^\\])(?:\\\\)*)\\[abtnvfre][a-zA-Z]+/.exec(written);
  // A line break in a long text may well be meant.
  if (found === null || (key === "description" && found[0].startsWith("\\n"))) return [];
  const start = span.start + found.index;
  const place = placeOf(reader, { start, end: start + found[0].length });
  return [createDiagnostic("front-matter-escape", { key, command: found[0] }, place)];
}

function placeOf({ path, text, yamlOffset }: Reader, { start, end }: Span): Place {
  return placeAtOffset(path, text, yamlOffset + start, end - start);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
