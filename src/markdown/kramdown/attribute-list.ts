/** kramdown's attribute lists as text: `{: .class #id key="value" name}`. */
import type { Nodes } from "../mdast-nodes.js";

export interface AttributeList {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Words without a sign: `toc`, or the name of a list defined elsewhere. */
  readonly names: readonly string[];
}

/** `{:name: .class}` gives a list a name; what stands between `{:` and `}` otherwise is a list. */
export function parseDefinition(mark: string): { name: string; list: AttributeList } | undefined {
  const [, name, inside = ""] = /^\{:(\w[\w:-]*?):(?=\s)([\s\S]*)\}\s*$/.exec(mark) ?? [];
  return name === undefined ? undefined : { name, list: parseAttributeList(inside) };
}

export function parseAttributeList(inside: string): AttributeList {
  const classes: string[] = [];
  const names: string[] = [];
  const attributes: Record<string, string> = {};
  let id: string | undefined;
  for (const match of inside.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')|([#.]?)([\p{L}\p{M}\p{N}_:-]+)/gu)) {
    const [, key, double, single, sign, word = ""] = match;
    if (key === "class") classes.push(...(double ?? single ?? "").split(/\s+/).filter(Boolean));
    else if (key === "id") id = double ?? single ?? "";
    else if (key !== undefined) attributes[key] = (double ?? single ?? "").replaceAll("\\}", "}");
    else if (sign === ".") classes.push(word);
    else if (sign === "#") id = word;
    else names.push(word);
  }
  return { id, classes, attributes, names };
}

/** The list together with those that it names; what it says itself comes last and wins. */
export function resolveNames(
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
): AttributeList {
  const named = list.names.flatMap((name) => definitions.get(name) ?? []);
  return [...named, list].reduce((left, right) => ({
    id: right.id ?? left.id,
    classes: [...left.classes, ...right.classes],
    attributes: { ...left.attributes, ...right.attributes },
    names: right.names,
  }));
}

/** Gives a node the attributes; a block of code keeps the list, whose settings are read with its info string. */
export function applyAttributeList(node: Nodes, list: AttributeList): void {
  if (node.type === "code") {
    node.data = { ...node.data, attributeLists: [...(node.data?.attributeLists ?? []), list] };
    return;
  }
  const known = node.data?.hProperties ?? {};
  const knownClasses = Array.isArray(known.className) ? known.className : [];
  const className = [...new Set([...knownClasses, ...list.classes])];
  const hProperties = {
    ...known,
    ...list.attributes,
    ...(list.id === undefined ? {} : { id: list.id }),
    ...(className.length === 0 ? {} : { className }),
  };
  node.data = { ...node.data, hProperties };
}
