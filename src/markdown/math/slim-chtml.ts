/** MathJax's CHTML without its bookkeeping: what no rule of its style sheet asks for. */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";

type LiteNode = LiteElement["children"][number];

/** MathJax's container with everything in it; what is seen is hidden from screen readers. */
export function writeSlimChtml(container: LiteElement, behind: string): string {
  const [math] = container.children;
  const seen = math === undefined ? "" : write(math).replace("<mjx-math", '<mjx-math aria-hidden="true"');
  return `<mjx-container${writeAttributes(container)}>${seen}${behind}</mjx-container>`;
}

function write(node: LiteNode): string {
  if (!("children" in node)) return "value" in node ? escapeHtml(String(node.value)) : "";
  // What is hidden from screen readers may not be reached by keyboard.
  const link = node.kind === "a" ? ' tabindex="-1"' : "";
  const inside = node.children.map(write).join("");
  // HTML knows no capitals in names: `mjx-TeXAtom` comes back from its parser without.
  const name = node.kind.toLowerCase();
  return `<${name}${writeAttributes(node)}${link}>${inside}</${name}>`;
}

/** The class comes first: it says which glyph an element is. */
function writeAttributes({ attributes }: LiteElement): string {
  const { class: className, style, ...others } = attributes;
  const written = [
    ["class", keptClasses(className)],
    ...Object.entries(others).filter(
      ([name, value]) =>
        !/^(?:jax|texclass|variant|role|tabindex|aria-.*|data-.*)$/.test(name) &&
        !(name === "id" && String(value).startsWith("mjx-eqn")),
    ),
    ["style", keptStyle(style)],
  ];
  return written
    .map(([name, value]) => (value === "" ? "" : ` ${name}="${escapeHtml(String(value))}"`))
    .join("");
}

/** Names of fonts that no rule knows: what counts is the font of each glyph. */
const VARIANTS = /^(?:MathJax|mjx-(?:n|b|i|ds|fr|sc|ss|ty|sop|lop|s3|s4|cal|mit|os|var))$/;

function keptClasses(value: unknown): string {
  return String(value ?? "")
    .split(/\s+/)
    .filter((name) => !VARIANTS.test(name))
    .join(" ")
    .trim();
}

/** `vertical-align: 0.5em;` -> `vertical-align:.5em`; what MathJax could not compute says nothing to a browser. */
function keptStyle(value: unknown): string {
  return String(value ?? "")
    .split(/;\s*/)
    .filter((declaration) => declaration !== "" && !declaration.includes("NaN"))
    .map((declaration) => declaration.replace(/:\s+/, ":").replace(/(^|[^\d.])0\.(?=\d)/g, "$1."))
    .join(";");
}
