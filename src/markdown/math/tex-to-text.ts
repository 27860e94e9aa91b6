/** TeX as readable Unicode, for every place that holds text only: titles, feeds, descriptions, accessible names. */

import { addAccent, enclose, lower, raise } from "./shape-text.js";
import { SILENT, SILENT_WITH_ARGUMENT, SPACES, STYLES } from "./tex-command-names.js";
import { ACCENTS, BIG_OPERATORS, isAlphabet, OPERATORS, SYMBOLS, writeInAlphabet } from "./tex-symbols.js";

/**
 * `\frac{1}{n^2}` -> `1/n²`. Never throws, whatever it is given; what Unicode cannot write is spelled out (`x^(y/2)`),
 * unknown commands become their name. The result is one line without backslashes; braces only where TeX shows braces.
 */
export function texToText(tex: string): string {
  const tokens = tokenize(tex);
  const text = readUntil({ tokens, index: 0 }, undefined);
  return text
    .replaceAll("\\", "")
    .replace(/\s+/g, " ")
    .replace(/\s+([,;.)\]])/g, "$1")
    .replace(/([([])\s+/g, "$1")
    .trim();
}

interface Reader {
  readonly tokens: readonly string[];
  index: number;
}

/** Commands with their backslash, single characters, runs of spaces as one space. Comments are left out. */
function tokenize(tex: string): readonly string[] {
  const uncommented = tex.replace(/(\\.)|%[^\n]*/gs, "$1");
  return (
    uncommented.match(/\\(?:[A-Za-z]+\*?|[\s\S])|\s+|[^\\]/gu)?.map((token) => token.replace(/^\s+$/, " ")) ??
    []
  );
}

function readUntil(reader: Reader, end: string | undefined): string {
  let text = "";
  while (reader.index < reader.tokens.length) {
    if (reader.tokens[reader.index] === end) {
      reader.index++;
      break;
    }
    text += readNext(reader, text);
  }
  return text;
}

function readNext(reader: Reader, before: string): string {
  const token = reader.tokens[reader.index++] ?? "";
  if (token === "{") return readUntil(reader, "}");
  if (token === "}") return "";
  if (token === "^") return raise(readArgument(reader));
  if (token === "_") return lower(readArgument(reader));
  if (token === "~") return " ";
  if (token === "&") return " ";
  if (token === "'") return "′";
  if (token === "-" && !/^\s*$/.test(before) && !/[([,=<>+*/−]\s*$/.test(before)) return " − ";
  if (token === "-") return "−";
  if (/^[=<>+]$/.test(token)) return ` ${token} `;
  if (token === "," || token === ";") return `${token} `;
  if (token === " ") return "";
  return token.startsWith("\\") ? readCommand(token.slice(1), reader) : token;
}

function readCommand(name: string, reader: Reader): string {
  const special = COMMANDS[name];
  if (special !== undefined && Object.hasOwn(COMMANDS, name)) return special(reader);
  const accent = ACCENTS.get(name);
  if (accent !== undefined) return addAccent(accent, readArgument(reader));
  if (isAlphabet(name)) return writeInAlphabet(name, readArgument(reader));
  const operator = OPERATORS.get(name);
  if (operator !== undefined) return ` ${operator} `;
  const big = BIG_OPERATORS.get(name);
  if (big !== undefined) {
    const limits = readLimits(reader);
    return ` ${big}${limits}${limits !== "" || continuesWithWord(reader) ? " " : ""}`;
  }
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) return symbol;
  if (SPACES.has(name)) return " ";
  if (SILENT.has(name)) return "";
  if (SILENT_WITH_ARGUMENT.has(name)) {
    readRawArgument(reader);
    return "";
  }
  if (STYLES.has(name)) return readArgument(reader);
  return /^[A-Za-z]/.test(name) ? ` ${name.replace("*", "")} ` : name;
}

const COMMANDS: Readonly<Record<string, (reader: Reader) => string>> = {
  frac: readFraction,
  dfrac: readFraction,
  tfrac: readFraction,
  cfrac: readFraction,
  binom: readBinomial,
  dbinom: readBinomial,
  tbinom: readBinomial,
  sqrt: (reader) => {
    const index = readOption(reader);
    const sign =
      index === "" || index === "2" ? "√" : index === "3" ? "∛" : index === "4" ? "∜" : `${raise(index)}√`;
    return sign + enclose(readArgument(reader));
  },
  begin: (reader) => {
    const name = readRawArgument(reader);
    if (/^(?:array|alignat|alignedat|tabular)/.test(name)) readRawArgument(reader);
    return /^[pb]matrix/.test(name) ? "(" : /^cases/.test(name) ? "{ " : " ";
  },
  end: (reader) => (/^[pb]matrix/.test(readRawArgument(reader)) ? ")" : " "),
  tag: (reader) => ` (${readRawArgument(reader)}) `,
  "tag*": (reader) => ` ${readRawArgument(reader)} `,
  ref: readRawArgument,
  eqref: (reader) => `(${readRawArgument(reader)})`,
  operatorname: (reader) =>
    ` ${readRawArgument(reader).replaceAll("\\", "")}${continuesWithWord(reader) ? " " : ""}`,
  "operatorname*": (reader) =>
    ` ${readRawArgument(reader).replaceAll("\\", "")}${continuesWithWord(reader) ? " " : ""}`,
  pmod: (reader) => ` (mod ${readArgument(reader)})`,
  mod: (reader) => ` mod ${readArgument(reader)}`,
  overset: readStacked,
  stackrel: readStacked,
  underset: (reader) => {
    const below = readArgument(reader);
    return readArgument(reader) + lower(below);
  },
  textcolor: (reader) => {
    readRawArgument(reader);
    return readArgument(reader);
  },
  href: (reader) => {
    readRawArgument(reader);
    return readArgument(reader);
  },
  over: () => "/",
  choose: () => " choose ",
  ...Object.fromEntries(
    [
      "text",
      "textrm",
      "textbf",
      "textit",
      "textsf",
      "texttt",
      "mbox",
      "hbox",
      "textnormal",
      "emph",
      "intertext",
      "verb",
    ].map((name) => [name, readText]),
  ),
};

function readLimits(reader: Reader): string {
  let limits = "";
  skipSpaces(reader);
  while (reader.tokens[reader.index] === "_" || reader.tokens[reader.index] === "^") {
    limits += readNext(reader, limits);
    skipSpaces(reader);
  }
  return limits;
}

function readFraction(reader: Reader): string {
  const numerator = readArgument(reader).trim();
  const denominator = readArgument(reader).trim();
  return `${enclose(numerator)}/${enclose(denominator)}`;
}

function readBinomial(reader: Reader): string {
  const upper = readArgument(reader).trim();
  return `(${upper} choose ${readArgument(reader).trim()})`;
}

function readStacked(reader: Reader): string {
  const above = readArgument(reader);
  return readArgument(reader).trimEnd() + raise(above);
}

/** Words as they are; a formula inside is read as one. */
function readText(reader: Reader): string {
  const raw = readRawArgument(reader);
  return raw
    .replace(/(?<!\\)\$([^$]*)\$/g, (_, tex: string) => texToText(tex))
    .replace(/\\(?:[a-zA-Z]+\s*|(.))/g, "$1")
    .replace(/[{}]/g, "");
}

/** A group, or the next command or character. */
function readArgument(reader: Reader): string {
  skipSpaces(reader);
  if (reader.index >= reader.tokens.length) return "";
  return readNext(reader, "");
}

/** The source of a group, not read as TeX. */
function readRawArgument(reader: Reader): string {
  skipSpaces(reader);
  if (reader.tokens[reader.index] !== "{") return reader.tokens[reader.index++] ?? "";
  const start = reader.index + 1;
  let depth = 0;
  while (reader.index < reader.tokens.length) {
    const token = reader.tokens[reader.index++];
    depth += token === "{" ? 1 : token === "}" ? -1 : 0;
    if (depth === 0) return reader.tokens.slice(start, reader.index - 1).join("");
  }
  return reader.tokens.slice(start).join("");
}

function readOption(reader: Reader): string {
  skipSpaces(reader);
  if (reader.tokens[reader.index] !== "[") return "";
  reader.index++;
  return readUntil(reader, "]").trim();
}

function skipSpaces(reader: Reader): void {
  while (reader.tokens[reader.index] === " ") reader.index++;
}

function continuesWithWord(reader: Reader): boolean {
  let index = reader.index;
  while (reader.tokens[index] === " ") index++;
  return /^(?:[\p{L}\p{N}]|\\[A-Za-z]+)$/u.test(reader.tokens[index] ?? "");
}
