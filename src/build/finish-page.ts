/** The last work on a page: drawings, colours, links, images, and the style sheets that it needs. */
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { PlannedPage } from "../model/page.js";
import { finishHtml } from "../outputs/finish-html.js";
import type { FinishedSite } from "./watch-site.js";

/** The marks of drawn formulas and coloured code, wherever on the page they came from: a body, a title, an excerpt. */
const FORMULA_MARK = 'class="math-';
const CODE_MARK = /class="code(?:-block"| language-)/;

/** What the renderer does to whole pages. */
type PageFinisher = Pick<MarkdownRenderer, "highlightHtml" | "collectGlyphs" | "spellFormulas">;

/** A page as its layouts gave it. */
export interface LaidOutPage {
  readonly text: string;
  /** Addresses of images as its own body names them: the one it is made of, also in a preview of an edit. */
  readonly ownImages: readonly string[];
  /** The bodies that are shown on it by their names, its own among them. */
  readonly shown: readonly string[];
}

export function finishPage(
  { outputPath, document, url }: PlannedPage,
  { text: laidOut, ownImages, shown }: LaidOutPage,
  { links, sizes, listImages }: FinishedSite,
  { highlightHtml, collectGlyphs, spellFormulas }: PageFinisher,
): string {
  if (!outputPath.endsWith(".html")) return spellFormulas(laidOut);
  const text = highlightHtml(laidOut);
  const glyphs = collectGlyphs(text);
  return finishHtml(text, {
    page: { url, sourcePath: document },
    links,
    hasMath: glyphs.length > 0 || text.includes(FORMULA_MARK),
    hasCode: CODE_MARK.test(text),
    glyphs,
    images: { sizes, urls: () => new Set([...ownImages, ...shown.flatMap(listImages)]) },
  });
}
