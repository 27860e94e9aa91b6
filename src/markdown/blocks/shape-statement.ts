/** Theorem-like blocks: their label with number and name, and the sign at the end of a proof. */

import type { BlockLabels } from "../../model/config.js";
import type { parseAttributeList } from "../kramdown/attribute-list.js";
import type { Blockquote, Nodes, PhrasingContent } from "../mdast-nodes.js";
import {
  classesOf,
  createParagraph,
  createSpan,
  createStrong,
  createText,
  propertiesOf,
} from "./block-nodes.js";
import type { ReadInlineSource } from "./inline-source.js";
import { counterOf, findStatementKind } from "./statement-kinds.js";

/** Numbers given so far, by counter. One for each text. */
export type StatementCounters = Map<string, number>;

export interface Statement {
  readonly id: string | undefined;
  /** How a reference calls it: `Theorem 2`, or its name when it has no number. */
  readonly referenceText: readonly PhrasingContent[];
}

/** Changes a quote that is a theorem-like block; `undefined` for any other. */
export function shapeStatement(
  quote: Blockquote,
  source: string,
  readInline: ReadInlineSource,
  counters: StatementCounters,
  labels: BlockLabels,
): Statement | undefined {
  const { container } = quote.data ?? {};
  if (container !== undefined) addAttributes(quote, container.attributes);
  const classes = classesOf(quote);
  const kind = [container?.word ?? "", ...classes]
    .map(findStatementKind)
    .find((found) => found !== undefined);
  if (kind === undefined) return undefined;
  const label = labels[kind];
  const counter = counterOf(kind);
  const isNumbered = !container?.word.endsWith("*") && !classes.includes("unnumbered");
  const number = isNumbered && counter !== null ? (counters.get(counter) ?? 0) + 1 : undefined;
  if (counter !== null && number !== undefined) counters.set(counter, number);
  const name = takeName(quote, source, readInline);
  const labelText = number === undefined ? label : `${label} ${number}`;

  if (kind === "proof") addEndMark(quote.children);
  addLabel(quote, labelText, name);
  const { name: _, ...properties } = propertiesOf(quote);
  const className = [...new Set(["statement", kind, ...classes])];
  quote.data = { ...quote.data, hName: "div", hProperties: { ...properties, className } };
  return {
    id: typeof properties.id === "string" ? properties.id : undefined,
    referenceText:
      number === undefined && name.length > 0 && counter !== null ? name : [createText(labelText)],
  };
}

function addAttributes(quote: Blockquote, list: ReturnType<typeof parseAttributeList>): void {
  const className = [...classesOf(quote), ...list.classes];
  const id = list.id === undefined ? {} : { id: list.id };
  const hProperties = { ...propertiesOf(quote), ...list.attributes, ...id, className };
  quote.data = { ...quote.data, hProperties };
}

/** The name on the opening fence, or the attribute `name` as Markdown. */
function takeName(quote: Blockquote, source: string, readInline: ReadInlineSource): PhrasingContent[] {
  const [first] = quote.children;
  if (first?.type === "paragraph" && first.data?.isName) {
    quote.children.shift();
    return first.children;
  }
  const { name } = propertiesOf(quote);
  if (typeof name !== "string" || name.trim() === "") return [];
  const start = findAttribute(quote, name, source);
  return start === undefined ? [createText(name)] : readInline(start, start + name.length);
}

/** Where the value of `name="…"` stands: on the opening fence, or in an attribute list right before or behind the quote. */
function findAttribute(quote: Blockquote, name: string, source: string): number | undefined {
  const { start, end } = quote.position ?? {};
  const from = quote.data?.container === undefined ? (end?.offset ?? 0) : (start?.offset ?? 0);
  const find = (at: number): number => {
    const positions = [`name="${name}"`, `name='${name}'`].map((written) => source.indexOf(written, at));
    return Math.min(...positions.map((position) => (position < 0 ? Number.POSITIVE_INFINITY : position)));
  };
  // A list on the quote's own last line, or on the line above it, stands before its end.
  const positions = [find(from), find(start?.offset ?? 0), find(0)];
  const position = positions.find(Number.isFinite);
  return position === undefined ? undefined : position + "name='".length;
}

/** `Theorem 2 (Name).` in bold, at the start of the first paragraph. */
function addLabel(quote: Blockquote, labelText: string, name: readonly PhrasingContent[]): void {
  const label = createStrong("statement-label", [
    createText(labelText),
    ...(name.length === 0 ? [] : [createText(" "), createName(name)]),
    createText("."),
  ]);
  const [first] = quote.children;
  if (first?.type === "paragraph") first.children.unshift(label, createText(" "));
  else quote.children.unshift(createParagraph("statement-title", [label]));
}

/** "Proof of the lemma" needs no parentheses. */
function createName(name: readonly PhrasingContent[]): PhrasingContent {
  const [first] = name;
  const isOf = first?.type === "text" && /^of\b/.test(first.value);
  const children = isOf ? [...name] : [createText("("), ...name, createText(")")];
  return createSpan("statement-name", children);
}

const OWN_END_MARK = /[∎□■◻◼]\s*$|\bq\.?\s?e\.?\s?d\.?\s*$/iu;
const END_MARK_IN_TEX = /\\(?:blacksquare|square|qedsymbol|qed|Box|qedhere)\b\s*$/;

/** At the end of the last line of text, also of a list, or else in a line of its own; never a second one. */
function addEndMark(children: Nodes[]): void {
  const last = children.at(-1);
  const item = last?.type === "list" ? last.children.at(-1) : undefined;
  if (item !== undefined) addEndMark(item.children);
  else if (last === undefined || !hasEndMark(last)) {
    const mark = createSpan("proof-end", [createText("∎")]);
    if (last?.type === "paragraph") last.children.push(createText(" "), mark);
    else children.push(createParagraph("proof-end-line", [mark]));
  }
}

function hasEndMark(block: Nodes): boolean {
  const last = block.type === "paragraph" ? block.children.at(-1) : block;
  if (last?.type === "text") return OWN_END_MARK.test(last.value);
  return (last?.type === "inlineMath" || last?.type === "math") && END_MARK_IN_TEX.test(last.value);
}
