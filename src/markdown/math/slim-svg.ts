/** MathJax's SVG with its glyphs as references into a sheet of the page, and without its bookkeeping. */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";
import { writeOutermost } from "./draw-flat.js";
import { elementsOf } from "./lite-elements.js";

/** MathJax's container with everything in it; the drawing is hidden from screen readers. */
export function writeSlimSvg(container: LiteElement, behind = ""): string {
  const attributes = attributesOf(container, ["width", "justify", "style"]);
  const svg = elementsOf(container).find(({ kind }) => kind === "svg");
  return `<mjx-container${attributes}>${svg === undefined ? "" : writeRoot(svg)}${behind}</mjx-container>`;
}

function writeRoot(svg: LiteElement): string {
  const viewBox = readViewBox(svg);
  // Browsers take the height from the width and the proportions of the box, where it has any.
  const sizes = viewBox === undefined ? ["width", "height"] : ["width"];
  const kept = attributesOf(svg, [...sizes, "preserveAspectRatio", "style"]);
  const box = viewBox === undefined ? "" : ` viewBox="${viewBox}"`;
  return `<svg${kept}${box} aria-hidden="true">${elementsOf(svg).map(writeOutermost).join("")}</svg>`;
}

/** The box in whole units, but so high that the drawing is as high as MathJax says; `undefined` for one without area. */
function readViewBox({ attributes }: LiteElement): string | undefined {
  const [x, y, width = 0] = String(attributes.viewBox ?? "")
    .split(/\s+/)
    .map((number) => Math.round(Number(number)));
  const [wide, high] = [attributes.width, attributes.height].map((length) =>
    Number(/^([\d.]+)ex$/.exec(String(length))?.[1] ?? 0),
  ) as [number, number];
  const height = wide === 0 ? 0 : Math.round((high / wide) * width * 100) / 100;
  return height > 0 ? `${x} ${y} ${width} ${height}` : undefined;
}

function attributesOf(element: LiteElement, names: readonly string[]): string {
  return names
    .filter((name) => element.attributes[name] !== undefined && element.attributes[name] !== "")
    .map((name) => ` ${name}="${escapeHtml(shortenStyle(String(element.attributes[name])))}"`)
    .join("");
}

/** `vertical-align: -0.5ex;` -> `vertical-align:-.5ex`; lengths are shortened alike. */
function shortenStyle(value: string): string {
  return value
    .replace(/;\s*$/, "")
    .replace(/([:;])\s+/g, "$1")
    .replace(/(^|[^\d.])0\.(?=\d)/g, "$1.");
}
