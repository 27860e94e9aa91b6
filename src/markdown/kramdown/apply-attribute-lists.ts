/**
 * kramdown's attribute lists on blocks and spans, their definitions, and ids of headings.
 * Source: https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
import type { Nodes, Parents, PhrasingContent } from "../mdast-nodes.js";
import {
  type AttributeList,
  applyAttributeList,
  parseAttributeList,
  parseDefinition,
  resolveNames,
} from "./attribute-list.js";

type Definitions = ReadonlyMap<string, AttributeList>;

/** Changes the tree: lists of attributes go, what they belong to gets them as `data.hProperties`. */
export function applyAttributeLists(tree: Parents): void {
  const definitions = new Map<string, AttributeList>();
  takeDefinitions(tree, definitions);
  applyInside(tree, definitions);
}

function takeDefinitions(parent: Parents, definitions: Map<string, AttributeList>): void {
  parent.children = parent.children.filter((child) => {
    if ("children" in child) takeDefinitions(child, definitions);
    const definition = child.type === "kramdownBlock" ? parseDefinition(child.value) : undefined;
    if (definition !== undefined) definitions.set(definition.name, definition.list);
    return definition === undefined;
  }) as typeof parent.children;
}

function applyInside(parent: Parents, definitions: Definitions): void {
  const kept: Nodes[] = [];
  const waiting: AttributeList[] = [];
  let end = 0;
  let isHolderMarked = false;
  for (const child of parent.children) {
    const before = kept.at(-1);
    const list = listOf(child, definitions);
    if (list === undefined) {
      if (before === undefined && child.type === "text" && isHolderMarked)
        child.value = child.value.trimStart();
      applyOwn(child, definitions);
      const lists = waiting.splice(0);
      kept.push(lists.reduce<Nodes>((node, attributes) => applyTo(node, attributes), child));
    } else if (child.type === "kramdownSpan") {
      if (before !== undefined && takesSpanLists(before)) applySpan(kept, before, list);
      else if (before === undefined && applyToHolder(parent, list)) isHolderMarked = true;
      else kept.push(asText(child, kept));
    } else if (before !== undefined && (child.position?.start.line ?? 0) <= end + 1) {
      kept.splice(-1, 1, applyTo(before, list));
    } else waiting.push(list);
    end = child.position?.end.line ?? end;
  }
  parent.children = kept as typeof parent.children;
}

function listOf(node: Nodes, definitions: Definitions): AttributeList | undefined {
  if (node.type !== "kramdownBlock" && node.type !== "kramdownSpan") return undefined;
  if (!node.value.startsWith("{:")) return undefined;
  return resolveNames(parseAttributeList(node.value.trim().slice(2, -1)), definitions);
}

function takesSpanLists(node: Nodes): boolean {
  return (
    /^(?:link|image|linkReference|imageReference|emphasis|strong|delete|inlineCode|footnoteReference)$/.test(
      node.type,
    ) ||
    (node.type === "html" && /^<\/?[a-z]/i.test(node.value)) ||
    node.type === "inlineMath"
  );
}

function applySpan(kept: readonly Nodes[], before: Nodes, list: AttributeList): void {
  if (before.type !== "html") {
    applyAttributeList(before, list);
    return;
  }
  const name = /^<\/([a-z][\w-]*)/i.exec(before.value)?.[1];
  const opening =
    name === undefined
      ? before
      : kept.findLast(({ type, ...node }) => type === "html" && "value" in node && opens(node.value, name));
  if (opening?.type === "html")
    opening.value = opening.value.replace(/\s*\/?>$/, `${writeAttributes(list)}$&`);
}

function opens(html: unknown, name: string): boolean {
  return new RegExp(`^<${name}(?=[\\s>])`, "i").test(String(html));
}

