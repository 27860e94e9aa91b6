/** Reads lines as a document of their own and gives nodes with the places that the lines have in the source. */
import type { Nodes, Root } from "../mdast-nodes.js";

/** A line, and the offset in the source at which it starts. */
export interface SourceLine {
  readonly text: string;
  readonly offset: number;
}

type Point = NonNullable<Nodes["position"]>["start"];

/** What `parse` makes of the lines; nodes of what follows the first `count` lines are left out. */
export function readLines(
  lines: readonly SourceLine[],
  source: string,
  parse: (text: string) => Root,
  more = "",
): Root {
  const text = lines.map((line) => line.text).join("\n");
  const tree = parse(text + more);
  tree.children = tree.children.filter((node) => (node.position?.start.offset ?? 0) <= text.length);
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.text.length + 1;
  }
  const move = (point: Point): Point => {
    const index = Math.max(0, lastAtMost(starts, point.offset ?? 0));
    const line = lines[index];
    const inLine = Math.min((point.offset ?? 0) - (starts[index] ?? 0), line?.text.length ?? 0);
    return pointAt(source, (line?.offset ?? 0) + inLine);
  };
  const visit = (node: Nodes): void => {
    if (node.position !== undefined)
      node.position = { start: move(node.position.start), end: move(node.position.end) };
    if ("children" in node) node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return tree;
}

/** The lines of the source that hold a node of whole lines, without what their container puts before them. */
export function linesOf(node: Nodes, value: string, source: string): readonly SourceLine[] {
  let offset = node.position?.start.offset ?? 0;
  return value.split("\n").map((text, index) => {
    if (index > 0) {
      const lineStart = source.indexOf("\n", offset) + 1;
      const lineEnd = source.indexOf("\n", lineStart);
      const line = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd);
      offset = lineStart + Math.max(0, text === "" ? line.length : line.lastIndexOf(text));
    }
    return { text, offset };
  });
}

/** The lines from one index of their joined text up to another. */
export function sliceLines(lines: readonly SourceLine[], from: number, to: number): readonly SourceLine[] {
  const sliced: SourceLine[] = [];
  let at = 0;
  for (const { text, offset } of lines) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, text.length);
    if (at <= to && at + text.length >= from)
      sliced.push({ text: text.slice(start, end), offset: offset + start });
    at += text.length + 1;
  }
  return sliced;
}

/** The offset in the source of an index of the lines' joined text. */
export function offsetAt(lines: readonly SourceLine[], index: number): number {
  let at = 0;
  for (const { text, offset } of lines) {
    if (index <= at + text.length) return offset + Math.max(0, index - at);
    at += text.length + 1;
  }
  return lines.at(-1)?.offset ?? 0;
}

function pointAt(source: string, offset: number): Point {
  const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let at = source.indexOf("\n"); at >= 0 && at < lineStart; at = source.indexOf("\n", at + 1)) line++;
  return { line, column: offset - lineStart + 1, offset };
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
