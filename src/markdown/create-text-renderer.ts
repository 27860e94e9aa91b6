/** What reads Markdown: parsers, trees, and HTML from them. Loading unified takes a while, and many builds need none of it. */
import type { Root } from "hast";
import type { BlockLabels, MathConfig } from "../model/config.js";
import { nameEmptyLinks } from "./blocks/name-empty-links.js";
import { shapeBlocks } from "./blocks/shape-blocks.js";
import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import { createHtmlWriter } from "./create-html-writer.js";
import type { MarkdownRenderer } from "./create-markdown-renderer.js";
import { cutExcerpt } from "./cut-excerpt.js";
import { extractPieces } from "./extract-pieces.js";
import { toExcerptTree, toFeedTree, toLinklessTree } from "./feed-tree.js";
import { findLiterals } from "./find-literals.js";
import { finishTree } from "./finish-tree.js";
import { onOneLine, textOf } from "./hast-text.js";
import { keepInlineHtml } from "./keep-inline-html.js";
import { applyKramdown } from "./kramdown/apply-kramdown.js";
import { readMarkdownInHtml } from "./kramdown/markdown-in-html.js";
import { readMathInHtml } from "./kramdown/math-in-html.js";
import { fillTablesOfContents } from "./kramdown/table-of-contents.js";
import type { Typesetter } from "./math/create-typesetter.js";
import { insertPieces, markNamingPieces, type PieceForm, type WrittenPiece } from "./pieces.js";
import { createBodyPlaces } from "./place-in-body.js";
import { createParsers } from "./syntax/create-parsers.js";
import { createPieceWriter } from "./write-pieces.js";

export interface TextRendererOptions {
  readonly math: MathConfig;
  readonly isForKramdown: boolean;
  readonly smartPunctuation: boolean;
  readonly labels: BlockLabels;
  readonly typesetter: Typesetter;
  readonly highlighter: CodeHighlighter;
}

/** The part of a renderer that reads Markdown. */
export type TextRenderer = Pick<
  MarkdownRenderer,
  "render" | "renderInline" | "renderFragment" | "findLiterals"
>;

export function createTextRenderer(options: TextRendererOptions): TextRenderer {
  const { math, isForKramdown, smartPunctuation, labels, typesetter, highlighter } = options;
  const parsers = createParsers({
    math: { ...math, isForKramdown },
    kramdown: true,
    smartPunctuation,
    htmlRegions: true,
  });
  const { parseInline } = parsers;
  const writePieces = createPieceWriter(typesetter, highlighter);
  const { toHast, stringify } = createHtmlWriter();

  const write = (tree: Root, pieces: readonly WrittenPiece[], form: PieceForm = "html"): string =>
    insertPieces(stringify(tree), pieces, form);
  /** What names a link or a heading elsewhere. */
  const writeName = (tree: Root, pieces: readonly WrittenPiece[]): string =>
    insertPieces(stringify(tree), pieces, "copyHtml", true).trim();

  return {
    render(request) {
      const { text } = request;
      const places = createBodyPlaces(request);
      const mdast = parsers.parseBody(text);
      const kramdownDiagnostics = applyKramdown(mdast, text, parsers.parseBody, places, math);
      const literals = findLiterals(mdast, text);
      const blockDiagnostics = shapeBlocks(mdast, { source: text, places, parseInline, labels });
      const { pieces, hasRawHtml, diagnostics } = extractPieces(mdast, text, places, math.enabled);
      const { written, diagnostics: pieceDiagnostics } = writePieces(pieces, places, request.macros);
      const tree = toHast(mdast, hasRawHtml);
      const { headings, references, words } = finishTree(tree, written, places.fileLine);
      markNamingPieces(tree);
      const linkDiagnostics = nameEmptyLinks(tree, headings, written, places);
      fillTablesOfContents(tree, headings);
      const excerpt = cutExcerpt(tree, text, request.excerptSeparator, literals);
      const pieceText = (index: number): string => written[index]?.text ?? "";
      return {
        html: write(tree, written),
        feedHtml: write(toFeedTree(tree), written, "feedHtml"),
        excerptHtml: write(toExcerptTree(excerpt.tree), written, "copyHtml").trim(),
        excerptText: onOneLine(textOf(excerpt.summary, pieceText)),
        words,
        headings: headings.map(({ level, id, text, element }) => ({
          level,
          id,
          text,
          html: writeName(toLinklessTree(element.children), written),
        })),
        references,
        images: references.filter(({ kind }) => kind === "image"),
        formulas: pieces.filter(({ kind }) => kind === "formula").length,
        codeBlocks: pieces.filter(({ kind }) => kind === "code").length,
        diagnostics: [
          ...kramdownDiagnostics,
          ...blockDiagnostics,
          ...diagnostics,
          ...pieceDiagnostics,
          ...linkDiagnostics,
        ],
      };
    },

    renderInline(text) {
      const places = createBodyPlaces({ path: "", text, lineOrigins: [], excerptSeparator: "" });
      const mdast = parsers.parseInline(text.trim());
      const { pieces } = extractPieces(mdast, text.trim(), places, math.enabled);
      keepInlineHtml(mdast);
      const { written } = writePieces(pieces, places);
      const blocks = toHast(mdast, false).children;
      const children = blocks.flatMap((block) => (block.type === "element" ? block.children : []));
      const tree = toLinklessTree(children);
      return {
        html: writeName(tree, written),
        text: onOneLine(textOf(tree, (index) => written[index]?.text ?? "")),
        formulas: pieces.filter(({ kind }) => kind === "formula").length,
      };
    },

    renderFragment(text) {
      const places = createBodyPlaces({ path: "", text, lineOrigins: [], excerptSeparator: "" });
      const mdast = parsers.parseBody(text);
      applyKramdown(mdast, text, parsers.parseBody, places, math);
      shapeBlocks(mdast, { source: text, places, parseInline, labels });
      const { pieces, hasRawHtml } = extractPieces(mdast, text, places, math.enabled);
      const { written } = writePieces(pieces, places);
      return `${write(toHast(mdast, hasRawHtml), written)}\n`;
    },

    findLiterals(text) {
      const tree = parsers.parseTemplate(text);
      readMarkdownInHtml(tree, text, parsers.parseTemplate);
      if (math.enabled) readMathInHtml(tree, text, math);
      return findLiterals(tree, text);
    },
  };
}
