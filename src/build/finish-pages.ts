/** The last work on pages: drawings, colours, links, images, and the style sheets that a page needs. */
import type { Output } from "../model/output.js";
import { finishHtml } from "../outputs/finish-html.js";
import type { PageImages } from "../outputs/images/complete-image.js";
import type { SiteLinks } from "../outputs/site-links.js";
import type { LaidOutPage } from "./lay-out-pages.js";

export interface FinishTools {
  readonly links: SiteLinks;
  readonly images: PageImages;
  /** What the renderer still does to a whole page: colours of marked blocks, the sheet of glyphs. */
  readonly finishContent: (html: string) => string;
  /** The same for files that are no HTML, where formulas can only be text. */
  readonly spellFormulas: (text: string) => string;
}

/** In the order of the pages. A style sheet that could not be compiled is left out. */
export function finishPages(pages: readonly LaidOutPage[], tools: FinishTools): readonly Output[] {
  return pages.filter(isMade).map((page) => finishPage(page, tools));
}

/** The marks of drawn formulas and coloured code, wherever on the page they came from: a body, a title, an excerpt. */
const FORMULA_MARK = 'class="math-';
const CODE_MARK = /class="code(?:-block"| language-)/;

/** A style sheet with a fault has no text: the last good one stays, where an empty one would take all style away. */
function isMade({ document, text }: LaidOutPage): boolean {
  return text !== "" || !/\.s[ac]ss$/.test(document ?? "");
}

function finishPage(page: LaidOutPage, { links, images, finishContent, spellFormulas }: FinishTools): Output {
  const { outputPath, source, document, url } = page;
  if (!outputPath.endsWith(".html")) return { path: outputPath, content: spellFormulas(page.text), source };
  const text = finishContent(page.text);
  const content = finishHtml(text, {
    page: { url, sourcePath: document },
    links,
    hasMath: text.includes(FORMULA_MARK),
    hasCode: CODE_MARK.test(text),
    images,
  });
  return { path: outputPath, content, source };
}
