/**
 * kramdown's attribute lists on blocks and spans, ids of headings, and `{:toc}`. The plain cases, as blogs use them.
 * Source: https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
import type { List, Nodes, Paragraph, Parents, PhrasingContent } from "../mdast-nodes.js";
import {
  applyAttributeList,
  LIST_AT_START,
  LIST_ON_FIRST_LINE,
  LIST_ON_LAST_LINE,
  ONLY_LIST,
  parseAttributeList,
} from "./attribute-list.js";

/** Changes the tree: lists of attributes go, what they belong to gets them as `data.hProperties`. */
export function applyAttributeLists(tree: Parents, source: string): void {
  if (!source.includes("{:") && !source.includes("{#")) return;
  applyInside(tree, source);
}

function applyInside(parent: Parents, source: string): void {
  const kept: Nodes[] = [];
  let waiting: string | undefined;
  for (const child of parent.children) {
    const before = kept.at(-1);
    const only = textOnly(child, ONLY_LIST);
    if (only !== undefined && isNextLine(before, child)) applyTo(before, only);
    else if (only !== undefined) waiting = only;
    else if (before !== undefined && child.type === "text" && SPANS.has(before.type)) {
      child.value = child.value.replace(LIST_AT_START, (_, inside: string) => {
        applyTo(before, inside);
        return "";
      });
      kept.push(child);
    } else {
      applyOwn(child, source);
      if (waiting !== undefined) applyTo(child, waiting);
      waiting = undefined;
      kept.push(child);
    }
  }
  parent.children = kept as typeof parent.children;
}

const SPANS = new Set([
  "link",
  "image",
  "linkReference",
  "imageReference",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
]);

function applyTo(node: Nodes | undefined, inside: string): void {
  if (node !== undefined) applyAttributeList(node, withToc(node, inside));
}

function withToc(node: Nodes, inside: string): ReturnType<typeof parseAttributeList> {
  const list = parseAttributeList(inside);
  const isToc = node.type === "list" && list.names.includes("toc");
  return isToc ? { ...list, attributes: { ...list.attributes, dataToc: "" } } : list;
}

/** What stands inside the node itself: on a heading's line, on a paragraph's last line, under a list or table. */
function applyOwn(node: Nodes, source: string): void {
  if (node.type === "heading") takeHeadingId(node.children, node);
  if (node.type === "list") takeListAfterItems(node, source);
  if (node.type === "table") {
    const cell = node.children.at(-1)?.children[0];
    const only = cell === undefined ? undefined : textOnly({ ...cell, type: "paragraph" }, ONLY_LIST);
    if (only !== undefined && node.children.length > 1) {
      node.children.pop();
      applyTo(node, only);
    }
  }
  if ("children" in node) applyInside(node, source);
  if (node.type === "paragraph") {
    takeFirstLine(node);
    takeLastLine(node, node);
  }
}

function textOnly(node: Nodes, pattern: RegExp): string | undefined {
  const child = node.type === "paragraph" && node.children.length === 1 ? node.children[0] : undefined;
  return child?.type === "text" ? pattern.exec(child.value)?.[1] : undefined;
}

function isNextLine(before: Nodes | undefined, node: Nodes): boolean {
  const end = before?.position?.end.line;
  return end !== undefined && node.position !== undefined && end + 1 >= node.position.start.line;
}

function takeHeadingId(children: PhrasingContent[], heading: Nodes): void {
  const last = children.at(-1);
  if (last?.type !== "text") return;
  last.value = last.value.replace(/\s*\{:?\s*#([\w:.-]+)\s*\}\s*$/, (_, id: string) => {
    applyAttributeList(heading, { id, classes: [], attributes: {}, names: [] });
    return "";
  });
}

function takeFirstLine(paragraph: Paragraph): void {
  const first = paragraph.children[0];
  if (first?.type !== "text") return;
  first.value = first.value.replace(LIST_ON_FIRST_LINE, (_, inside: string) => {
    applyTo(paragraph, inside);
    return "";
  });
}

function takeLastLine(paragraph: Paragraph, owner: Nodes): void {
  const last = paragraph.children.at(-1);
  if (last?.type !== "text") return;
  last.value = last.value.replace(LIST_ON_LAST_LINE, (_, inside: string) => {
    applyTo(owner, inside);
    return "";
  });
}

/** A list of attributes under the last item, not indented, is a lazy line of that item's text, and meant for the list. */
function takeListAfterItems(list: List, source: string): void {
  const paragraph = list.children.at(-1)?.children.at(-1);
  const end = paragraph?.position?.end.offset;
  if (paragraph?.type !== "paragraph" || end === undefined) return;
  const lastLine = source.slice(source.lastIndexOf("\n", end - 1) + 1, end);
  const indent = lastLine.length - lastLine.trimStart().length;
  if (indent < (list.position?.start.column ?? 1) + 1) takeLastLine(paragraph, list);
}
