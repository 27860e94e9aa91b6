/** What an author most likely did wrong where YAML stops making sense. */
import type { YamlFault } from "./parse-yaml.js";

export interface YamlExplanation {
  /** What is wrong, in plain words; fits after "the YAML cannot be read: ". */
  readonly problem: string;
  /** What to write instead. */
  readonly advice: string;
  /** In the YAML text: better than the parser's own where that is only where it gave up. */
  readonly offset: number;
  readonly length: number;
}

interface Scene {
  readonly fault: YamlFault;
  readonly text: string;
  /** The line of the fault and where it starts. */
  readonly line: string;
  readonly lineStart: number;
}

/** Each looks for one kind of slip; the first that finds it speaks. */
type Explainer = (scene: Scene) => YamlExplanation | null;

/** Finds the likely cause of a fault. The last resort repeats what the parser said. */
export function explainYamlFault(text: string, fault: YamlFault): YamlExplanation {
  const lineStart = text.lastIndexOf("\n", fault.offset - 1) + 1;
  const line = text.slice(lineStart).split("\n", 1)[0] ?? "";
  const scene: Scene = { fault, text, line, lineStart };
  for (const explain of EXPLAINERS) {
    const explanation = explain(scene);
    if (explanation !== null) return explanation;
  }
  return {
    problem: `${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`,
    advice:
      "Put the value in double quotes if it holds any of the characters : # [ ] { } & * ! | > ' \" % @ `",
    offset: fault.offset,
    length: 1,
  };
}

