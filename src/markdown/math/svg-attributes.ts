import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";

/** What a rule of MathJax's style sheet says of lines and frames is said by the element itself. */
const LINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "mjx-solid": {},
  "mjx-dashed": { "stroke-dasharray": "140" },
  "mjx-dotted": { "stroke-linecap": "round", "stroke-dasharray": "0,140" },
};

/** The attributes of a part of a drawing that a reader can see, but for those named and its `transform`. */
export function writeAttributes(element: LiteElement, without: readonly string[] = []): string {
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
  // Tables and their numbers reach beyond the box that they are laid out in.
  const isTable = attributes["data-table"] !== undefined || attributes["data-labels"] !== undefined;
  // The drawing is hidden from screen readers, so nothing in it may be reached by keyboard.
  const more = (isTable ? ' overflow="visible"' : "") + (element.kind === "a" ? ' tabindex="-1"' : "");
  return kept.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("") + more;
}
