/** `{::comment}`, `{::nomarkdown}`, `{::options /}` and the mark `^` that ends a block. */
import type { Html, Nodes, Parents } from "../mdast-nodes.js";

/** Options in the text, which have no effect, and where they stand. */
export interface IgnoredOptions {
  readonly options: string;
  readonly offset: number;
}

const PARTS = /^\{::(\w+)([^}\n]*?)(\/?)\}([\s\S]*)$/;
const END = /\{:\/\w*\}\s*$/;

/** Changes the tree: comments become comments of HTML, what is no Markdown becomes HTML, options and `^` go. */
export function applyExtensions(tree: Parents): readonly IgnoredOptions[] {
  const ignored: IgnoredOptions[] = [];
  const replace = (node: Nodes): readonly Nodes[] => {
    if (node.type !== "kramdownBlock" && node.type !== "kramdownSpan") {
      if ("children" in node) node.children = node.children.flatMap(replace) as typeof node.children;
      return [node];
    }
    if (node.type === "kramdownBlock" && /^\^\s*$/.test(node.value)) return [];
    const [, name, , isEmpty, rest = ""] = PARTS.exec(node.value) ?? [];
    if (name === undefined) return [node];
    if (name === "options") {
      ignored.push({ options: node.value, offset: node.position?.start.offset ?? 0 });
      return [];
    }
    if (isEmpty === "/") return [];
    const inside = rest.replace(END, "");
    const value = name === "comment" ? `<!-- ${inside.trim().replaceAll("--", "- -")} -->` : inside.trim();
    const html: Html = { type: "html", value };
    return value === "" ? [] : [node.position === undefined ? html : { ...html, position: node.position }];
  };
  tree.children = tree.children.flatMap(replace) as typeof tree.children;
  return ignored;
}
