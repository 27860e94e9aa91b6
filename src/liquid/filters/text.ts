/** Filters that turn text into text. */
import { type SlugMode, slugify } from "../../util/slugify.js";
import { toSmartQuotes } from "./smart-quotes.js";
import { asArray, asNumber, asText, type FilterTable, isNil, printValue } from "./values.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeAll = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

const CJK = /[\u4E00-\u9FFF\uF900-\uFAFF\u3400-\u4DBF\u3040-\u30FF\uAC00-\uD7AF]/gu;

export const textFilters: FilterTable = {
  append: (input, suffix) => asText(input) + asText(suffix),
  prepend: (input, prefix) => asText(prefix) + asText(input),
  capitalize: (input) =>
    asText(input).replace(
      /^([\s\S])([\s\S]*)$/,
      (_all, first: string, rest: string) => first.toUpperCase() + rest.toLowerCase(),
    ),
  downcase: (input) => asText(input).toLowerCase(),
  upcase: (input) => asText(input).toUpperCase(),
  strip: (input) => asText(input).trim(),
  lstrip: (input) => asText(input).trimStart(),
  rstrip: (input) => asText(input).trimEnd(),
  strip_newlines: (input) => asText(input).replace(/\r?\n/g, ""),
  newline_to_br: (input) => asText(input).replace(/\r?\n/g, "<br />\n"),
  normalize_whitespace: (input) => asText(input).replace(/\s+/g, " ").trim(),
  escape: (input) => (isNil(input) ? input : escapeAll(asText(input))),
  h: (input) => (isNil(input) ? input : escapeAll(asText(input))),
  escape_once: (input) =>
    asText(input).replace(
      /&(?!(?:[a-zA-Z]+|#\d+|#x[\da-fA-F]+);)|[<>"']/g,
      (character) => ESCAPES[character] ?? "",
    ),
  xml_escape: (input) => escapeAll(asText(input)).replaceAll("&#39;", "&apos;"),
  cdata_escape: (input) => asText(input).replaceAll("]]>", "]]]]><![CDATA[>"),
  replace: (input, from, to) => asText(input).replaceAll(asText(from), () => asText(to)),
  replace_first: (input, from, to) => asText(input).replace(asText(from), () => asText(to)),
  replace_last: (input, from, to) => replaceLast(asText(input), asText(from), asText(to)),
  remove: (input, part) => asText(input).replaceAll(asText(part), ""),
  remove_first: (input, part) => asText(input).replace(asText(part), ""),
  remove_last: (input, part) => replaceLast(asText(input), asText(part), ""),
  split: (input, separator) => splitText(asText(input), asText(separator)),
  truncate: (input, length, ellipsis) => truncateText(input, isNil(length) ? 50 : asNumber(length), ellipsis),
  truncatewords: (input, words, ellipsis) =>
    truncateWords(input, isNil(words) ? 15 : asNumber(words), ellipsis),
  array_to_sentence_string: (input, connector) =>
    toSentence(asArray(input).map(printValue), isNil(connector) ? "and" : asText(connector)),
  slugify: (input, mode) => (isNil(input) ? input : slugify(asText(input), readMode(asText(mode)))),
  smartify: (input) => toSmartQuotes(asText(input)),
};

function readMode(mode: string): SlugMode {
  return mode === "none" || mode === "raw" || mode === "pretty" || mode === "ascii" || mode === "latin"
    ? mode
    : "default";
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

/** As Ruby's `split`: one space splits at any white space, empty pieces at the end are dropped. */
function splitText(text: string, separator: string): string[] {
  const pieces = separator === " " ? text.trimStart().split(/\s+/) : splitAt(text, separator);
  while (pieces.length > 0 && pieces.at(-1) === "") pieces.pop();
  return pieces;
}

/** Without a separator every character is a piece, surrogate pairs whole. */
function splitAt(text: string, separator: string): string[] {
  return separator === "" ? [...text] : text.split(separator);
}

/** Counts characters, not code units; the ellipsis is part of the length. */
function truncateText(input: unknown, length: number, ellipsis: unknown): unknown {
  if (isNil(input)) return input;
  const characters = [...asText(input)];
  const tail = ellipsis === undefined ? "..." : asText(ellipsis);
  if (characters.length <= length) return asText(input);
  return characters.slice(0, Math.max(0, length - [...tail].length)).join("") + tail;
}

function truncateWords(input: unknown, limit: number, ellipsis: unknown): unknown {
  if (isNil(input)) return input;
  const words = splitText(asText(input), " ");
  const count = Math.max(1, limit);
  if (words.length <= count) return asText(input);
  return words.slice(0, count).join(" ") + (ellipsis === undefined ? "..." : asText(ellipsis));
}

/** Modes of Jekyll: `cjk` counts each CJK character as a word, `auto` does so only where there is one. */
export function countWords(text: string, mode: string): number {
  const characters = text.match(CJK)?.length ?? 0;
  const countsCjk = mode === "cjk" || (mode === "auto" && characters > 0);
  const words = (countsCjk ? text.replace(CJK, " ") : text).split(/\s+/).filter((word) => word !== "").length;
  return countsCjk ? characters + words : words;
}

function toSentence(items: readonly string[], connector: string): string {
  if (items.length < 3) return items.join(` ${connector} `);
  return `${items.slice(0, -1).join(", ")}, ${connector} ${items.at(-1)}`;
}
