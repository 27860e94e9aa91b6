/** Body text to HTML and facts: Markdown, math and code, in one renderer that is made once and used for all posts. */
import { createRequire } from "node:module";
import type { BlockLabels, CodeConfig, MarkdownConfig, MathConfig } from "../model/config.js";
import type { RenderedBody, RenderedInline, RenderRequest, TextRange } from "../model/rendered.js";
import type { Insertion } from "../util/insert-all.js";
import { ENGLISH_LABELS } from "./blocks/block-labels.js";
import { createCodeHighlighter } from "./code/create-code-highlighter.js";
import type { TextRenderer } from "./create-text-renderer.js";
import { highlightHtml } from "./highlight-html.js";
import { createTypesetter } from "./math/create-typesetter.js";
import { formulasToText } from "./math/formulas-to-text.js";
import { loadPageMath } from "./math/load-math-output.js";
import type { FontFile } from "./math/math-output.js";
import { spellFormulas } from "./math/spell-formulas.js";
import { loadEngine, type PieceStore } from "./piece-store.js";
import { postpone } from "./postpone.js";
import { renderPlainTitle } from "./render-plain-title.js";

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
  /** What a whole page needs for the glyphs of its formulas, whichever bodies and titles they came with. */
  collectGlyphs(html: string): readonly Insertion[];
  /** A finished file that is no HTML page, with its formulas as readable text: drawings need the sheet of a page. */
  spellFormulas(text: string): string;
  /** HTML with its formulas as readable text, for the `strip_html` filter. */
  formulasToText(html: string): string;
  /** Where code and math stand in a body before Liquid has run; in order, not overlapping. */
  findLiterals(text: string): readonly TextRange[];
  /** Made once for the site: what MathJax's output and what code blocks need, and the fonts that the former names. */
  readonly styleSheets: {
    readonly math: string;
    readonly code: string;
    readonly fonts: readonly FontFile[];
  };
}

// Node >= 20.19 can `require` an ES module, which keeps rendering synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

/**
 * A renderer for one site. What reads Markdown, MathJax and Shiki are loaded for the first text, formula and code that
 * need them.
 */
export async function createMarkdownRenderer({
  math,
  code,
  blockLabels,
  pieces: store,
  markdown = { smartPunctuation: false, isForKramdown: false },
}: MarkdownOptions): Promise<MarkdownRenderer> {
  const typesetter = createTypesetter(math, store);
  const pageMath = postpone(() => loadPageMath(math.output, store));
  const highlighter = await createCodeHighlighter(code, store);
  const texts = postpone(() =>
    loadEngine(store, "unified", (): TextRenderer => {
      const loaded: typeof import("./create-text-renderer.js") = require("./create-text-renderer.js");
      const labels = blockLabels ?? ENGLISH_LABELS;
      return loaded.createTextRenderer({ math, ...markdown, labels, typesetter, highlighter });
    }),
  );
  return {
    render: (request) => texts().render(request),
    renderInline: (text) => renderPlainTitle(text) ?? texts().renderInline(text),
    renderFragment: (text) => texts().renderFragment(text),
    findLiterals: (text) => texts().findLiterals(text),
    highlightHtml: (html) => highlightHtml(html, highlighter),
    collectGlyphs: (html) => pageMath().collectGlyphs(html),
    spellFormulas,
    formulasToText,
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
