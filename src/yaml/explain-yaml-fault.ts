/** What an author most likely did wrong where YAML stops making sense, in words for people who write blogs. */

/** What the parser says. */
export interface ParserFault {
  /** A code of the `yaml` package. */
  readonly code: string;
  readonly message: string;
  readonly offset: number;
  /** The offset of the quote that the parser was inside of. */
  readonly openQuote: number | null;
}

export interface YamlExplanation {
  /** What is wrong; fits after "the YAML cannot be read: ". */
  readonly problem: string;
  /** What to write instead. */
  readonly hint: string;
  /** What the caret shows: better than the parser's own place where that is only where it gave up. */
  readonly start: number;
  readonly end: number;
}

interface Scene {
  readonly fault: ParserFault;
  readonly text: string;
  /** The line of the fault and where it starts. */
  readonly line: string;
  readonly lineStart: number;
}

/** Each looks for one kind of slip; the first that finds it speaks. */
type Explainer = (scene: Scene) => YamlExplanation | null;

/** Finds the likely cause of a fault. The last resort repeats what the parser said. */
export function explainYamlFault(text: string, fault: ParserFault): YamlExplanation {
  const lineStart = text.lastIndexOf("\n", fault.offset - 1) + 1;
  const scene: Scene = { fault, text, line: lineFrom(text, lineStart), lineStart };
  for (const explain of EXPLAINERS) {
    const explanation = explain(scene);
    if (explanation !== null) return explanation;
  }
  const { message } = fault;
  return explainAt(
    fault.offset,
    1,
    `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    "Put the value in double quotes if it holds any of the characters : # [ ] { } & * ! | > ' \" % @ `",
  );
}

function explainAt(start: number, length: number, problem: string, hint: string): YamlExplanation {
  return { problem, hint, start, end: start + length };
}

function lineFrom(text: string, start: number): string {
  return text.slice(start).split(/\r?\n/, 1)[0] ?? "";
}

