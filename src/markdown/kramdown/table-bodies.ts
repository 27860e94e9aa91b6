/** Tables with several bodies, with a foot, or without a head. */
import type { Element, ElementContent } from "hast";
import type { Table } from "mdast";
import { defaultHandlers } from "remark-rehype";

type State = Parameters<typeof defaultHandlers.table>[0];

/** A row of dashes begins a new body, a row of `=` the foot. */
export function handleTable(state: State, node: Table): Element {
  const rows = node.children.filter((row) => separatorOf(row) === undefined);
  const isPlain = rows.length === node.children.length && node.data?.hProperties?.dataNoHead === undefined;
  if (isPlain) return defaultHandlers.table(state, node);
  const { dataNoHead, ...hProperties } = node.data?.hProperties ?? {};
  const table = { ...node, children: rows, data: { ...node.data, hProperties } };
  const all = dataNoHead === undefined ? table : { ...table, children: [emptyRow, ...rows] };
  const element = defaultHandlers.table(state, all);
  return { ...element, children: divide(element, node, dataNoHead === undefined) };
}

type Row = Table["children"][number];

const emptyRow: Row = { type: "tableRow", children: [] };

function separatorOf(row: Row): "body" | "foot" | undefined {
  const texts = row.children.map(({ children: [only, ...others] }) =>
    others.length === 0 && (only === undefined || only.type === "text") ? (only?.value ?? "") : "no",
  );
  if (!texts.some((text) => text !== "")) return undefined;
  if (texts.every((text) => /^=*$/.test(text))) return "foot";
  // Dashes may have become typographic ones by now.
  return texts.every((text) => /^:?[-–—]*:?$/.test(text)) && texts.some((text) => /---|—/.test(text))
    ? "body"
    : undefined;
}

function divide(table: Element, node: Table, hasHead: boolean): ElementContent[] {
  const [head, body] = table.children.filter((child) => child.type === "element");
  const rows = (body?.children ?? []).filter((child) => child.type === "element");
  const parts: Element[] = [startPart("tbody")];
  for (const row of node.children.slice(hasHead ? 1 : 0)) {
    const separator = separatorOf(row);
    if (separator !== undefined) parts.push(startPart(separator === "foot" ? "tfoot" : "tbody"));
    else {
      const next = rows.shift();
      if (next !== undefined) parts.at(-1)?.children.push(next);
    }
  }
  const filled = parts.filter((part) => part.children.length > 0);
  return head !== undefined && hasHead ? [head, ...filled] : filled;
}

function startPart(tagName: "tbody" | "tfoot"): Element {
  return { type: "element", tagName, properties: {}, children: [] };
}
