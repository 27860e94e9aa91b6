/** Values over several lines that are not indented: Ruby's YAML takes them, the specification and the `yaml` package do not. */
import { type Replacement, type RewrittenText, rewriteText } from "./rewritten-text.js";

/** A key with a value in quotes or brackets. */
const OPENING = /^( *(?:- +)*)[^\s#"'[{][^:\n]*:[ \t]+(?=["'[{])/gm;

/**
 * Indents the lines on which a value in quotes or brackets goes on, where they stand no further in than its key.
 * `null` when there are none, or when a quote or bracket is never closed.
 */
export function indentContinuations(text: string): RewrittenText | null {
  const insertions: Replacement[] = [];
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const needed = (match[1] ?? "").length + 1;
    const end = findClosing(text, opening.lastIndex);
    if (end < 0) return null;
    for (
      let at = text.indexOf("\n", opening.lastIndex) + 1;
      at > 0 && at < end;
      at = text.indexOf("\n", at) + 1
    ) {
      const indentation = /^ */.exec(text.slice(at, at + needed))?.[0].length ?? 0;
      if (indentation < needed && text[at + indentation] !== "\n")
        insertions.push({ at, removed: 0, inserted: needed - indentation });
    }
    opening.lastIndex = end;
  }
  return insertions.length === 0 ? null : rewriteText(text, insertions);
}

/** The offset behind the quote or bracket that closes the one at `start`; -1 when there is none. */
function findClosing(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    const character = text[offset] ?? "";
    const startsValue =
      offset === start || /[[{,:]\s*$/.test(text.slice(Math.max(start, offset - 80), offset));
    if ((character === '"' || character === "'") && startsValue) {
      offset = findClosingQuote(text, offset);
      if (offset < 0) return -1;
    } else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth === 0) return offset + 1;
  }
  return -1;
}

function findClosingQuote(text: string, start: number): number {
  const closing = text[start] === '"' ? /(?:[^"\\]|\\[\s\S])*"/y : /(?:[^']|'')*'(?!')/y;
  closing.lastIndex = start + 1;
  return closing.test(text) ? closing.lastIndex - 1 : -1;
}
