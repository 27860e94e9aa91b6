/** What technical authors write beyond CommonMark, GFM and kramdown: alerts, theorem-like blocks, figures. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { BlockLabels } from "../../model/config.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { nearestName } from "../../util/text.js";
import type { Definition, Image, ImageReference, Link, Nodes, Paragraph, Root } from "../mdast-nodes.js";
import type { BodyPlaces } from "../place-in-body.js";
import { propertiesOf } from "./block-nodes.js";
import { readContainerOpening } from "./container-range.js";
import { createInlineSource } from "./inline-source.js";
import { NAMELESS_LINK } from "./name-empty-links.js";
import { shapeAlert } from "./shape-alert.js";
import { shapeFigure } from "./shape-figure.js";
import { type Statement, shapeStatement } from "./shape-statement.js";
import { findStatementKind, STATEMENT_KINDS } from "./statement-kinds.js";

export interface ShapeBlocksContext {
  readonly source: string;
  readonly places: BodyPlaces;
  readonly parseInline: (text: string) => Root;
  readonly labels: BlockLabels;
}

/**
 * Changes the tree, after attribute lists have been applied and before formulas are taken out of it. Numbers are given
 * in the order of the text. Adds `alert-unknown`, `statement-unknown`, `statement-unclosed` and `image-alt-missing`.
 */
export function shapeBlocks(
  tree: Root,
  { source, places, parseInline, labels }: ShapeBlocksContext,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const readInline = createInlineSource(source, parseInline);
  const definitions = findDefinitions(tree);
  const counters = new Map<string, number>();
  const statements: Statement[] = [];
  const links: Link[] = [];

  const visit = (node: Nodes): void => {
    if (node.type === "blockquote") {
      const statement = shapeStatement(node, source, readInline, counters, labels);
      if (statement !== undefined) statements.push(statement);
      else diagnostics.push(...shapeAlert(node, places, labels));
    } else if (node.type === "paragraph") {
      diagnostics.push(...checkFences(node, source, places));
      shapeFigure(node, definitions, source, readInline);
    } else if (node.type === "image" || node.type === "imageReference") {
      diagnostics.push(...checkAlternative(node, places));
    } else if (node.type === "link" && node.children.length === 0 && node.url.startsWith("#"))
      links.push(node);
    if ("children" in node) node.children.forEach(visit);
  };

  visit(tree);
  nameReferences(links, statements);
  return diagnostics;
}

function findDefinitions(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return definitions;
}

/** `[](#thm-main)` becomes "Theorem 2"; others wait until headings have their ids. */
function nameReferences(links: readonly Link[], statements: readonly Statement[]): void {
  const texts = new Map(statements.toReversed().map(({ id, referenceText }) => [id, referenceText]));
  for (const link of links) {
    const text = texts.get(link.url.slice(1)) ?? texts.get(decode(link.url.slice(1)));
    if (text === undefined) {
      link.data = { ...link.data, hProperties: { ...propertiesOf(link), [NAMELESS_LINK]: "" } };
    } else link.children = structuredClone(text) as Link["children"];
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A fence of colons that is left in a text opens nothing: of a kind that is none, or never closed. */
function checkFences(paragraph: Paragraph, source: string, places: BodyPlaces): readonly Diagnostic[] {
  const { start, end } = paragraph.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined || paragraph.data?.isName) return [];
  const found: Diagnostic[] = [];
  for (const match of source.slice(start.offset, end.offset).matchAll(/^[ \t>]*(:{3,}[^\n]*)/gm)) {
    const [whole, line = ""] = match;
    const opening = readContainerOpening(line);
    if (opening === undefined) continue;
    const place = places.placeAt(start.offset + match.index + whole.length - line.length, line.length);
    const word = opening.word.replace("*", "");
    const code = findStatementKind(word) === undefined ? "statement-unknown" : "statement-unclosed";
    found.push(
      createDiagnostic(
        code,
        { word, kinds: STATEMENT_KINDS, nearest: nearestName(word, STATEMENT_KINDS) },
        place,
      ),
    );
  }
  return found;
}

function checkAlternative(image: Image | ImageReference, places: BodyPlaces): readonly Diagnostic[] {
  const properties = propertiesOf(image);
  const isHidden =
    properties.alt !== undefined || properties.ariaHidden !== undefined || "aria-hidden" in properties;
  if ((image.alt ?? "").trim() !== "" || isHidden) return [];
  const { start, end } = image.position ?? {};
  const url = image.type === "image" ? image.url : (image.label ?? image.identifier);
  const length = (end?.offset ?? 1) - (start?.offset ?? 0);
  return [createDiagnostic("image-alt-missing", { url }, places.placeAt(start?.offset ?? 0, length))];
}
