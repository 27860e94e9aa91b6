/** A file's text to front matter and body. gray-matter splits; the engine that reads the YAML is ours. */
import { createRequire } from "node:module";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { placeAt, placeAtOffset } from "../diagnostics/place-in-text.js";
import { createPlaces, type Places } from "../diagnostics/places.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isNothing, type LocatedEntry, type LocatedScalar, toRecord } from "../yaml/located-value.js";
import { type BrokenYaml, parseYaml, type ReadYaml } from "../yaml/parse-yaml.js";
import { CLOSING, OPENING } from "./head-of.js";

/** A text split, with everything that is wrong with its front matter as such. Plain data that may be kept. */
export interface SplitText {
  readonly hasFrontMatter: boolean;
  /** Whether the front matter could be read. If not, the values are empty and `body` is all that follows. */
  readonly isSound: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly body: string;
  /** The line of the file, from 1, on which the body starts. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

// Loaded for the first text that has to be split: a build whose files are all known needs none of it.
const require = createRequire(import.meta.url);

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
    entries: new Map(),
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
  // The line break in the delimiter keeps a line such as `---- x` from ending the front matter.
  const complete = text.endsWith("\n") ? text : `${text}\n`;
  let yamlText = "";
  const engine = (source: string): object => {
    yamlText = source;
    return {};
  };
  const { matter }: typeof import("./matter.js") = require("./matter.js");
  const file = matter(complete, {
    language: "yaml",
    delimiters: ["---", `${closingLine}\n`],
    engines: { yaml: engine, javascript: refuse, json: refuse },
  });
  const bodyOffset = complete.length - file.content.length;
  const places = createPlaces(path, text, complete.indexOf(file.matter, 3));
  const parsed = parseYaml(yamlText, places, { widensTabs: false });
  const root = parsed.fault === null && parsed.root.kind === "mapping" ? parsed.root : null;
  return {
    hasFrontMatter: true,
    isSound: parsed.fault === null && (root !== null || isNothing(parsed.root)),
    values: root === null ? {} : toRecord(root),
    entries: root === null ? new Map() : root.entries,
    body: text.slice(bodyOffset),
    bodyLine: lineAt(complete, bodyOffset),
    diagnostics: parsed.fault === null ? reportOddities(parsed, yamlText, places) : [reportFault(parsed)],
  };
}

function refuse(): object {
  throw new Error("front matter in a language other than YAML is never run");
}

function reportFault({ fault: { problem, hint, place } }: BrokenYaml): Diagnostic {
  return createDiagnostic("front-matter-yaml", { problem, hint }, place);
}

/** What YAML accepts, though its author cannot have meant it. */
function reportOddities({ root, duplicates }: ReadYaml, yamlText: string, places: Places): Diagnostic[] {
  if (isNothing(root)) return [];
  if (root.kind !== "mapping") {
    const found = root.kind === "list" ? "a list" : `the text "${root.source}"`;
    return [createDiagnostic("front-matter-not-a-map", { found }, root.place)];
  }
  const twice = duplicates.map(({ key, place, firstPlace }) =>
    createDiagnostic("front-matter-duplicate-key", { key, firstLine: firstPlace.line ?? 1 }, place),
  );
  const texts = ["title", "description"].flatMap((key) => {
    const value = root.entries.get(key)?.value;
    return value?.kind === "scalar" ? [{ key, value }] : [];
  });
  return [
    ...twice,
    ...texts.flatMap(({ key, value }) => reportComment(key, value)),
    ...texts.flatMap(({ key, value }) => reportEscape(key, value, yamlText, places)),
  ];
}

/** `title: About C #2` is cut at the hash; a real comment has a space after it. */
function reportComment(key: string, { quoting, source, comment, place }: LocatedScalar): Diagnostic[] {
  if (quoting !== "none" || comment === null || !/^[^\s#]/.test(comment)) return [];
  return [createDiagnostic("front-matter-comment", { key, kept: source, lost: `#${comment}` }, place)];
}

/** `title: "On $\nabla$"` holds a line break and `abla`. */
function reportEscape(
  key: string,
  { quoting, span }: LocatedScalar,
  yamlText: string,
  places: Places,
): Diagnostic[] {
  if (quoting !== "double") return [];
  const written = yamlText.slice(span.start, span.end);
  const found = /(?<=(?:^|[^\\])(?:\\\\)*)\\[abtnvfre][a-zA-Z]+/.exec(written);
  // A line break in a long text may well be meant.
  if (found === null || (key === "description" && found[0].startsWith("\\n"))) return [];
  const start = span.start + found.index;
  const place = places.at(start, start + found[0].length);
  return [createDiagnostic("front-matter-escape", { key, command: found[0] }, place)];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