function writeAttributes({ id, classes, attributes }: AttributeList): string {
  const all = Object.entries(attributes);
  if (id !== undefined) all.unshift(["id", id]);
  if (classes.length > 0) all.unshift(["class", classes.join(" ")]);
  return all.map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`).join("");
}

/** At the very start of an item or a description, a list belongs to that; `applyOwn` finds it there. */
function applyToHolder(parent: Parents, list: AttributeList): boolean {
  if (parent.type !== "definitionDescription" && parent.type !== "listItem") return false;
  applyAttributeList(parent, list);
  return true;
}

function asText(node: Nodes & { value: string }, kept: Nodes[]): Nodes {
  const before = kept.at(-1);
  if (before?.type === "text") kept.pop();
  const value = before?.type === "text" ? before.value + node.value : node.value;
  const start = (before?.type === "text" ? before : node).position?.start;
  const end = node.position?.end;
  return { type: "text", value, ...(start && end ? { position: { start, end } } : {}) };
}

/** The node, or a box around a formula, which has no attributes of its own. */
function applyTo(node: Nodes, list: AttributeList): Nodes {
  if (node.type === "math") {
    const box: Nodes = {
      type: "blockquote",
      data: { hName: "div" },
      children: [node],
      ...(node.position === undefined ? {} : { position: node.position }),
    };
    applyAttributeList(box, list);
    return box;
  }
  const isToc = node.type === "list" && list.names.includes("toc");
  applyAttributeList(node, isToc ? { ...list, attributes: { ...list.attributes, dataToc: "" } } : list);
  if (node.type === "html") node.value = node.value.replace(/^(<[a-z][\w-]*)/i, `$1${writeAttributes(list)}`);
  return node;
}

/** What stands inside the node itself: on a heading's line, at the start of an item, under the rows of a table. */
function applyOwn(node: Nodes, definitions: Definitions): void {
  if (node.type === "heading") takeHeadingId(node.children, node, definitions);
  if (node.type === "listItem" || node.type === "definitionDescription") takeOwnList(node, definitions);
  if (node.type === "html") takeLastLine(node, definitions);
  if (node.type === "table") takeLastRow(node, definitions);
  if ("children" in node) applyInside(node, definitions);
}

/** CommonMark's block of HTML goes on to a blank line, and takes the list below it along. */
function takeLastLine(html: Nodes & { type: "html" }, definitions: Definitions): void {
  const [whole = "", value] = /\n[ \t]*(\{:(?![:/])[^}\n]*\})\s*$/.exec(html.value) ?? [];
  const list = value === undefined ? undefined : listOf({ type: "kramdownBlock", value }, definitions);
  if (list === undefined || !/^<[a-z]/i.test(html.value)) return;
  html.value = html.value.slice(0, -whole.length);
  applyTo(html, list);
}

function takeLastRow(table: Nodes & { type: "table" }, definitions: Definitions): void {
  const cells = table.children.at(-1)?.children ?? [];
  const only = cells[0]?.children.length === 1 ? cells[0].children[0] : undefined;
  const list = only?.type === "kramdownSpan" ? listOf(only, definitions) : undefined;
  if (list === undefined || table.children.length < 2) return;
  table.children.pop();
  applyTo(table, list);
}

function takeOwnList(
  holder: Nodes & { type: "listItem" | "definitionDescription" },
  definitions: Definitions,
): void {
  const [first] = holder.children;
  const [mark, next] = first?.type === "paragraph" ? first.children : [];
  const list = mark?.type === "kramdownSpan" ? listOf(mark, definitions) : undefined;
  if (list === undefined || first?.type !== "paragraph") return;
  first.children.shift();
  if (next?.type === "text") next.value = next.value.trimStart();
  applyAttributeList(holder, list);
}

function takeHeadingId(children: PhrasingContent[], heading: Nodes, definitions: Definitions): void {
  const last = children.at(-1);
  if (last?.type === "kramdownSpan" && children.at(-2)?.type === "text") {
    const list = listOf(last, definitions);
    if (list === undefined) return;
    children.pop();
    applyAttributeList(heading, list);
    trimEnd(children.at(-1));
  } else if (last?.type === "text") {
    last.value = last.value.replace(/[ \t]+\{#([A-Za-z][\w:-]*)\}\s*$/, (_, id: string) => {
      applyAttributeList(heading, { id, classes: [], attributes: {}, names: [] });
      return "";
    });
  }
}

function trimEnd(node: Nodes | undefined): void {
  if (node?.type === "text") node.value = node.value.trimEnd();
}
