/**
 * `{% highlight python linenos %}…{% endhighlight %}` becomes one line of HTML in which neither Markdown nor math finds
 * anything to act on; the Markdown renderer colours it like a fence.
 */
import type { TagDefinition } from "./tag-context.js";

const MARKUP = /^\s*([a-zA-Z0-9.+#_-]+)\s*([\s\S]*)$/;
const OPTION = /(\w+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

export const highlightTag: TagDefinition = {
  parse: (markup, { readVerbatim }) => {
    const code = readVerbatim();
    const match = MARKUP.exec(markup);
    if (match === null) throw new Error("the language is missing");
    const html = renderHighlight(match[1] ?? "", match[2] ?? "", code);
    return (_context, emitter) => emitter.write(html);
  },
};

/** `raw` inside is a habit of Jekyll authors; here the content is never Liquid, so its two tags only disappear. */
export function renderHighlight(language: string, options: string, code: string): string {
  const content = code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "").replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  return `<pre data-highlight="${escapeCode(language.toLowerCase())}"${renderOptions(options)}><code>${escapeCode(content)}</code></pre>`;
}

/** `linenos` in any form, and the lines to mark under either of their names. */
function renderOptions(text: string): string {
  let attributes = "";
  for (const [, name, double, single, bare] of text.matchAll(OPTION)) {
    const value = double ?? single ?? bare ?? "";
    if (name === "linenos" && value !== "false") attributes += ' data-linenos=""';
    if (name === "mark_lines" || name === "hl_lines") attributes += ` data-mark-lines="${escapeCode(value)}"`;
  }
  return attributes;
}

/** Everything but letters, digits, spaces and harmless punctuation as numeric entities, line breaks too. */
function escapeCode(code: string): string {
  return code.replace(/[^\p{L}\p{M}\p{Nd} .,;?/-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
