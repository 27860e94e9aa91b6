import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import { findHighlightBlocks } from "./highlight-blocks.js";

/** Colours the marked blocks of an HTML text; all else stays as it is. An unknown language is plain text. */
export function highlightHtml(html: string, { highlight, languages }: CodeHighlighter): string {
  let end = 0;
  const parts: string[] = [];
  for (const { block, start, length } of findHighlightBlocks(html)) {
    const { code, language: languageName, hasLineNumbers, markedLines } = block;
    const language = languageName === "" ? undefined : languages.find(languageName);
    parts.push(
      html.slice(end, start),
      highlight({ code, languageName, language, hasLineNumbers, markedLines }),
    );
    end = start + length;
  }
  return parts.join("") + html.slice(end);
}