const explainBraces: Explainer = ({ line, lineStart }) => {
  const index = line.search(/\{[{%]/);
  if (index < 0) return null;
  return {
    problem: `"${line.slice(index, index + 2)}" begins a map in YAML, and front matter is no place for Liquid`,
    advice: "Write the value out, or put it in quotes to keep the braces as text",
    offset: lineStart + index,
    length: 2,
  };
};

const explainTab: Explainer = ({ line, lineStart, fault }) => {
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (fault.code !== "TAB_AS_INDENT" && !indentation.includes("\t")) return null;
  const index = Math.max(0, indentation.indexOf("\t"));
  return {
    problem: "a tab is used for indentation, which YAML does not allow",
    advice: "Use spaces instead of the tab",
    offset: lineStart + index,
    length: 1,
  };
};

/** The parser meets an unclosed quote at the end of the text; the author has to look at its beginning. */
const explainOpenQuote: Explainer = ({ text, fault }) => {
  const quote = /^Missing closing (["'])/.exec(fault.message)?.[1];
  if (quote === undefined) return null;
  const openings = [...text.matchAll(/(?:^|\n)[^\n#"']*?(?::[ \t]+|-[ \t]+|[[,][ \t]*)(["'])[^\n]*/g)];
  const opening = openings.find((match) => match[1] === quote && isOpen(match[0], quote)) ?? null;
  if (opening === null) return null;
  return {
    problem: `the quote ${quote} that is opened here is never closed`,
    advice: `Close it with ${quote}, or leave out both quotes`,
    offset: opening.index + opening[0].indexOf(quote),
    length: 1,
  };
};

function isOpen(line: string, quote: string): boolean {
  return line.replace(/\\./g, "").split(quote).length % 2 === 0;
}

const explainStart: Explainer = ({ fault, text }) => {
  const character = text[fault.offset] ?? "";
  if (fault.code === "ALIAS_COUNT") {
    const problem = "its aliases repeat one another so often that they would fill the memory";
    return { problem, advice: "Write the values out", offset: 0, length: 1 };
  }
  if (fault.code === "ALIAS") {
    return {
      problem: "a value that starts with * refers to an anchor, and there is none of that name",
      advice: "Put the value in quotes",
      offset: fault.offset,
      length: 1,
    };
  }
  if (fault.code !== "BAD_SCALAR_START") return null;
  return {
    problem: `a value cannot start with ${character}`,
    advice: "Put the value in quotes",
    offset: fault.offset,
    length: 1,
  };
};

/** `title: Foo: bar`: the parser complains at `Foo`, the slip is the second colon. */
const explainColon: Explainer = ({ line, lineStart, fault }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY" && fault.code !== "UNEXPECTED_TOKEN") return null;
  const parts = /^(\s*(?:- +)*[^\s"'#:][^:]*:[ \t]+)([^"'[{|>\s].*?):(?:[ \t]|$)/.exec(line);
  const [, key, before] = parts ?? [];
  if (key === undefined || before === undefined) return null;
  const value = line.slice(key.length).trimEnd();
  return {
    problem: "a colon and a space inside a value start a new key",
    advice: `Put the value in quotes: ${key.trim()} "${value.replace(/["\\]/g, "\\$&")}"`,
    offset: lineStart + key.length + before.length,
    length: 1,
  };
};

const explainAfterQuote: Explainer = ({ fault, line, lineStart }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" && fault.code !== "BLOCK_AS_IMPLICIT_KEY") return null;
  const quote = /:[ \t]+(["'])/.exec(line)?.[1];
  if (quote === undefined || fault.offset < lineStart) return null;
  const advice =
    quote === "'"
      ? "Inside single quotes write an apostrophe twice (''), or put the value in double quotes"
      : 'Inside double quotes write \\" for a quote, or put the whole value in single quotes';
  return { problem: "text follows the closing quote", advice, offset: fault.offset, length: 1 };
};

const explainAfterBracket: Explainer = ({ fault, line }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" || !/:[ \t]+[[{]/.test(line)) return null;
  return {
    problem: "text follows a value in brackets",
    advice: "Put the whole value in quotes if it only begins with a bracket",
    offset: fault.offset,
    length: 1,
  };
};

const explainOpenBracket: Explainer = ({ fault, text }) => {
  if (!/^Flow (?:sequence|map)/.test(fault.message)) return null;
  const opening = Math.max(text.lastIndexOf("[", fault.offset), text.lastIndexOf("{", fault.offset));
  if (opening < 0) return null;
  return {
    problem: `the bracket ${text[opening]} that is opened here is never closed, or its lines are not indented`,
    advice: "Close it on its line, or indent the lines that follow by two spaces",
    offset: opening,
    length: 1,
  };
};

const explainNoColon: Explainer = ({ fault, text }) => {
  if (fault.code !== "MULTILINE_IMPLICIT_KEY" && fault.code !== "MISSING_CHAR") return null;
  const line = text.slice(fault.offset).split("\n", 1)[0] ?? "";
  const glued = /^([\w-]+):(\S.*)/.exec(line);
  return {
    problem:
      glued === null
        ? "this line has no colon, so it is no key with a value"
        : "a space is missing after the colon",
    advice: glued === null ? "Write it as key: value" : `Write ${glued[1]}: ${glued[2]}`,
    offset: fault.offset,
    length: Math.max(1, line.trimEnd().length),
  };
};

/** ` title: x` under `layout: post`: the parser complains at `post`, the slip is the indentation below. */
const explainEscape: Explainer = ({ fault, text }) => {
  if (fault.code !== "BAD_DQ_ESCAPE") return null;
  return {
    problem: `in double quotes a backslash begins an escape, and "${text.slice(fault.offset, fault.offset + 2)}" is none`,
    advice: "Use single quotes, in which a backslash is a backslash, or write two backslashes",
    offset: fault.offset,
    length: 2,
  };
};

const explainMarker: Explainer = ({ line, lineStart }) => {
  const [whole, marker] = /^\s*[^\s:]+:[ \t]+([|>](?=[ \t]+[^\s#])|[-?](?=[ \t]))/.exec(line) ?? [];
  if (whole === undefined || marker === undefined) return null;
  return {
    problem: `a value that starts with ${marker} and goes on means something else in YAML`,
    advice: "Put the value in quotes",
    offset: lineStart + whole.length - 1,
    length: 1,
  };
};

const explainIndentation: Explainer = ({ fault, text, line, lineStart }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY" && fault.code !== "BAD_INDENT") return null;
  const nextStart = lineStart + line.length + 1;
  const next = text.slice(nextStart).split("\n", 1)[0] ?? "";
  const indentation = /^ +(?=[^\s:]+:)/.exec(next)?.[0];
  if (indentation === undefined) return null;
  return {
    problem: "this line is indented, so it seems to belong to the value above it",
    advice: "Start each key in the same column",
    offset: nextStart,
    length: indentation.length,
  };
};

const EXPLAINERS: readonly Explainer[] = [
  explainBraces,
  explainTab,
  explainOpenQuote,
  explainStart,
  explainEscape,
  explainMarker,
  explainColon,
  explainAfterQuote,
  explainAfterBracket,
  explainOpenBracket,
  explainNoColon,
  explainIndentation,
];
