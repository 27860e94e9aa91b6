/** Bodies that are no Markdown: HTML, XML, CSS … are published as Liquid left them. */
import type { SourceDocument } from "../model/content.js";
import type { RenderedBody } from "../model/rendered.js";

const RE_ELEMENT_WITHOUT_TEXT = /<(script|style|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const RE_TAG = /<[^>]*>/g;

/** The facts that can be had without understanding the text: no headings and no references. */
export function renderPlainBody(
  text: string,
  document: Pick<SourceDocument, "excerptSeparator">,
): RenderedBody {
  const readable = text.replace(RE_ELEMENT_WITHOUT_TEXT, "");
  const excerptHtml = cutExcerpt(readable, document.excerptSeparator);
  return {
    html: text,
    feedHtml: readable,
    excerptHtml,
    excerptText: toPlainText(excerptHtml),
    words: toPlainText(readable).split(/\s+/).filter(Boolean).length,
    headings: [],
    references: [],
    images: [],
    formulas: 0,
    codeBlocks: 0,
    diagnostics: [],
  };
}

/** The part before the separator, when no element that it opens stays open; else nothing. */
function cutExcerpt(html: string, separator: string): string {
  if (separator === "") return "";
  const [excerpt = ""] = html.trimStart().split(separator);
  const opened = excerpt
    .match(/<[a-z][^>]*(?<!\/)>/gi)
    ?.filter((tag) => !/^<(?:br|hr|img|input|link|meta)\b/i.test(tag));
  const closed = excerpt.match(/<\/[a-z]/gi);
  return (opened?.length ?? 0) === (closed?.length ?? 0) ? excerpt.trim() : "";
}

function toPlainText(html: string): string {
  return html.replace(RE_TAG, " ").replace(/\s+/g, " ").trim();
}
