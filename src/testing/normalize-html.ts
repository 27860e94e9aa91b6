/** HTML as a tree without what no reader sees: two texts are equal when a browser would make the same page of them. */
import type { Element, Nodes, Parents, Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

const parser = unified().use(rehypeRaw).freeze();

/** Entities, quotes, the order of attributes and classes, and space between blocks are all the same afterwards. */
export function normalizeHtml(html: string, change: (tree: Root) => void = () => undefined): string {
  const tree = parseHtml(html.trimEnd());
  change(tree);
  return write(tree, false).trim();
}

/** As a browser reads it. */
export function parseHtml(html: string): Root {
  return parser.runSync({ type: "root", children: [{ type: "raw", value: html }] } as Root) as Root;
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|li|link|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)$/;

function write(node: Nodes, isExact: boolean): string {
  switch (node.type) {
    case "text":
      return JSON.stringify(isExact ? node.value : node.value.replace(/\s+/g, " ")).slice(1, -1);
    case "comment":
      return `<!--${JSON.stringify(node.value)}-->`;
    case "element":
      return writeElement(node, isExact || node.tagName === "pre");
    case "root":
      return writeChildren(node, isExact);
    default:
      return "";
  }
}

function writeElement(element: Element, isExact: boolean): string {
  const attributes = Object.entries(element.properties)
    .map(([name, value]) => ` ${name}=${JSON.stringify(Array.isArray(value) ? [...value].sort() : value)}`)
    .sort();
  const open = `<${element.tagName}${attributes.join("")}>`;
  return `${open}${writeChildren(element, isExact)}</${element.tagName}>`;
}

/** Space at the edge of a block, and between two blocks, is none. */
function writeChildren(parent: Parents, isExact: boolean): string {
  const { children } = parent;
  const isBlock = parent.type !== "element" || BLOCK.test(parent.tagName);
  const isEdge = (index: number): boolean => {
    const next = children[index];
    return next === undefined ? isBlock : next.type === "element" && BLOCK.test(next.tagName);
  };
  return children
    .map((child, index) => {
      const written = write(child, isExact);
      if (isExact || child.type !== "text") return written;
      const left = isEdge(index - 1) ? written.trimStart() : written;
      return isEdge(index + 1) ? left.trimEnd() : left;
    })
    .join("");
}
