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

/**
 * The indentation of the closing tag, in a list item for instance, is not part of the code.
 * `raw` inside is a habit of Jekyll authors; here the content is never Liquid, so its two tags only disappear.
 */
function renderHighlight(language: string, options: string, code: string): string {
  const indent = /\n([ \t]+)$/.exec(code)?.[1] ?? "";
  const content = code
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "")
    .replace(new RegExp(`^${indent}`, "gm"), "")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  return `<pre data-highlight="${escapeCode(language.toLowerCase())}"${renderOptions(options)}><code>${escapeCode(content)}</code></pre>`;
}

/** `linenos` in any form, the number of the first line, a title, and the lines to mark under either of their names. */
function renderOptions(text: string): string {
  let attributes = "";
  for (const [, name, double, single, bare] of text.matchAll(OPTION)) {
    const value = double ?? single ?? bare ?? "";
    if (name === "linenos" && value !== "false")
      attributes += ` data-linenos="${escapeCode(value || "inline")}"`;
    if (name === "start" || name === "linenostart") attributes += ` data-start="${escapeCode(value)}"`;
    if (name === "title" || name === "file") attributes += ` data-title="${escapeCode(value)}"`;
    if (name === "mark_lines" || name === "hl_lines") attributes += ` data-mark-lines="${escapeCode(value)}"`;
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Everything but letters, digits, spaces and harmless punctuation as entities, line breaks too. */
function escapeCode(code: string): string {
  return code.replace(
    /[^\p{L}\p{M}\p{Nd} .,;?/-]/gu,
    (character) => NAMED[character] ?? `&#${character.codePointAt(0)};`,
  );
}

/**
 * A highlighted block alone on its line is a block of HTML to Markdown, in which nothing is looked for: there only the
 * signs of HTML and line breaks need to stay entities, and the line can be read.
 */
export function relaxEscapes(line: string): string {
  return line.replace(/&#(\d+);/g, (entity, code: string) =>
    code === "10" || code === "39" ? entity : String.fromCodePoint(Number(code)),
  );
}
