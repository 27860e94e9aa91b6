/** Says what is wrong with broken YAML in words for people who write blogs, not parsers. */
import { type Document, isScalar, visit, type YAMLError } from "yaml";

export interface YamlExplanation {
  readonly problem: string;
  readonly hint: string;
  /** The offsets that the caret should show. */
  readonly start: number;
  readonly end: number;
}

export function explainYamlError(error: YAMLError, document: Document.Parsed, text: string): YamlExplanation {
  const [start, end] = error.pos;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = (text.slice(lineStart).split(/\r?\n/, 1)[0] ?? "").trimEnd();
  const at = { start, end };
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { ...at, problem: "a tab is used as indentation", hint: "Indent with spaces" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { ...at, ...explainColon(line) };
    case "BAD_SCALAR_START":
      return {
        ...at,
        problem: `a text cannot start with "${text[start] ?? ""}"`,
        hint: "Put the whole text in quotes",
      };
    case "BAD_DQ_ESCAPE":
      return {
        ...at,
        problem: `"${text.slice(start, start + 2)}" means nothing between double quotes`,
        hint: "Use single quotes, in which a backslash is just a backslash, or write each backslash twice",
      };
    case "BAD_INDENT":
      return { ...at, ...explainIndentation(error.message) };
    case "MISSING_CHAR":
      return explainMissing(error, document, line);
    case "MULTILINE_IMPLICIT_KEY":
      return { ...at, ...NO_COLON };
    case "UNEXPECTED_TOKEN":
      return { ...at, ...explainUnexpected(text, start, line) };
    default:
      return { ...at, problem: lowerFirst(error.message), hint: "Compare the line with the ones around it" };
  }
}

interface Words {
  readonly problem: string;
  readonly hint: string;
}

const NO_COLON: Words = {
  problem: "this is no pair of a key and a value",
  hint: 'Write "key: value", with a space after the colon',
};

function explainColon(line: string): Words {
  const [, key, value] = /^\s*(?:- )?([^:]+): (.*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined || !/:(?:\s|$)/.test(value)) {
    return {
      problem: "the lines after it are indented as if they belonged to this value",
      hint: "Give keys that belong side by side the same indentation",
    };
  }
  return {
    problem: "a text that holds a colon followed by a space needs quotes",
    hint: `Write: ${key.trim()}: "${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`,
  };
}

function explainIndentation(message: string): Words {
  const flow = /^Flow (?:sequence|map) .* end with a (.)/.exec(message)?.[1];
  if (flow !== undefined) {
    const opening = flow === "]" ? "[" : "{";
    return {
      problem: `a "${opening}" further up is not closed before this line, or this line is not indented`,
      hint: `Close it with "${flow}", and indent the lines between`,
    };
  }
  return {
    problem: "this line's indentation fits none of the lines above",
    hint: "Start it in the same column as its neighbours",
  };
}

function explainMissing(error: YAMLError, document: Document.Parsed, line: string): YamlExplanation {
  const [start, end] = error.pos;
  const quote = /^Missing closing (.)quote/.exec(error.message)?.[1];
  if (quote === undefined) {
    const dash = /^[^:]+:\s*- /.test(line);
    return { start, end, ...(dash ? LIST_ON_KEY_LINE : NO_COLON) };
  }
  let opening = start;
  visit(document, {
    Scalar: (_key, node) => {
      const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      if (isQuoted && node.range && node.range[0] < start && node.range[1] >= start) opening = node.range[0];
    },
  });
  return {
    start: opening,
    end: opening + 1,
    problem: `the quote that opens here is not closed`,
    hint: `End the text with ${quote}`,
  };
}

const LIST_ON_KEY_LINE: Words = {
  problem: "a list cannot start on the line of its key",
  hint: 'Put each "- item" on a line of its own, or write [item, item]',
};

function explainUnexpected(text: string, start: number, line: string): Words {
  if (/^[^:]+:\s*- /.test(line)) return LIST_ON_KEY_LINE;
  const before = text.slice(0, start).trimEnd().at(-1);
  if (before === "'") {
    return {
      problem: "something follows the quote that ends the text",
      hint: "Write an apostrophe between single quotes twice, or use double quotes around the whole text",
    };
  }
  if (before === '"') {
    return {
      problem: "something follows the quote that ends the text",
      hint: 'Put the whole text in quotes, and a backslash before each " inside',
    };
  }
  return {
    problem: "this does not belong here",
    hint: "Look at the line above: its indentation, its quotes and its brackets",
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