const explainBraces: Explainer = ({ line, lineStart }) => {
  const index = line.search(/\{[{%]/);
  if (index < 0) return null;
  const problem = `"${line.slice(index, index + 2)}" begins a mapping in YAML, and this is no place for Liquid`;
  const hint = "Write the value out, or put it in quotes to keep the braces as text";
  return explainAt(lineStart + index, 2, problem, hint);
};

const explainTab: Explainer = ({ line, lineStart, fault }) => {
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (fault.code !== "TAB_AS_INDENT" && !indentation.includes("\t")) return null;
  const index = Math.max(0, indentation.indexOf("\t"));
  const problem = "a tab is used as indentation, which YAML does not allow";
  return explainAt(lineStart + index, 1, problem, "Indent with spaces");
};

/** The parser meets an unclosed quote at the end of the text; the author has to look at its beginning. */
const explainOpenQuote: Explainer = ({ text, fault }) => {
  const quote = /^Missing closing (["'])/.exec(fault.message)?.[1];
  if (quote === undefined) return null;
  const openings = [...text.matchAll(/(?:^|\n)[^\n#"']*?(?::[ \t]+|-[ \t]+|[[,][ \t]*)(["'])[^\n]*/g)];
  const opening = openings.find((match) => match[1] === quote && isOpen(match[0], quote));
  const start =
    opening === undefined ? (fault.openQuote ?? fault.offset) : opening.index + opening[0].indexOf(quote);
  const hint = `End the text with ${quote}, or leave out both quotes`;
  return explainAt(start, 1, `the quote ${quote} that opens here is never closed`, hint);
};

function isOpen(line: string, quote: string): boolean {
  return line.replace(/\\./g, "").split(quote).length % 2 === 0;
}

const explainStart: Explainer = ({ fault, text }) => {
  if (fault.code !== "BAD_SCALAR_START") return null;
  const problem = `a text cannot start with "${text[fault.offset] ?? ""}"`;
  return explainAt(fault.offset, 1, problem, "Put the whole text in quotes");
};

const explainKey: Explainer = ({ fault }) => {
  if (fault.code !== "NON_STRING_KEY") return null;
  const problem = "a key must be a text, not a list, a mapping or an alias";
  return explainAt(
    fault.offset,
    1,
    problem,
    "Put the key in quotes if it only begins with a bracket or a star",
  );
};

const explainEscape: Explainer = ({ fault, text }) => {
  if (fault.code !== "BAD_DQ_ESCAPE") return null;
  return explainAt(
    fault.offset,
    2,
    `"${text.slice(fault.offset, fault.offset + 2)}" means nothing between double quotes, where a backslash begins an escape`,
    "Use single quotes, in which a backslash is just a backslash, or write each backslash twice",
  );
};

const explainMarker: Explainer = ({ line, lineStart }) => {
  const [whole, marker] = /^\s*[^\s:]+:[ \t]+([|>](?=[ \t]+[^\s#])|[-?](?=[ \t]))/.exec(line) ?? [];
  if (whole === undefined || marker === undefined) return null;
  const start = lineStart + whole.length - 1;
  return marker === "-"
    ? explainAt(
        start,
        1,
        'a value that starts with "-" is a list, and a list cannot start on the line of its key',
        'Put each "- item" on a line of its own, or a text in quotes',
      )
    : explainAt(
        start,
        1,
        `a value that starts with "${marker}" and goes on means something else in YAML`,
        "Put the value in quotes",
      );
};

/** `title: Foo: bar`: the parser complains at `Foo`, the slip is the second colon. */
const explainColon: Explainer = ({ line, lineStart, fault }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY" && fault.code !== "UNEXPECTED_TOKEN") return null;
  const parts = /^(\s*(?:- +)*[^\s"'#:][^:]*:[ \t]+)([^"'[{|>\s].*?):(?:[ \t]|$)/.exec(line);
  const [, key, before] = parts ?? [];
  if (key === undefined || before === undefined) return null;
  const value = line.slice(key.length).trimEnd();
  return explainAt(
    lineStart + key.length + before.length,
    1,
    "a colon and a space inside a value start a new key, so such a text needs quotes",
    `Write: ${key.trim()} "${value.replace(/["\\]/g, "\\$&")}"`,
  );
};

const explainAfterQuote: Explainer = ({ fault, line, lineStart }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" && fault.code !== "BLOCK_AS_IMPLICIT_KEY") return null;
  const quote = /(?::|^\s*-)[ \t]+(["'])/.exec(line)?.[1];
  if (quote === undefined || fault.offset < lineStart) return null;
  const hint =
    quote === "'"
      ? "Inside single quotes write an apostrophe twice (''), or put the text in double quotes"
      : 'Inside double quotes put a backslash before each ", or put the whole text in single quotes';
  return explainAt(fault.offset, 1, "text follows the closing quote", hint);
};

const explainAfterBracket: Explainer = ({ fault, line }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" || !/:[ \t]+[[{]/.test(line)) return null;
  const hint = "Put the whole value in quotes if it only begins with a bracket";
  return explainAt(fault.offset, 1, "text follows a value in brackets", hint);
};

const explainOpenBracket: Explainer = ({ fault, text }) => {
  const closing = /^Flow (?:sequence|map) .* end with a ([\]}])/.exec(fault.message)?.[1];
  const start = closing === undefined ? -1 : findOpening(text.slice(0, fault.offset), closing);
  if (start < 0) return null;
  const problem = `the bracket ${text[start]} that opens here is never closed, or its lines are not indented`;
  return explainAt(start, 1, problem, `Close it with "${closing}", and indent the lines between`);
};

/** The last bracket that `closing` could close; -1 if there is none. */
function findOpening(text: string, closing: string): number {
  const opening = closing === "]" ? "[" : "{";
  let closed = 0;
  for (let offset = text.length - 1; offset >= 0; offset--) {
    if (text[offset] === closing) closed++;
    else if (text[offset] === opening && closed-- === 0) return offset;
  }
  return -1;
}

const explainNoColon: Explainer = ({ fault, text }) => {
  if (fault.code !== "MULTILINE_IMPLICIT_KEY" && fault.code !== "MISSING_CHAR") return null;
  const line = lineFrom(text, fault.offset);
  const glued = /^([\w-]+):(\S.*)/.exec(line);
  const length = Math.max(1, line.trimEnd().length);
  return glued === null
    ? explainAt(
        fault.offset,
        length,
        "this line has no colon, so it is no pair of a key and a value",
        'Write "key: value", with a space after the colon',
      )
    : explainAt(
        fault.offset,
        length,
        "a space is missing after the colon",
        `Write: ${glued[1]}: ${glued[2]}`,
      );
};

/** ` title: x` under `layout: post`: the parser complains at `post`, the slip is the indentation below. */
const explainIndented: Explainer = ({ fault, text, line, lineStart }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY") return null;
  const nextStart = text.indexOf("\n", lineStart + line.length) + 1;
  const indentation = /^ +(?=[^\s:]+:)/.exec(lineFrom(text, nextStart))?.[0];
  if (nextStart === 0 || indentation === undefined) return null;
  const problem = "this line is indented, so it seems to belong to the value above it";
  return explainAt(nextStart, indentation.length, problem, "Start each key in the same column");
};

const explainIndentation: Explainer = ({ fault }) => {
  if (fault.code !== "BAD_INDENT") return null;
  const problem = "this line's indentation fits none of the lines above";
  return explainAt(fault.offset, 1, problem, "Start it in the same column as its neighbours");
};

const explainStray: Explainer = ({ fault }) => {
  if (fault.code !== "UNEXPECTED_TOKEN") return null;
  const hint = "Look at the line above: its indentation, its quotes and its brackets";
  return explainAt(fault.offset, 1, "this does not belong here", hint);
};

const EXPLAINERS: readonly Explainer[] = [
  explainBraces,
  explainTab,
  explainOpenQuote,
  explainStart,
  explainKey,
  explainEscape,
  explainMarker,
  explainColon,
  explainAfterQuote,
  explainAfterBracket,
  explainOpenBracket,
  explainNoColon,
  explainIndented,
  explainIndentation,
  explainStray,
];
