/** Inline Markdown that stands inside something else: a title, an attribute. */
import type { Nodes, PhrasingContent, Root } from "../mdast-nodes.js";

/** The part of a text from `start` to `end` as inline Markdown, with places in the whole text. */
export type ReadInlineSource = (start: number, end: number) => PhrasingContent[];

export function createInlineSource(source: string, parseInline: (text: string) => Root): ReadInlineSource {
  return (start, end) => {
    // The signs of quotes around it are no part of its text; what takes their place keeps all offsets.
    const text = source.slice(start, end).replace(/\n[ \t>]*/g, (gap) => `\n${" ".repeat(gap.length - 1)}`);
    const before = source.slice(0, start);
    const lines = before.split("\n").length - 1;
    const column = start - before.lastIndexOf("\n") - 1;
    const [paragraph] = parseInline(text).children;
    if (paragraph?.type !== "paragraph") return [];
    for (const child of paragraph.children) move(child, start, lines, column);
    return paragraph.children;
  };
}

function move(node: Nodes, offset: number, lines: number, column: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    node.position = {
      start: movePoint(start, offset, lines, column),
      end: movePoint(end, offset, lines, column),
    };
  }
  if ("children" in node) for (const child of node.children) move(child, offset, lines, column);
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

function movePoint({ line, column, offset = 0 }: Point, by: number, lines: number, columns: number) {
  return { line: line + lines, column: line === 1 ? column + columns : column, offset: offset + by };
}
