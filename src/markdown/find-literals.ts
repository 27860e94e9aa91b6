/** Where code and math stand in a text. */
import type { TextRange } from "../model/rendered.js";
import type { Nodes } from "./mdast-nodes.js";

/**
 * The ranges of code and math in a tree whose positions point into `text`, in order. Indented code that holds a tag of
 * Liquid's, or starts with an output, is none: templates are indented too, and what they write decides what they are.
 */
export function findLiterals(tree: Nodes, text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const visit = (node: Nodes): void => {
    if (["code", "inlineCode", "math", "inlineMath"].includes(node.type)) {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start !== undefined && end !== undefined && !isTemplate(node, text.slice(start, end)))
        ranges.push({ start, end });
    } else if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return ranges.sort((left, right) => left.start - right.start);
}

function isTemplate(node: Nodes, written: string): boolean {
  return node.type === "code" && !/^(?:`{3}|~{3})/.test(written) && /^\s*\{\{|\{%/.test(written);
}
