/** The one walk over a finished HTML tree: adds ids, links to headings and scrolling boxes, and gathers the facts. */
import type { Element, Nodes, Parents } from "hast";
import type { Reference } from "../model/rendered.js";
import { hasClass, isFootnoteReference, isFootnotes, isUnread, onOneLine, textOf } from "./hast-text.js";
import { createHeadingIds, type HeadingIds } from "./heading-ids.js";
import type { WrittenPiece } from "./pieces.js";

export interface FoundHeading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  /** A copy of the heading as it was before its link was added. */
  readonly element: Element;
}

export interface TreeFacts {
  readonly headings: readonly FoundHeading[];
  readonly references: readonly Reference[];
  readonly words: number;
}

/** Changes the tree. `fileLine` maps a line of the text to the author's file. */
export function finishTree(
  tree: Parents,
  pieces: readonly WrittenPiece[],
  fileLine: (line: number) => number,
): TreeFacts {
  const headings: FoundHeading[] = [];
  const references: Reference[] = [];
  const ids = createHeadingIds();
  let words = 0;

  const finish = (node: Nodes, isInFootnotes: boolean): Nodes => {
    if (node.type === "text") words += countWords(node.value);
    if (!("children" in node)) return node;
    if (node.type === "element") {
      if (isUnread(node)) return node;
      const url = urlOf(node);
      if (url !== undefined) references.push({ ...url, line: fileLine(node.position?.start.line ?? 1) });
      if (hasClass(node, "task-list-item")) nameCheckbox(node, pieces);
    }
    // Code, the numbers of footnotes and the title above them are no words of the text.
    const wordsBefore = words;
    const inside = isInFootnotes || isFootnotes(node);
    node.children = node.children.map((child) => finish(child, inside)) as typeof node.children;
    if (node.type !== "element") return node;
    if (hasNoWords(node)) words = wordsBefore;
    if (/^h[1-6]$/.test(node.tagName) && !inside) headings.push(finishHeading(node, ids, pieces));
    return node.tagName === "table" ? wrapTable(node) : node;
  };

  reserveIds(tree, ids);
  finish(tree, false);
  return { headings, references, words };
}

/** Ids that are in the tree already: of the author's own, and of footnotes. */
function reserveIds(node: Nodes, ids: HeadingIds): void {
  if (node.type === "element" && typeof node.properties.id === "string") ids.reserve(node.properties.id);
  if ("children" in node) for (const child of node.children) reserveIds(child, ids);
}

/** Runs of letters and digits; in scripts without spaces each character counts. */
function countWords(text: string): number {
  const spaced = text.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, " x ");
  return spaced.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu)?.length ?? 0;
}

function hasNoWords(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    ["code", "pre"].includes(tagName) || properties.id === "footnote-label" || isFootnoteReference(element)
  );
}

function urlOf({ tagName, properties }: Element): Omit<Reference, "line"> | undefined {
  const { href, src } = properties;
  if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined)
    return undefined;
  if (tagName === "a" && typeof href === "string") return { kind: "link", url: href };
  return tagName === "img" && typeof src === "string" ? { kind: "image", url: src } : undefined;
}

function finishHeading(heading: Element, ids: HeadingIds, pieces: readonly WrittenPiece[]): FoundHeading {
  const ownId = heading.properties.id;
  const id =
    typeof ownId === "string" && ownId !== ""
      ? ownId
      : ids.create(textOf(heading, (index) => pieces[index]?.idText ?? "").trim());
  const text = onOneLine(textOf(heading, (index) => pieces[index]?.text ?? ""));
  const element = { ...heading, children: [...heading.children] };
  heading.properties = { ...heading.properties, id };
  // Its sign comes from the style sheet of the built-in theme: a theme of the author's knows nothing of these links.
  heading.children.push({
    type: "element",
    tagName: "a",
    properties: { className: ["heading-anchor"], href: `#${id}`, ariaLabel: `Link to “${text}”` },
    children: [],
  });
  return { level: Number(heading.tagName.slice(1)), id, text, element };
}

function wrapTable(table: Element): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], tabIndex: 0, role: "group", ariaLabel: "Table" },
    children: [table],
    ...(table.position === undefined ? {} : { position: table.position }),
  };
}

function nameCheckbox(item: Element, pieces: readonly WrittenPiece[]): void {
  const paragraph = item.children.find((child) => child.type === "element" && child.tagName === "p");
  const holder = paragraph?.type === "element" ? paragraph : item;
  const box = holder.children.find((child) => child.type === "element" && child.tagName === "input");
  if (box?.type !== "element") return;
  const own = holder.children.filter((child) => child.type !== "element" || !/^[uo]l$/.test(child.tagName));
  const text = own.map((child) => textOf(child, (index) => pieces[index]?.text ?? "")).join("");
  box.properties.ariaLabel = onOneLine(text) || "Task";
}
