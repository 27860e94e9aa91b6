/** `*[HTML]: Hyper Text Markup Language`: every HTML in the text says what it is short for. */
import type { Nodes, Parents, Text } from "../mdast-nodes.js";
import type { Abbreviation } from "./kramdown-nodes.js";

const DEFINITION = /^\*\[([^\]\n]+)\]:([^\n]*)$/;

/** Changes the tree: the definitions go, and the words they name become `<abbr>`. Code and math are never looked at. */
export function applyAbbreviations(tree: Parents, source: string): void {
  const meanings = new Map<string, string>();
  takeDefinitions(tree, meanings);
  if (meanings.size === 0) return;
  const names = [...meanings.keys()].sort((left, right) => right.length - left.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${names.map(escapePattern).join("|")})(?![\\p{L}\\p{N}_])`,
    "gu",
  );
  mark(tree, (text) => markText(text, pattern, meanings, source));
}

function takeDefinitions(parent: Parents, meanings: Map<string, string>): void {
  parent.children = parent.children.filter((child) => {
    if ("children" in child) takeDefinitions(child, meanings);
    const [, name, meaning = ""] = child.type === "kramdownBlock" ? (DEFINITION.exec(child.value) ?? []) : [];
    if (name !== undefined) meanings.set(name, meaning.trim());
    return name === undefined;
  }) as typeof parent.children;
}

function mark(parent: Parents, replace: (text: Text) => readonly Nodes[]): void {
  parent.children = parent.children.flatMap((child): readonly Nodes[] => {
    if (child.type === "text") return replace(child);
    if ("children" in child && child.type !== "abbreviation") mark(child, replace);
    return [child];
  }) as typeof parent.children;
}

function markText(
  text: Text,
  pattern: RegExp,
  meanings: ReadonlyMap<string, string>,
  source: string,
): readonly Nodes[] {
  const parts: Nodes[] = [];
  let end = 0;
  const part = (from: number, to: number): Text => partOf(text, from, to, source);
  for (const { index, 0: name } of text.value.matchAll(pattern)) {
    if (index > end) parts.push(part(end, index));
    end = index + name.length;
    const title = meanings.get(name) ?? "";
    const child = part(index, end);
    const node: Abbreviation = {
      type: "abbreviation",
      data: { hName: "abbr", hProperties: title === "" ? {} : { title } },
      children: [child],
      ...(child.position === undefined ? {} : { position: child.position }),
    };
    parts.push(node);
  }
  if (end === 0) return [text];
  if (end < text.value.length) parts.push(part(end, text.value.length));
  return parts;
}

/** A part of a text, with its place when the text stands in the source as it is. */
function partOf(text: Text, from: number, to: number, source: string): Text {
  const value = text.value.slice(from, to);
  const { position } = text;
  const start = position?.start.offset;
  if (position === undefined || start === undefined) return { type: "text", value };
  if (source.slice(start, position.end.offset) !== text.value) return { type: "text", value, position };
  const pointAt = (index: number) => ({ ...position.start, offset: start + index });
  return { type: "text", value, position: { start: pointAt(from), end: pointAt(to) } };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
