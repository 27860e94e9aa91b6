/**
 * MathJax's SVG with its glyphs as references into a sheet of the page, and without its bookkeeping. Groups that only
 * move what they hold are dissolved: each glyph then says itself where it stands.
 */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";
import { glyphIdOf } from "./glyph-sheet.js";

type LiteNode = LiteElement["children"][number];

/** How far an element is moved, in units of its parent. */
interface Shift {
  readonly x: number;
  readonly y: number;
}

const NONE: Shift = { x: 0, y: 0 };

/** MathJax's container with everything in it; the drawing is hidden from screen readers. */
export function writeSlimSvg(container: LiteElement, behind = ""): string {
  const attributes = attributesOf(container, ["display", "width", "justify", "style"]);
  const svg = container.children.find((child) => child.kind === "svg");
  return `<mjx-container${attributes}>${svg === undefined ? "" : writeRoot(svg as LiteElement)}${behind}</mjx-container>`;
}

function writeRoot(svg: LiteElement): string {
  const kept = attributesOf(svg, ["width", "height", "viewBox", "preserveAspectRatio", "style"]);
  const inside = elementsOf(svg)
    .map((group) => {
      const transform = String(group.attributes.transform ?? "");
      return `<g transform="${transform}">${writeAll(group.children, NONE)}</g>`;
    })
    .join("");
  return `<svg${kept} aria-hidden="true">${inside}</svg>`;
}

function writeAll(nodes: readonly LiteNode[], shift: Shift): string {
  return nodes.map((node) => write(node, shift)).join("");
}

function write(node: LiteNode, outer: Shift): string {
  if (!isElement(node)) return "value" in node ? escapeHtml(String(node.value)) : "";
  const { shift: own, rest } = readTransform(node.attributes.transform);
  const shift = { x: outer.x + own.x, y: outer.y + own.y };
  if (node.kind === "use" && rest === "") return writeGlyph(node, writePosition(shift));
  if (node.kind === "use") return writeGlyph(node, writeTransform(shift, rest));
  if (node.kind === "rect" && rest === "" && node.attributes["data-hitbox"] === undefined)
    return writeRectangle(node, shift);
  if (node.kind === "svg") return writeNestedSvg(node, outer);
  if (node.kind === "text" && writeAll(node.children, NONE) === "") return "";
  const attributes = writeAttributes(node);
  if (node.kind === "g" && attributes === "") return writeGroup(node, shift, rest);
  const empty = node.children.length === 0 ? "/>" : `>${writeAll(node.children, NONE)}</${node.kind}>`;
  return `<${node.kind}${attributes}${writeTransform(shift, rest)}${empty}`;
}

function writeGroup(group: LiteElement, shift: Shift, rest: string): string {
  if (rest === "") return writeAll(group.children, shift);
  const inside = writeAll(group.children, NONE);
  if (inside === "") return "";
  const transform = writeTransform(shift, rest);
  // A single glyph takes the group's place.
  const isOneGlyph = /^<use href="[^"]*"\/>$/.test(inside);
  return isOneGlyph ? inside.replace("<use", `<use${transform}`) : `<g${transform}>${inside}</g>`;
}

function writeGlyph(use: LiteElement, where: string): string {
  return `<use${where} href="#${glyphIdOf(String(use.attributes["xlink:href"]))}"/>`;
}

function writeRectangle(rectangle: LiteElement, { x, y }: Shift): string {
  const moved = { x: Number(rectangle.attributes.x ?? 0) + x, y: Number(rectangle.attributes.y ?? 0) + y };
  return `<rect${writeAttributes(rectangle, ["x", "y"])}${writePosition(moved)}/>`;
}

/** Parts that stretch are cut at the edges of an `svg` of their own. */
function writeNestedSvg(svg: LiteElement, shift: Shift): string {
  const { attributes } = svg;
  const moved = { x: Number(attributes.x ?? 0) + shift.x, y: Number(attributes.y ?? 0) + shift.y };
  const isCut = attributes["data-table"] === undefined && attributes["data-labels"] === undefined;
  const kept = `${writeAttributes(svg, ["x", "y"])}${writePosition(moved)}${isCut ? "" : ' overflow="visible"'}`;
  return `<svg${kept}>${writeAll(svg.children, NONE)}</svg>`;
}

/** What a rule of MathJax's style sheet says of lines and frames is said by the element itself. */
const LINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "mjx-solid": {},
  "mjx-dashed": { "stroke-dasharray": "140" },
  "mjx-dotted": { "stroke-linecap": "round", "stroke-dasharray": "0,140" },
};

function writeAttributes(element: LiteElement, without: readonly string[] = []): string {
  const { attributes } = element;
  const isLine = attributes["data-line"] !== undefined || attributes["data-frame"] !== undefined;
  const line = isLine ? { "stroke-width": "70", fill: "none", ...LINES[String(attributes.class)] } : {};
  const kept = Object.entries({ ...line, ...attributes }).filter(
    ([name, value]) =>
      !/^(?:data-.*|xmlns.*|transform|focusable|role|stroke-thickness|aria-.*)$/.test(name) &&
      !without.includes(name) &&
      !(name === "id" && String(value).startsWith("mjx-eqn")) &&
      !(name === "class" && isLine),
  );
  // The drawing is hidden from screen readers, so nothing in it may be reached by keyboard.
  const link = element.kind === "a" ? ' tabindex="-1"' : "";
  return kept.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("") + link;
}

function attributesOf(element: LiteElement, names: readonly string[]): string {
  return names
    .filter((name) => element.attributes[name] !== undefined && element.attributes[name] !== "")
    .map((name) => ` ${name}="${escapeHtml(shortenStyle(String(element.attributes[name])))}"`)
    .join("");
}

/** `vertical-align: -0.5ex;` -> `vertical-align:-.5ex`; lengths and boxes are shortened alike. */
function shortenStyle(value: string): string {
  return value
    .replace(/;\s*$/, "")
    .replace(/([:;])\s+/g, "$1")
    .replace(/(^|[^\d.])0\.(?=\d)/g, "$1.");
}

/** `translate(…)` at the start, and what follows it. */
function readTransform(transform: unknown): { readonly shift: Shift; readonly rest: string } {
  let rest = typeof transform === "string" ? transform.trim() : "";
  let shift = NONE;
  for (;;) {
    const match = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)\s*/.exec(rest);
    if (match === null) return { shift, rest };
    shift = { x: shift.x + Number(match[1]), y: shift.y + Number(match[2]) };
    rest = rest.slice(match[0].length);
  }
}

function writeTransform({ x, y }: Shift, rest: string): string {
  const moves = x === 0 && y === 0 ? "" : `translate(${round(x)},${round(y)})`;
  return moves === "" && rest === "" ? "" : ` transform="${moves}${rest.replace(/\b0\./g, ".")}"`;
}

function writePosition({ x, y }: Shift): string {
  return (round(x) === "0" ? "" : ` x="${round(x)}"`) + (round(y) === "0" ? "" : ` y="${round(y)}"`);
}

/** MathJax's own accuracy: a tenth of a thousandth of the size of the text. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function isElement(node: LiteNode): node is LiteElement {
  return "children" in node && !("value" in node);
}

function elementsOf(element: LiteElement): readonly LiteElement[] {
  return element.children.filter(isElement);
}
