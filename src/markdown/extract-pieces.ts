/** Takes formulas and code blocks out of a Markdown tree and reports what never closes. */

import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ExtractedCode, extractCode, extractCodeSpan, extractHighlight } from "./extract-code.js";
import { type FoundHighlightBlock, findHighlightBlocks } from "./highlight-blocks.js";
import type { Code, Html, InlineMath, Math as MathNode, Nodes, Parents, Text } from "./mdast-nodes.js";
import type { Piece, PieceData, PieceNode } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";
import { isDisplayScript } from "./syntax/math-spans.js";

export interface ExtractedPieces {
  readonly pieces: readonly Piece[];
  /** Whether the tree holds HTML of the author's. */
  readonly hasRawHtml: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Changes the tree: each formula and code block becomes a numbered `piece`. Adds `math-unclosed`,
 * `math-unclosed-inline`, `code-fence-unclosed` and what `extractCode` adds.
 */
export function extractPieces(
  tree: Parents,
  source: string,
  places: BodyPlaces,
  isMathEnabled: boolean,
): ExtractedPieces {
  const pieces: Piece[] = [];
  const diagnostics: Diagnostic[] = [];
  let hasRawHtml = false;

  const add = (piece: Piece, node: Nodes, data?: PieceData): PieceNode => ({
    type: "piece",
    index: pieces.push(piece) - 1,
    ...(node.position === undefined ? {} : { position: node.position }),
    ...(data === undefined ? {} : { data }),
  });

  const addCode = ({ piece, data, diagnostics: found }: ExtractedCode, node: Nodes): PieceNode => {
    diagnostics.push(...found);
    return add(piece, node, data);
  };

  const replace = (node: Nodes): readonly Nodes[] => {
    switch (node.type) {
      case "math":
      case "inlineMath":
        return [add(readFormula(node, source), node)];
      case "code": {
        const fence = findUnclosedFence(node, source);
        if (fence !== undefined) {
          const place = places.placeAt(offsetOf(node), fence.length);
          diagnostics.push(createDiagnostic("code-fence-unclosed", { fence }, place));
        }
        if (isMathEnabled && node.lang === "math") return [add(readFormula(node, source), node)];
        return [addCode(extractCode(node, source, places), node)];
      }
      case "inlineCode": {
        const span = extractCodeSpan(node, source);
        return span === undefined ? [node] : [add(span.piece, node, span.data)];
      }
      case "html": {
        const parts = splitHtml(node, (found, offset) =>
          addCode(extractHighlight(found, offset, places), node),
        );
        hasRawHtml ||= parts.some(({ type }) => type === "html");
        return parts;
      }
      case "text":
        if (isMathEnabled) diagnostics.push(...findUnclosedMath(node, source, places));
        return [node];
      default:
        if ("children" in node) walk(node);
        return [node];
    }
  };

  const walk = (parent: Parents): void => {
    // The kinds of children stay what they were: a piece may stand wherever math or code may.
    parent.children = parent.children.flatMap(replace) as typeof parent.children;
  };

  walk(tree);
  return { pieces, hasRawHtml, diagnostics };
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(offsetOf(node), node.position?.end.offset ?? offsetOf(node));
}

function readFormula(node: MathNode | InlineMath | Code, source: string): Piece {
  const written = sourceOf(node, source);
  const isBlock = node.type !== "inlineMath";
  const isMarked =
    node.type === "inlineMath" && (node.data?.isDisplay === true || opensLine(node, written, source));
  const isDisplay = isBlock || isMarked || /^\\{1,2}\[|^\\begin/.test(written) || isDisplayScript(written);
  return {
    kind: "formula",
    tex: node.value.trim(),
    isDisplay,
    isBlock,
    source: written,
    offset: offsetOf(node),
  };
}

/** `$$` at the start of a line, with the formula on more than one: a display although text follows it. */
function opensLine(node: InlineMath, written: string, source: string): boolean {
  if (!/^\$\$[^\n]*\n/.test(written)) return false;
  const before = source.slice(0, offsetOf(node));
  return /^(?:[>\s]|[-+*:] |\d+[.)] )*$/.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** Takes the blocks of `{% highlight %}` out of HTML; what is left stays HTML. */
function splitHtml(
  node: Html,
  addHighlight: (found: FoundHighlightBlock, offset: number) => PieceNode,
): readonly Nodes[] {
  const parts: Nodes[] = [];
  let end = 0;
  for (const found of findHighlightBlocks(node.value)) {
    const { start, length } = found;
    if (start > end) parts.push({ ...node, value: node.value.slice(end, start) });
    parts.push(addHighlight(found, offsetOf(node) + start));
    end = start + length;
  }
  if (end === 0) return [node];
  if (end < node.value.length) parts.push({ ...node, value: node.value.slice(end) });
  return parts;
}

/** The fence of a code block that runs to the end of its container. */
function findUnclosedFence(node: Code, source: string): string | undefined {
  const written = sourceOf(node, source);
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  if (fence === undefined) return undefined;
  const lines = written.split("\n");
  const last = lines.length > 1 ? (lines.at(-1) ?? "") : "";
  const closing = /(`{3,}|~{3,})[ \t]*$/.exec(last);
  const isClosed = closing?.[1]?.startsWith(fence) === true && /^[ \t>]*$/.test(last.slice(0, closing.index));
  return isClosed ? undefined : fence;
}

const CLOSINGS: Readonly<Record<string, string>> = { $$: "$$", "\\\\[": "\\\\]", "\\\\(": "\\\\)" };

/** An opening that is left in a text is one that no closing was found for. */
function findUnclosedMath(node: Text, source: string, places: BodyPlaces): readonly Diagnostic[] {
  if (node.position === undefined || !/\$\$|\\[([]/.test(node.value)) return [];
  const found: Diagnostic[] = [];
  const written = sourceOf(node, source);
  for (const match of written.matchAll(/\\\\[([]|\\[\s\S]|\$+/g)) {
    const [opening] = match;
    const closing = CLOSINGS[opening];
    if (closing === undefined) continue;
    const code = opening.endsWith("(") ? "math-unclosed-inline" : "math-unclosed";
    const place = places.placeAt(offsetOf(node) + match.index, opening.length);
    found.push(createDiagnostic(code, { opening, closing }, place));
  }
  return found;
}
