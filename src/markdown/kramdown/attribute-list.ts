/** kramdown's attribute lists as text: `{: .class #id key="value" name}`. */
import type { Nodes } from "../mdast-nodes.js";

export interface AttributeList {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Words without a sign: `toc`, or the name of a list defined elsewhere. */
  readonly names: readonly string[];
}

const INSIDE = `\\{:(?![:/])((?:[^{}"']|"[^"]*"|'[^']*')*)\\}`;

/** A text that is nothing but an attribute list. */
export const ONLY_LIST = new RegExp(`^\\s*${INSIDE}\\s*$`);
/** A list on the last line of a text. */
export const LIST_ON_LAST_LINE = new RegExp(`\\n[ \\t]*${INSIDE}[ \\t]*$`);
/** A list right at the start of a text. */
export const LIST_ON_FIRST_LINE = new RegExp(`^${INSIDE}[ \\t]*\\n`);
export const LIST_AT_START = new RegExp(`^${INSIDE}`);

export function parseAttributeList(inside: string): AttributeList {
  const classes: string[] = [];
  const names: string[] = [];
  const attributes: Record<string, string> = {};
  let id: string | undefined;
  for (const match of inside.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')|([#.]?)([\w:-]+)/g)) {
    const [, key, double, single, sign, word = ""] = match;
    if (key === "class") classes.push(...(double ?? single ?? "").split(/\s+/).filter(Boolean));
    else if (key === "id") id = double ?? single ?? "";
    else if (key !== undefined) attributes[key] = double ?? single ?? "";
    else if (sign === ".") classes.push(word);
    else if (sign === "#") id = word;
    else names.push(word);
  }
  return { id, classes, attributes, names };
}

/** Gives a node the attributes; a block of code keeps the list, whose settings are read with its info string. */
export function applyAttributeList(node: Nodes, list: AttributeList): void {
  if (node.type === "code") {
    node.data = { ...node.data, attributeLists: [...(node.data?.attributeLists ?? []), list] };
    return;
  }
  const known = node.data?.hProperties ?? {};
  const knownClasses = Array.isArray(known.className) ? known.className : [];
  const className = [...knownClasses, ...list.classes];
  const hProperties = {
    ...known,
    ...list.attributes,
    ...(list.id === undefined ? {} : { id: list.id }),
    ...(className.length === 0 ? {} : { className }),
  };
  node.data = { ...node.data, hProperties };
}
