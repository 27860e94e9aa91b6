/** `markdown="1"`, `"span"`, `"block"` and `"0"` on tags of HTML: what stands inside is Markdown. */
import type { Html, Nodes, Parents, Root } from "../mdast-nodes.js";
import { findElementEnd } from "../syntax/markdown-regions.js";
import type { HtmlGroup } from "./kramdown-nodes.js";
import { linesOf, readLines, type SourceLine, sliceLines } from "./read-lines.js";

const TAG = /<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const ATTRIBUTE = /\smarkdown\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*))/i;
/** Elements whose Markdown is text, and such as hold no Markdown at all. */
const TEXT =
  /^(?:a|abbr|b|bdo|big|button|cite|del|dfn|dt|em|font|h[1-6]|i|ins|label|legend|optgroup|p|q|s|small|span|strong|sub|summary|sup|th|tt|u)$/i;
const RAW = /^(?:script|style|math|option|textarea|pre|code|kbd|samp|var)$/i;

type Parse = (text: string) => Root;

/** Changes the tree: HTML that is so marked is divided into its tags and what Markdown makes of the rest. */
export function readMarkdownInHtml(tree: Root, source: string, parse: Parse): void {
  if (!/\smarkdown\s*=/i.test(source)) return;
  const names = labelsOf(tree, source);
  const visit = (parent: Parents): void => {
    const isFlow = parent.type !== "paragraph" && parent.type !== "heading";
    parent.children = parent.children.flatMap((child): readonly Nodes[] => {
      if (child.type === "html" && ATTRIBUTE.test(child.value))
        return isFlow
          ? divide(child, linesOf(child, child.value, source), source, parse, names)
          : [{ ...child, value: withoutMark(child.value) }];
      if ("children" in child) visit(child);
      return [child];
    }) as typeof parent.children;
  };
  visit(tree);
}

function divide(
  node: Html,
  lines: readonly SourceLine[],
  source: string,
  parse: Parse,
  labels: string,
): readonly Nodes[] {
  const { value } = node;
  const parts: Nodes[] = [];
  let written = 0;
  let hasText = false;
  const keep = (end: number): void => {
    const html = withoutMark(value.slice(written, end));
    if (html.trim() !== "") parts.push({ ...node, value: html });
    written = end;
  };
  const tag = new RegExp(TAG);
  for (let match = tag.exec(value); match !== null; match = tag.exec(value)) {
    const [whole, name = "", attributes = ""] = match;
    const [attribute, double, single, bare] = ATTRIBUTE.exec(` ${attributes}`) ?? [];
    const end = attribute === undefined ? -1 : findElementEnd(value, match.index, name);
    const mode = modeOf(name, double ?? single ?? bare ?? "");
    if (end < 0 || mode === "raw") continue;
    const from = match.index + whole.length;
    const to = value.lastIndexOf("</", end - 1);
    keep(from);
    const own = sliceLines(lines, from, to);
    const inside = readLines(mode === "span" ? own.map(dedent) : separateHtml(own), source, parse, labels);
    readMarkdownInHtml(inside, source, parse);
    hasText ||= mode === "span";
    parts.push(...(mode === "span" ? inside.children.flatMap(textOf) : inside.children));
    written = to;
    tag.lastIndex = end;
  }
  keep(value.length);
  return hasText ? [groupOf(parts, node)] : parts;
}

function groupOf(parts: readonly Nodes[], { position }: Html): HtmlGroup {
  const children = parts as HtmlGroup["children"];
  return { type: "htmlGroup", data: { hName: "postulate-group" }, children, ...(position && { position }) };
}

function modeOf(name: string, value: string): "block" | "span" | "raw" {
  if (value === "0" || RAW.test(name)) return "raw";
  if (value === "block" || value === "span") return value;
  return TEXT.test(name) ? "span" : "block";
}

function textOf(node: Nodes): readonly Nodes[] {
  return node.type === "paragraph" ? node.children : [node];
}

function withoutMark(html: string): string {
  return html.replace(TAG, (tag) => tag.replace(ATTRIBUTE, ""));
}

/** In a line of text, spaces before it are no code. */
function dedent({ text, offset }: SourceLine): SourceLine {
  const trimmed = text.trimStart();
  return { text: trimmed, offset: offset + text.length - trimmed.length };
}

/** kramdown ends a block of HTML with its closing tag, CommonMark with a blank line. */
function separateHtml(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.flatMap((line) => {
    const isClosed = /^\s*<([a-z][\w-]*)[^>]*>.*<\/\1>\s*$/i.test(line.text);
    return isClosed ? [line, { text: "", offset: line.offset + line.text.length }] : [line];
  });
}

/** Definitions of links and footnotes elsewhere, so that references to them are references here. */
function labelsOf(tree: Root, source: string): string {
  if (!source.includes("]:")) return "";
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "definition") found.push(`[${node.label ?? node.identifier}]: #`);
    if (node.type === "footnoteDefinition") found.push(`[^${node.label ?? node.identifier}]: x`);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return found.map((line) => `\n\n${line}`).join("");
}
