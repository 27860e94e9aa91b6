/** Reads the one line of HTML that `{% highlight %}` has become. */

import type { SourceCode } from "./code/read-code.js";

export interface FoundHighlightBlock {
  readonly block: SourceCode;
  /** Where it stands in the HTML. */
  readonly start: number;
  readonly length: number;
}

/** `<pre data-highlight="python" data-linenos="table" data-mark-lines="2 5"><code>…</code></pre>`, in order. */
export function findHighlightBlocks(html: string): readonly FoundHighlightBlock[] {
  if (!html.includes("<pre data-highlight=")) return [];
  const pattern = /<pre (data-highlight="[^>]*)><code>(.*?)<\/code><\/pre>/gs;
  return [...html.matchAll(pattern)].map((match) => {
    const [whole, attributes = "", code = ""] = match;
    const read = (name: string): string =>
      unescapeHtml(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
    const settings = SETTINGS.flatMap(([attribute, name]) =>
      new RegExp(`(?:^| )${attribute}=`).test(attributes)
        ? [{ name, value: read(attribute), start: 0, length: 0, isForeign: false }]
        : [],
    );
    return {
      block: {
        code: unescapeHtml(code).replace(/^\n+|\s+$/g, ""),
        languageName: read("data-highlight"),
        settings,
      },
      start: match.index,
      length: whole.length,
    };
  });
}

/** Attributes of the line and the settings that they are. */
const SETTINGS: readonly (readonly [attribute: string, setting: string])[] = [
  ["data-linenos", "linenos"],
  ["data-start", "start"],
  ["data-mark-lines", "mark_lines"],
  ["data-title", "title"],
];

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function unescapeHtml(html: string): string {
  return html.replace(/&(?:(lt|gt|amp|quot)|#(\d+));/g, (entity, name: string, codePoint: string) =>
    codePoint === undefined ? (ENTITIES[name] ?? entity) : String.fromCodePoint(Number(codePoint)),
  );
}
