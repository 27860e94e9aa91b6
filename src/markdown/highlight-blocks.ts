/** Reads the one line of HTML that `{% highlight %}` has become. */

export interface HighlightBlock {
  readonly code: string;
  readonly language: string;
  readonly hasLineNumbers: boolean;
  readonly markedLines: readonly number[];
}

export interface FoundHighlightBlock {
  readonly block: HighlightBlock;
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
    return {
      block: {
        code: unescapeHtml(code).replace(/^\n+|\s+$/g, ""),
        language: read("data-highlight"),
        hasLineNumbers: /(?:^| )data-linenos=/.test(attributes),
        markedLines: read("data-mark-lines").split(/\s+/).filter(Boolean).map(Number),
      },
      start: match.index,
      length: whole.length,
    };
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function unescapeHtml(html: string): string {
  return html.replace(/&(?:(lt|gt|amp|quot)|#(\d+));/g, (entity, name: string, codePoint: string) =>
    codePoint === undefined ? (ENTITIES[name] ?? entity) : String.fromCodePoint(Number(codePoint)),
  );
}
