import type { CodeHighlighter } from "./code/create-code-highlighter.js";
import { readCode } from "./code/read-code.js";
import { findHighlightBlocks } from "./highlight-blocks.js";

/** Colours the marked blocks of an HTML text; all else stays as it is. An unknown language is plain text. */
export function highlightHtml(html: string, { highlight }: CodeHighlighter): string {
  let end = 0;
  const parts: string[] = [];
  for (const { block, start, length } of findHighlightBlocks(html)) {
    parts.push(html.slice(end, start), highlight(readCode(block).marked).html);
    end = start + length;
  }
  return parts.join("") + html.slice(end);
}
