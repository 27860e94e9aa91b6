/**
 * MathJax's drawing as flat as it can be: groups that only move or shrink what they hold are dissolved, and each glyph
 * says itself where it stands.
 *
 * MathJax counts `y` upwards and turns the whole drawing over. The glyphs of our sheet stand the way they are seen, so
 * that in a `flat` part nothing is turned over; a part with more than glyphs and lines stays `straight`, in MathJax's
 * own numbers.
 */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";
import { glyphIdOf, sizeMarkOf } from "./glyph-id.js";
import { isElement, type LiteNode } from "./lite-elements.js";
import { writeAttributes } from "./svg-attributes.js";
import {
  type Frame,
  moveFrame,
  readTransform,
  round,
  shortenNumbers,
  WHOLE,
  writeFrame,
  writePosition,
} from "./svg-frame.js";

type Direction = "flat" | "straight";

/** What turns a drawing over, alone or behind everything else that a transform does. */
const TURN = /(?:scale\(1, ?-1\)|matrix\(1 0 0 -1 0 0\))$/;

/** The group of all that is drawn. Its colours are the style sheet's. */
export function writeOutermost(group: LiteElement): string {
  const { transform, inside } = turnGroup(group);
  return transform === "" ? inside : `<g transform="${transform}">${inside}</g>`;
}

/** The node, in `frame` of what it is written into. */
function writeNode(node: LiteNode, frame: Frame, direction: Direction): string {
  if (!isElement(node)) return "value" in node ? escapeHtml(String(node.value)) : "";
  if (node.kind === "text" && node.children.every((child) => writeNode(child, WHOLE, direction) === ""))
    return "";
  return direction === "flat" ? writeFlat(node, frame) : writeStraight(node);
}

function writeChildren({ children }: LiteElement, frame: Frame, direction: Direction): string {
  return children.map((child) => writeNode(child, frame, direction)).join("");
}

function writeFlat(element: LiteElement, frame: Frame): string {
  const { kind, attributes } = element;
  const transform = readTransform(attributes.transform);
  const own = moveFrame(frame, transform);
  const isPlain = transform.rest === "";
  if (kind === "use" && /^(?:scale\([^()-]*\))?$/.test(transform.rest))
    return writeGlyph(element, own, shortenNumbers(transform.rest));
  if (kind === "rect" && isPlain && attributes["data-hitbox"] === undefined)
    return writeRectangle(element, own);
  if (kind === "line" && isPlain && own.scale === 1) return writeLine(element, own);
  if (kind === "svg" && isPlain && attributes.viewBox !== undefined && own.scale === 1)
    return writeNestedSvg(element, own);
  if ((kind === "g" || kind === "a") && isPlain) return writeGroup(element, own);
  // The rest keeps MathJax's numbers, in a part of its own that is turned over.
  const inside = writeStraight(element);
  return inside === "" ? "" : `<g${writeFrame(frame, "scale(1,-1)")}>${inside}</g>`;
}

function writeGroup(group: LiteElement, own: Frame): string {
  const attributes = writeAttributes(group);
  const isDissolved = group.kind === "g" && attributes === "" && sizeMarkOf(own.scale) !== undefined;
  if (isDissolved) return writeChildren(group, own, "flat");
  const inside = writeChildren(group, WHOLE, "flat");
  return inside === "" ? "" : `<${group.kind}${attributes}${writeFrame(own)}>${inside}</${group.kind}>`;
}

function writeGlyph({ attributes }: LiteElement, own: Frame, rest: string): string {
  const id = glyphIdOf(String(attributes["xlink:href"]));
  const mark = rest === "" ? sizeMarkOf(own.scale) : undefined;
  const where = mark === undefined ? writeFrame(own, rest) : writePosition(own);
  return `<use${where} href="#${id}${mark ?? ""}"/>`;
}

function writeRectangle(rectangle: LiteElement, { x, y, scale }: Frame): string {
  const [left, low, width, height] = ["x", "y", "width", "height"].map(
    (name) => Number(rectangle.attributes[name] ?? 0) * scale,
  ) as [number, number, number, number];
  const position = writePosition({ x: x + left, y: y - low - height });
  const attributes = writeAttributes(rectangle, ["x", "y", "width", "height"]);
  return `<rect${position} width="${round(width)}" height="${round(height)}"${attributes}/>`;
}

function writeLine(line: LiteElement, { x, y }: Frame): string {
  const number = (name: string): number => Number(line.attributes[name] ?? 0);
  const ends = { x1: x + number("x1"), y1: y - number("y1"), x2: x + number("x2"), y2: y - number("y2") };
  const written = Object.entries(ends).filter(([, value]) => round(value) !== "0");
  const places = written.map(([name, value]) => ` ${name}="${round(value)}"`).join("");
  return `<line${places}${writeAttributes(line, Object.keys(ends))}/>`;
}

/** Parts that stretch are cut at the edges of an `svg` of their own. */
function writeNestedSvg(svg: LiteElement, { x, y }: Frame): string {
  const { attributes } = svg;
  const [left = 0, low = 0, width = 0, height = 0] = String(attributes.viewBox).split(/\s+/).map(Number);
  const size = {
    x: Number(attributes.x ?? 0),
    y: Number(attributes.y ?? 0),
    height: Number(attributes.height),
  };
  const box = [left, -(low + height), width, height].map(round).join(" ");
  const kept = writeAttributes(svg, ["x", "y", "viewBox"]);
  const position = writePosition({ x: x + size.x, y: y - size.y - size.height });
  return `<svg${kept}${position} viewBox="${box}">${writeChildren(svg, WHOLE, "flat")}</svg>`;
}

/** In MathJax's own numbers, but for what turns itself over. */
function writeStraight(element: LiteElement): string {
  const { kind } = element;
  const written = shortenNumbers(String(element.attributes.transform ?? "").trim());
  if (kind === "use") return writeGlyph(element, WHOLE, `${written}scale(1,-1)`);
  const { transform, inside } = kind === "g" ? turnGroup(element) : { transform: written, inside: undefined };
  const text = inside ?? writeChildren(element, WHOLE, "straight");
  const attributes = writeAttributes(element) + (transform === "" ? "" : ` transform="${transform}"`);
  if (kind === "g" && (attributes === "" || text === "")) return text;
  return `<${kind}${attributes}${element.children.length === 0 ? "/>" : `>${text}</${kind}>`}`;
}

/** A group whose transform ends with turning it over: without that, and with what it holds the way it is seen. */
function turnGroup(group: LiteElement): { readonly transform: string; readonly inside: string } {
  const written = String(group.attributes.transform ?? "").trim();
  const transform = written.replace(TURN, "").trim();
  const inside = writeChildren(group, WHOLE, transform === written ? "straight" : "flat");
  return { transform: shortenNumbers(transform), inside };
}
