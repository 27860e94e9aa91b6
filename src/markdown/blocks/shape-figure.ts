/** Figures: an image with a title, alone in its paragraph, becomes a figure with the title as its caption. */
import type { Definition, Image, ImageReference, Nodes, Paragraph } from "../mdast-nodes.js";
import { createText } from "./block-nodes.js";
import type { ReadInlineSource } from "./inline-source.js";

const TITLE_AT_END =
  /[ \t\n]("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))\s*\)?\s*$/;

/** Changes a paragraph that holds nothing but an image with a title; the image may stand in a link. */
export function shapeFigure(
  paragraph: Paragraph,
  definitions: ReadonlyMap<string, Definition>,
  source: string,
  readInline: ReadInlineSource,
): void {
  const children = paragraph.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = children;
  if (only === undefined || children.length > 1) return;
  const image = only.type === "link" && only.children.length === 1 ? only.children[0] : only;
  if (image?.type !== "image" && image?.type !== "imageReference") return;
  const titled = findTitled(image, definitions);
  if (titled?.title === undefined || titled.title === null || titled.title.trim() === "") return;
  const caption: Paragraph = {
    type: "paragraph",
    data: { hName: "figcaption" },
    children: readTitle(titled, source, readInline),
  };
  titled.title = null;
  paragraph.data = { ...paragraph.data, hName: "figure" };
  // A caption is no inline content, and a figure no paragraph; their names tell the HTML.
  paragraph.children = [only, caption as Nodes] as typeof paragraph.children;
}

function findTitled(
  image: Image | ImageReference,
  definitions: ReadonlyMap<string, Definition>,
): Image | Definition | undefined {
  return image.type === "image" ? image : definitions.get(image.identifier);
}

/** As the author typed it: what the tree holds has lost the backslashes that a formula needs. */
function readTitle(node: Image | Definition, source: string, readInline: ReadInlineSource) {
  const start = node.position?.start.offset ?? 0;
  const match = TITLE_AT_END.exec(source.slice(start, node.position?.end.offset ?? start));
  if (match?.[1] === undefined) return [createText(node.title ?? "")];
  const titleStart = start + match.index + 2;
  return readInline(titleStart, titleStart + match[1].length - 2);
}
