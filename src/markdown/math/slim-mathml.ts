/** MathML in fewer characters: rows that hold one thing are that thing, and what nobody sees needs no look. */

interface MathElement {
  readonly name: string;
  /** As they are written, with a space before each. */
  readonly attributes: string;
  readonly children: readonly (MathElement | string)[];
}

/**
 * What says how MathML is drawn and nothing about what it means. Kept are variants of letters, fences, lines of tables,
 * notations of `menclose`, and the missing line of a binomial.
 */
const LOOK =
  / (?:stretchy|symmetric|largeop|movablelimits|minsize|maxsize|lspace|rspace|displaystyle|scriptlevel|mathsize|column(?:align|spacing|width)|row(?:align|spacing)|equal(?:rows|columns)|side|minlabelspacing)="[^"]*"/g;

/** `isSeen` is whether browsers draw it; otherwise it is there for screen readers alone. */
export function slimMathml(mathml: string, isSeen: boolean): string {
  return parse(mathml)
    .map((node) => write(node, isSeen))
    .join("");
}

function parse(mathml: string): readonly (MathElement | string)[] {
  const root: (MathElement | string)[] = [];
  const open: { name: string; attributes: string; children: (MathElement | string)[] }[] = [];
  for (const [text, close, name = "", attributes = "", empty] of mathml.matchAll(TOKEN)) {
    const siblings = open.at(-1)?.children ?? root;
    if (close === "/") open.pop();
    else if (name === "") siblings.push(text);
    else {
      const element = { name, attributes, children: [] };
      siblings.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  return root;
}

const TOKEN = /<(\/?)([\w-]+)((?: [\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;

function write(node: MathElement | string, isSeen: boolean): string {
  if (typeof node === "string") return node;
  const attributes = isSeen ? node.attributes : node.attributes.replace(LOOK, "");
  const inside = node.children.map((child) => write(child, isSeen)).join("");
  if (/^(?:mrow|mstyle)$/.test(node.name) && attributes === "") {
    if (node.children.length === 1) return inside;
    return `<mrow>${inside}</mrow>`;
  }
  if (node.name === "mspace") return `<mspace${attributes}/>`;
  return `<${node.name}${attributes}>${inside}</${node.name}>`;
}
