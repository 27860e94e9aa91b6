/** Body text to HTML and facts: Markdown, math and code, in one renderer that is made once and used for all posts. */
import type { Root } from "hast";
import type { BlockLabels, CodeConfig, MarkdownConfig, MathConfig } from "../model/config.js";
import type { RenderedBody, RenderedInline, RenderRequest, TextRange } from "../model/rendered.js";
import { ENGLISH_LABELS } from "./blocks/block-labels.js";
import { nameEmptyLinks } from "./blocks/name-empty-links.js";
import { shapeBlocks } from "./blocks/shape-blocks.js";
import { createCodeHighlighter } from "./code/create-code-highlighter.js";
import { createHtmlWriter } from "./create-html-writer.js";
import { cutExcerpt } from "./cut-excerpt.js";
import { extractPieces } from "./extract-pieces.js";
import { toExcerptTree, toFeedTree, toLinklessTree } from "./feed-tree.js";
import { findLiterals } from "./find-literals.js";
import { finishTree } from "./finish-tree.js";
import { onOneLine, textOf } from "./hast-text.js";
import { highlightHtml } from "./highlight-html.js";
import { keepInlineHtml } from "./keep-inline-html.js";
import { applyKramdown } from "./kramdown/apply-kramdown.js";
import { readMarkdownInHtml } from "./kramdown/markdown-in-html.js";
import { readMathInHtml } from "./kramdown/math-in-html.js";
import { fillTablesOfContents } from "./kramdown/table-of-contents.js";
import { createTypesetter } from "./math/create-typesetter.js";
import { loadPageMath } from "./math/load-math-output.js";
import type { FontFile } from "./math/math-output.js";
import { spellFormulas } from "./math/spell-formulas.js";
import type { PieceStore } from "./piece-store.js";
import { insertPieces, markNamingPieces, type PieceForm, type WrittenPiece } from "./pieces.js";
import { createBodyPlaces } from "./place-in-body.js";
import { postpone } from "./postpone.js";
import { renderPlainTitle } from "./render-plain-title.js";
import { createParsers } from "./syntax/create-parsers.js";
import { createPieceWriter } from "./write-pieces.js";

export interface MarkdownOptions {
  readonly math: MathConfig;
  readonly code: CodeConfig;
  /** Without it, punctuation stays as it is typed, and posts are not taken to be written for kramdown. */
  readonly markdown?: MarkdownConfig;
  /** English without them. */
  readonly blockLabels?: BlockLabels;
  /** Formulas and code that need not be typeset and coloured again, and where those go that were. */
  readonly pieces?: PieceStore;
}

export interface MarkdownRenderer {
  /**
   * A body after Liquid. Depends on nothing but the request and the options. Adds `math-unclosed`,
   * `math-unclosed-inline`, and what `applyKramdown`, `extractPieces`, `WritePieces`, `shapeBlocks` and `nameEmptyLinks` add.
   */
  render(request: RenderRequest): RenderedBody;
  /** A title or description: inline Markdown and math, no blocks, no links, no ids. */
  renderInline(text: string): RenderedInline;
  /** Block Markdown to HTML without ids and facts, ending with a line break, as Jekyll's `markdownify` gives it. */
  renderFragment(text: string): string;
  /** Finished HTML with the `{% highlight %}` blocks that stood in templates, or in the middle of a line, coloured. */
  highlightHtml(html: string): string;
  /** A finished page with the glyphs that its formulas use, whichever bodies and titles they came with. */
  addGlyphSheet(html: string): string;
  /** A finished file that is no HTML page, with its formulas as readable text: drawings need the sheet of a page. */
  spellFormulas(text: string): string;
  /** Where code and math stand in a body before Liquid has run; in order, not overlapping. */
  findLiterals(text: string): readonly TextRange[];
  /** Made once for the site: what MathJax's output and what code blocks need, and the fonts that the former names. */
  readonly styleSheets: {
    readonly math: string;
    readonly code: string;
    readonly fonts: readonly FontFile[];
  };
}

/** A renderer for one site. MathJax and Shiki are loaded for the first formula and the first code that need them. */
export async function createMarkdownRenderer({
  math,
  code,
  blockLabels,
  pieces: store,
  markdown = { smartPunctuation: false, isForKramdown: false },
}: MarkdownOptions): Promise<MarkdownRenderer> {
  const parsers = createParsers({
    math: { ...math, isForKramdown: markdown.isForKramdown },
    kramdown: true,
    smartPunctuation: markdown.smartPunctuation,
    htmlRegions: true,
  });
  const { parseInline } = parsers;
  const labels = blockLabels ?? ENGLISH_LABELS;
  const typesetter = createTypesetter(math, store);
  const pageMath = postpone(() => loadPageMath(math.output, store));
  const highlighter = await createCodeHighlighter(code, store);
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
      const plain = renderPlainTitle(text);
      if (plain !== undefined) return plain;
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

    highlightHtml: (html) => highlightHtml(html, highlighter),

    addGlyphSheet: (html) => pageMath().addGlyphSheet(html),

    spellFormulas,

    findLiterals(text) {
      const tree = parsers.parseTemplate(text);
      readMarkdownInHtml(tree, text, parsers.parseTemplate);
      if (math.enabled) readMathInHtml(tree, text, math);
      return findLiterals(tree, text);
    },

    styleSheets: {
      get math() {
        return pageMath().styleSheet;
      },
      get code() {
        return highlighter.styleSheet;
      },
      get fonts() {
        return pageMath().fontFiles;
      },
    },
  };
}
