/** Slips in how lines belong together: indentation, brackets, keys. */
import { type Explainer, explainAt, lineFrom } from "./yaml-explanation.js";

export const explainTab: Explainer = ({ line, lineStart, fault }) => {
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (fault.code !== "TAB_AS_INDENT" && !indentation.includes("\t")) return null;
  const index = Math.max(0, indentation.indexOf("\t"));
  const problem = "a tab is used as indentation, which YAML does not allow";
  return explainAt(lineStart + index, 1, problem, "Indent with spaces");
};

export const explainKey: Explainer = ({ fault }) => {
  if (fault.code !== "NON_STRING_KEY") return null;
  const problem = "a key must be a text, not a list, a mapping or an alias";
  return explainAt(
    fault.offset,
    1,
    problem,
    "Put the key in quotes if it only begins with a bracket or a star",
  );
};

export const explainAfterBracket: Explainer = ({ fault, line }) => {
  if (fault.code !== "UNEXPECTED_TOKEN" || !/:[ \t]+[[{]/.test(line)) return null;
  const hint = "Put the whole value in quotes if it only begins with a bracket";
  return explainAt(fault.offset, 1, "text follows a value in brackets", hint);
};

export const explainOpenBracket: Explainer = ({ fault, text }) => {
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

export const explainNoColon: Explainer = ({ fault, text }) => {
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
export const explainIndented: Explainer = ({ fault, text, line, lineStart }) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY") return null;
  const nextStart = text.indexOf("\n", lineStart + line.length) + 1;
  const indentation = /^ +(?=[^\s:]+:)/.exec(lineFrom(text, nextStart))?.[0];
  if (nextStart === 0 || indentation === undefined) return null;
  const problem = "this line is indented, so it seems to belong to the value above it";
  return explainAt(nextStart, indentation.length, problem, "Start each key in the same column");
};

export const explainIndentation: Explainer = ({ fault }) => {
  if (fault.code !== "BAD_INDENT") return null;
  const problem = "this line's indentation fits none of the lines above";
  return explainAt(fault.offset, 1, problem, "Start it in the same column as its neighbours");
};

export const explainStray: Explainer = ({ fault }) => {
  if (fault.code !== "UNEXPECTED_TOKEN") return null;
  const hint = "Look at the line above: its indentation, its quotes and its brackets";
  return explainAt(fault.offset, 1, "this does not belong here", hint);
};
