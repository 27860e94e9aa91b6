/** Puts terms and their descriptions together as `<dl>`. */
import type { Nodes, Paragraph, Parents, PhrasingContent } from "../mdast-nodes.js";
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from "./kramdown-nodes.js";

/** Changes the tree. A description without a term becomes the text that was typed. */
export function groupDefinitionLists(tree: Parents): void {
  const kept: Nodes[] = [];
  for (const child of tree.children) {
    if ("children" in child) groupDefinitionLists(child);
    if (child.type !== "definitionDescription") {
      kept.push(child);
      continue;
    }
    const before = kept.at(-1);
    const list = before?.type === "definitionList" ? before : startList(kept);
    if (list === undefined) kept.push(...asText(child));
    else addDescription(list, child);
  }
  tree.children = joinLists(kept) as typeof tree.children;
}

/** The lines of the paragraph before are the terms. */
function startList(kept: Nodes[]): DefinitionList | undefined {
  const paragraph = kept.at(-1);
  if (paragraph?.type !== "paragraph") return undefined;
  kept.pop();
  const list: DefinitionList = {
    type: "definitionList",
    data: { hName: "dl" },
    children: splitLines(paragraph).map((children): DefinitionTerm => {
      return { type: "definitionTerm", data: { hName: "dt" }, children, ...placeOf(paragraph) };
    }),
    ...placeOf(paragraph),
  };
  kept.push(list);
  return list;
}

function addDescription(list: DefinitionList, node: DefinitionDescription): void {
  const lastLine = list.position?.end.line ?? 0;
  const isAfterBlank = (node.position?.start.line ?? 0) > lastLine + 1;
  const [only] = node.children;
  // A description right below its term that is one paragraph is text, like an item of a tight list.
  if (!isAfterBlank && node.children.length === 1 && only?.type === "paragraph")
    node.children = only.children;
  else if (
    !isAfterBlank &&
    only?.type === "paragraph" &&
    node.children.slice(1).every(({ type }) => type === "list")
  )
    node.children = [...only.children, ...node.children.slice(1)];
  node.data = { ...node.data, hName: "dd" };
  list.children.push(node);
  if (list.position !== undefined && node.position !== undefined) list.position.end = node.position.end;
}

/** Lists with nothing between them are one. */
function joinLists(nodes: readonly Nodes[]): readonly Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === "definitionList" && before?.type === "definitionList") {
      before.children.push(...node.children);
      if (before.position !== undefined && node.position !== undefined)
        before.position.end = node.position.end;
    } else joined.push(node);
  }
  return joined;
}

function splitLines({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    const parts = child.type === "text" ? child.value.split("\n") : [];
    if (child.type === "break") lines.push([]);
    else if (child.type !== "text" || parts.length < 2) lines.at(-1)?.push(child);
    else
      parts.forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value !== "") lines.at(-1)?.push({ ...child, value });
      });
  }
  return lines.filter((line) => line.length > 0);
}

function asText(node: DefinitionDescription): Nodes[] {
  const [first] = node.children;
  if (first?.type === "paragraph") first.children.unshift({ type: "text", value: ": ", ...placeOf(node) });
  return node.children as Nodes[];
}

function placeOf({ position }: Nodes): { position?: NonNullable<Nodes["position"]> } {
  return position === undefined ? {} : { position: { ...position } };
}
