/** Tables without a head: lines that begin and end with a bar, which GFM takes for a paragraph. */
import type { Nodes, Paragraph, Parents, Root } from "../mdast-nodes.js";
import { linesOf, readLines } from "./read-lines.js";

/** Whose bars divide no cells. */
const WHOLE = /\\\||(`+)[^`]*\1|\$\$.*?\$\$|\$[^$]*\$|\\\\\(.*?\\\\\)/g;
const DELIMITERS = /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;

/** Changes the tree. A table needs two lines, so that `|x|` is never one. */
export function readPlainTables(tree: Parents, source: string, parse: (text: string) => Root): void {
  tree.children = tree.children.map((child): Nodes => {
    if (child.type === "paragraph") return readTable(child, source, parse) ?? child;
    if ("children" in child) readPlainTables(child, source, parse);
    return child;
  }) as typeof tree.children;
}

function readTable(node: Paragraph, source: string, parse: (text: string) => Root): Nodes | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || source[start.offset] !== "|") return undefined;
  const written = source.slice(start.offset, end?.offset);
  const value = written
    .split("\n")
    .map((line, index) => (index === 0 ? line : line.replace(/^[>\s]*/, "")).trimEnd());
  if (value.length < 2 || !value.every((line) => /^\|.*\|$/.test(line))) return undefined;
  const [first = ""] = value;
  const hasDelimiters = DELIMITERS.test(first);
  const columns = (hasDelimiters ? first : first.replace(WHOLE, "")).split("|").length - 2;
  const lines = linesOf(node, value.join("\n"), source).slice(hasDelimiters ? 1 : 0);
  const delimiters = hasDelimiters ? first : `|${"---|".repeat(Math.max(1, columns))}`;
  const offset = lines[0]?.offset ?? start.offset;
  const head = [`|${" |".repeat(Math.max(1, columns))}`, delimiters].map((text) => ({ text, offset }));
  const [table, ...others] = readLines([...head, ...lines], source, parse).children;
  if (table?.type !== "table" || others.length > 0) return undefined;
  table.children.shift();
  table.data = { ...table.data, hProperties: { ...table.data?.hProperties, dataNoHead: "" } };
  return { ...table, ...(node.position === undefined ? {} : { position: node.position }) };
}
