/** What becomes of highlighted blocks that stand alone on their line. */
import { relaxEscapes } from "../tags/highlight.js";

/** A highlighted block alone on its line. */
const HIGHLIGHT_LINE = /^[ \t]*<pre data-highlight="[^\n]*<\/code><\/pre>[ \t]*$/;

/** Puts blank lines around highlighted blocks that stand alone on their line, so that Markdown sees blocks of their own. */
export function separateHighlights(
  text: string,
  lineOrigins: readonly number[],
): { readonly text: string; readonly lineOrigins: readonly number[] } {
  if (!text.includes("<pre data-highlight=")) return { text, lineOrigins };
  const lines = text.split("\n");
  const result: { readonly line: string; readonly origin: number }[] = [];
  lines.forEach((line, index) => {
    const origin = lineOrigins[index] ?? 1;
    const isHighlight = HIGHLIGHT_LINE.test(line);
    const touches = result.length > 0 && result.at(-1)?.line.trim() !== "";
    const follows = index > 0 && HIGHLIGHT_LINE.test(lines[index - 1] ?? "");
    if (touches && (isHighlight || (follows && line.trim() !== ""))) result.push({ line: "", origin });
    result.push({ line: isHighlight ? relaxEscapes(line) : line, origin });
  });
  return { text: result.map(({ line }) => line).join("\n"), lineOrigins: result.map(({ origin }) => origin) };
}
