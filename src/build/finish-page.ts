/** The last work on a page: drawings, colours, links, images, and the style sheets that it needs. */
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { PlannedPage } from "../model/page.js";
import { finishHtml } from "../outputs/finish-html.js";
import type { FinishedSite } from "./watch-site.js";

/** The marks of drawn formulas and coloured code, wherever on the page they came from: a body, a title, an excerpt. */
const FORMULA_MARK = 'class="math-';
const CODE_MARK = /class="code(?:-block"| language-)/;

/** What the renderer does to whole pages. */
type PageFinisher = Pick<MarkdownRenderer, "highlightHtml" | "addGlyphSheet" | "spellFormulas">;

/** From the text that the layouts gave. */
export function finishPage(
  { outputPath, document, url }: PlannedPage,
  laidOut: string,
  { links, images }: FinishedSite,
  { highlightHtml, addGlyphSheet, spellFormulas }: PageFinisher,
): string {
  if (!outputPath.endsWith(".html")) return spellFormulas(laidOut);
  const text = addGlyphSheet(highlightHtml(laidOut));
  return finishHtml(text, {
    page: { url, sourcePath: document },
    links,
    hasMath: text.includes(FORMULA_MARK),
    hasCode: CODE_MARK.test(text),
    images,
  });
}
