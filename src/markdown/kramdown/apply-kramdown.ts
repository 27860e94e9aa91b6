/**
 * What kramdown's own marks mean, worked out in the tree. The one entry of this folder for a tree of Markdown.
 * Source: https://kramdown.gettalong.org/syntax.html
 */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Root } from "../mdast-nodes.js";
import type { BodyPlaces } from "../place-in-body.js";
import type { MathSyntax } from "../syntax/math-spans.js";
import { applyAbbreviations } from "./abbreviations.js";
import { applyAttributeLists } from "./apply-attribute-lists.js";
import { groupDefinitionLists } from "./definition-lists.js";
import { applyExtensions } from "./extensions.js";
import { readMarkdownInHtml } from "./markdown-in-html.js";
import { readMathInHtml } from "./math-in-html.js";
import { readPlainTables } from "./plain-tables.js";

/** Changes the tree of `source`, which `parse` made of it. Adds `kramdown-options-ignored`. */
export function applyKramdown(
  tree: Root,
  source: string,
  parse: (text: string) => Root,
  places: BodyPlaces,
  math: MathSyntax & { readonly enabled: boolean },
): readonly Diagnostic[] {
  readMarkdownInHtml(tree, source, parse);
  if (math.enabled) readMathInHtml(tree, source, math);
  readPlainTables(tree, source, parse);
  const ignored = applyExtensions(tree);
  groupDefinitionLists(tree);
  applyAttributeLists(tree);
  applyAbbreviations(tree, source);
  return ignored.map(({ options, offset }) =>
    createDiagnostic("kramdown-options-ignored", { options }, places.placeAt(offset, options.length)),
  );
}
