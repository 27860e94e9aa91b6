/** Formulas in the text of the author's HTML, which a browser with MathJax would have found there. */
import type { Html, InlineMath, Nodes, Parents } from "../mdast-nodes.js";
import {
  isEscape,
  type MathSpan,
  type MathSyntax,
  matchMathSpan,
  matchScript,
} from "../syntax/math-spans.js";
import { linesOf, offsetAt } from "./read-lines.js";

/** What is no text, or text that stays as it is: comments, code, scripts (those of MathJax are formulas), and tags. */
const NOT_TEXT =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|pre|code|kbd|samp|noscript|svg|math|template)(?=[\s>])[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;

/** Changes the tree: HTML that holds formulas becomes a group of its parts. */
export function readMathInHtml(tree: Parents, source: string, syntax: MathSyntax): void {
  const visit = (parent: Parents): void => {
    if (parent.children.some(({ type }) => type === "inlineMath")) keepCode(parent, source);
    parent.children = parent.children.map((child): Nodes => {
      const isFlow = parent.type !== "paragraph" && parent.type !== "heading";
      if (child.type === "html" && isFlow) return divide(child, source, { ...syntax, singleBackslash: true });
      if ("children" in child) visit(child);
      return child;
    }) as typeof parent.children;
  };
  visit(tree);
}

function divide(node: Html, source: string, syntax: MathSyntax): Nodes {
  if (!/[$\\]|math\/tex/i.test(node.value)) return node;
  const spans = findSpans(node.value, syntax);
  if (spans.length === 0) return node;
  const lines = linesOf(node, node.value, source);
  const children: (Html | InlineMath)[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start > end) children.push({ ...node, value: node.value.slice(end, span.start) });
    children.push(readFormula(node, span, (index) => offsetAt(lines, index)));
    end = span.end;
  }
  if (end < node.value.length) children.push({ ...node, value: node.value.slice(end) });
  const { position } = node;
  return { type: "htmlGroup", data: { hName: "postulate-group" }, children, ...(position && { position }) };
}

function findSpans(html: string, syntax: MathSyntax): readonly MathSpan[] {
  const spans: MathSpan[] = [];
  const findInText = (from: number, to: number): void => {
    const text = html.slice(0, to);
    for (let index = from; index < to; index++) {
      const isOpening = "$\\".includes(text[index] ?? "");
      const span = isOpening ? matchMathSpan(text, index, syntax) : undefined;
      if (span !== undefined && !/\n[ \t]*\n/.test(text.slice(span.start, span.end))) {
        spans.push(span);
        index = span.end - 1;
      } else if (text[index] === "\\") index++;
      else while (text[index] === "$" && text[index + 1] === "$") index++;
    }
  };
  let end = 0;
  for (const { index, 0: tag } of html.matchAll(NOT_TEXT)) {
    findInText(end, index);
    const script = matchScript(html, index);
    if (script !== undefined) spans.push(script);
    end = index + tag.length;
  }
  findInText(end, html.length);
  return spans;
}

function readFormula(node: Html, span: MathSpan, offsetOf: (index: number) => number): InlineMath {
  const written = node.value.slice(span.start, span.end);
  const tex = node.value.slice(span.texStart, span.texEnd);
  const value = span.hasEscapes ? withoutEscapes(tex) : tex;
  const isScript = written.startsWith("<");
  const { start } = node.position ?? {};
  const pointAt = (index: number) => ({ line: 1, column: 1, ...start, offset: offsetOf(index) });
  return {
    type: "inlineMath",
    value: isScript ? value : withCharacters(value),
    data: { isDisplay: written.startsWith("$$") },
    position: { start: pointAt(span.start), end: pointAt(span.end) },
  };
}

function withoutEscapes(tex: string): string {
  let value = "";
  for (let index = 0; index < tex.length; index++) {
    if (isEscape(tex, index)) index++;
    value += tex[index];
  }
  return value;
}

/** What MathJax sees in a browser: the characters that references stand for. */
function withCharacters(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(lt|gt|quot|apos|nbsp);/g, (_, name: keyof typeof NAMED) => NAMED[name])
    .replaceAll("&amp;", "&");
}

const NAMED = { lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Dollars between `<code>` and `</code>` in a line of text are code. */
function keepCode(parent: Parents, source: string): void {
  let depth = 0;
  parent.children = parent.children.map((child): Nodes => {
    if (child.type === "html") {
      const [, slash] =
        /^<(\/?)(?:code|pre|kbd|samp|textarea|script|style)(?=[\s>])/i.exec(child.value) ?? [];
      if (slash !== undefined) depth = Math.max(0, depth + (slash === "/" ? -1 : 1));
    }
    const { start, end } = child.position ?? {};
    if (child.type !== "inlineMath" || depth === 0 || start === undefined) return child;
    return {
      type: "text",
      value: source.slice(start.offset, end?.offset),
      ...(child.position && { position: child.position }),
    };
  }) as typeof parent.children;
}
