/** Nodes that the constructs of this folder are made of. */
import type { Nodes, Paragraph, PhrasingContent, Text } from "../mdast-nodes.js";

type Properties = NonNullable<NonNullable<Nodes["data"]>["hProperties"]>;

export function createText(value: string): Text {
  return { type: "text", value };
}

export function createStrong(className: string, children: PhrasingContent[]): PhrasingContent {
  return { type: "strong", data: { hProperties: { className: [className] } }, children };
}

export function createSpan(className: string, children: PhrasingContent[]): PhrasingContent {
  return { type: "emphasis", data: { hName: "span", hProperties: { className: [className] } }, children };
}

export function createParagraph(className: string, children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", data: { hProperties: { className: [className] } }, children };
}

export function propertiesOf(node: Nodes): Properties {
  return node.data?.hProperties ?? {};
}

export function classesOf(node: Nodes): readonly string[] {
  const { className } = propertiesOf(node);
  return Array.isArray(className) ? className.map(String) : [];
}
