/**
 * kramdown's attribute `markdown="1"` on an HTML element, whose text is Markdown then.
 * Source: https://kramdown.gettalong.org/syntax.html#html-blocks
 */
import type { Html, Nodes, Parents, Root } from "../mdast-nodes.js";

export interface ParseText {
  readonly parseBody: (text: string) => Root;
  readonly parseInline: (text: string) => Root;
}

const MARKED = /<([a-z][\w-]*)((?:\s[^>]*)?)\smarkdown=(?:"([^"]*)"|'([^']*)'|([^\s>]+))([^>]*)>/i;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const INLINE_ONLY = /^(?:p|h[1-6]|dt|th|address|legend|pre)$/i;

/** Changes the tree, whose positions point into `source`: marked elements become nodes, and lose the mark. */
export function readMarkdownInHtml(tree: Parents, source: string, parse: ParseText): void {
  if (!/\smarkdown=/.test(source)) return;
  const replace = (node: Nodes): readonly Nodes[] => {
    if (node.type === "html") return readHtml(node, source, parse);
    if ("children" in node) readMarkdownInHtml(node, source, parse);
    return [node];
  };
  tree.children = tree.children.flatMap(replace) as typeof tree.children;
}

function readHtml(node: Html, source: string, parse: ParseText): readonly Nodes[] {
  const match = MARKED.exec(node.value);
  const offset = node.position?.start.offset;
  if (match === null || offset === undefined) return [node];
  const [tag, name = "", before = "", double, single, bare, after = ""] = match;
  const mode = double ?? single ?? bare ?? "";
  const opening = `<${name}${before}${after}>`;
  const start = match.index + tag.length;
  const isLone = node.value === tag;
  const isInPlace = source.startsWith(node.value, offset);
  if (isLone || !isInPlace || !/^(?:1|block|span)$/.test(mode))
    return [{ ...node, value: node.value.slice(0, match.index) + opening + node.value.slice(start) }];

  const close = findClose(node.value, start, name);
  const isSpan = mode === "span" || (mode === "1" && INLINE_ONLY.test(name));
  const text = node.value.slice(start, close?.start);
  const root = (isSpan ? parse.parseInline : parse.parseBody)(text);
  shift(root, source, offset + start);
  readMarkdownInHtml(root, source, parse);
  const head = node.value.slice(0, match.index);
  const parts: Nodes[] = head.trim() === "" ? [] : [{ ...node, value: head }];
  if (close === undefined) return [...parts, { ...node, value: opening }, ...root.children];
  parts.push(createElement(name, before + after, root, isSpan));
  const tail = node.value.slice(close.end);
  if (tail.trim() === "") return parts;
  const rest = { ...node, value: tail, position: undefined };
  if (node.position === undefined) return [...parts, rest];
  const position = { ...node.position, start: { ...node.position.start, offset: offset + close.end } };
  return [...parts, ...readHtml({ ...rest, position }, source, parse)];
}

function createElement(name: string, attributes: string, root: Root, isSpan: boolean): Nodes {
  const hProperties: Record<string, string> = {};
  for (const [, key = "", double, single, bare] of attributes.matchAll(ATTRIBUTE))
    hProperties[key.toLowerCase()] = double ?? single ?? bare ?? "";
  const data = { hName: name.toLowerCase(), hProperties };
  const first = root.children[0];
  const children = isSpan && first?.type === "paragraph" ? first.children : [];
  return isSpan
    ? { type: "paragraph", data, children }
    : { type: "blockquote", data, children: root.children as never };
}

/** The closing tag of an element whose text begins at `from`; `undefined` where a blank line tore it off. */
function findClose(html: string, from: number, name: string): { start: number; end: number } | undefined {
  const tag = new RegExp(`<(/?)${name}\\b[^>]*>`, "gi");
  tag.lastIndex = from;
  let depth = 1;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Moves the positions of a part of the source that was parsed alone. */
function shift(node: Nodes, source: string, by: number): void {
  const lines = source.slice(0, by).split("\n").length - 1;
  const visit = (inner: Nodes): void => {
    for (const point of inner.position === undefined ? [] : [inner.position.start, inner.position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += by;
    }
    if ("children" in inner) inner.children.forEach(visit);
  };
  visit(node);
}
