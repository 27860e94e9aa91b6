/**
 * Finds theorem-like blocks between fences of colons in a text:
 *
 *     ::: theorem {#thm-main} Name with $math$
 *     …
 *     :::
 *
 * The same with `:::theorem[Name]{#thm-main}`, as remark-directive has it, and `::: {.theorem #thm-main name="…"}`, as
 * Pandoc has it. Blocks nest; an opening fence says what it opens, a closing one is bare.
 */
import { type AttributeList, parseAttributeList } from "../kramdown/attribute-list.js";
import { findStatementKind } from "./statement-kinds.js";

export interface ContainerOpening {
  /** The word behind the colons, or the first class: `theorem`. Whether it is one of ours is another question. */
  readonly word: string;
  readonly attributes: AttributeList;
  /** Where the name stands in the line, from its first colon; empty when there is none. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** Offsets in the text. */
export interface ContainerRange {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The end of the closing fence's line. */
  readonly end: number;
}

const ATTRIBUTES = `\\{:?[ \\t]*((?:[#.]|[\\w-]+=)(?:[^{}"']|"[^"]*"|'[^']*')*)\\}`;
const OPENING = new RegExp(
  `^:{3,}[ \\t]*(?:([A-Za-z]+\\*?)(?:[ \\t]*\\[([^\\n]*)\\](?=[ \\t]*(?:\\{[^\\n]*)?$))?)?[ \\t]*(?:${ATTRIBUTES})?[ \\t]*([^\\n]*)$`,
);
const ATTRIBUTES_AT_END = new RegExp(`(?:^|[ \\t]+)${ATTRIBUTES}[ \\t]*$`);

/** `line` starts with its colons. `undefined` for a line that opens nothing: a closing fence, or other text. */
export function readContainerOpening(line: string): ContainerOpening | undefined {
  const match = OPENING.exec(line.trimEnd());
  if (match === null) return undefined;
  const [, word, bracketed, first = "", rest = ""] = match;
  const atEnd = ATTRIBUTES_AT_END.exec(rest);
  const attributes = parseAttributeList(`${first} ${atEnd?.[1] ?? ""}`);
  const kind = word ?? attributes.classes[0];
  if (kind === undefined || (word === undefined && first === "")) return undefined;
  const name = bracketed ?? rest.slice(0, atEnd?.index ?? rest.length).trimEnd();
  const nameStart = bracketed === undefined ? match[0].length - rest.length : match[0].indexOf("[") + 1;
  return { word: kind, attributes, nameStart, nameEnd: nameStart + name.length };
}

/** The block whose opening fence starts at `offset`; `undefined` when it is none of ours or is never closed. */
export function findContainer(text: string, offset: number): ContainerRange | undefined {
  if (!text.startsWith(":::", offset)) return undefined;
  const openingEnd = endOfLine(text, offset);
  const opening = readContainerOpening(text.slice(offset, openingEnd));
  if (opening === undefined || findStatementKind(opening.word) === undefined) return undefined;
  const end = findEnd(text, offset, openingEnd);
  if (end === undefined) return undefined;
  return { nameStart: offset + opening.nameStart, nameEnd: offset + opening.nameEnd, end };
}

/** Lines are read without the signs of the quotes around them; the end of a quote ends all that stands in it. */
function findEnd(text: string, offset: number, openingEnd: number): number | undefined {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const quotes = new RegExp(`^(?:[ \\t]*>){${before.split(">").length - 1}}[ \\t]*`);
  let depth = 1;
  let codeFence = "";
  for (let start = openingEnd + 1; start <= text.length && openingEnd < text.length; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    const prefix = quotes.exec(line)?.[0].length;
    if (prefix === undefined) return undefined;
    const inside = line.slice(prefix).trimEnd();
    const fence = /^(?:`{3,}|~{3,})/.exec(inside)?.[0];
    if (codeFence !== "") {
      if (fence?.startsWith(codeFence) && fence.length === inside.length) codeFence = "";
    } else if (fence !== undefined) codeFence = fence;
    else if (/^:{3,}$/.test(inside)) {
      if (--depth === 0) return end;
    } else if (inside.startsWith(":::") && readContainerOpening(inside) !== undefined) depth++;
    start = end + 1;
  }
  return undefined;
}

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
