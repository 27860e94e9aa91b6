/** Finds every URL in the attributes of a text of HTML and lets somebody replace it; all else stays byte for byte. */
import { escapeHtml } from "../util/text.js";

/** Gets a URL with entities decoded; the same one back leaves the text as it is. */
export type RewriteUrl = (url: string) => string;

/** Gets the attributes of an `img`, names in lower case, entities decoded; gives text to put behind them. */
type CompleteImage = (attributes: ReadonlyMap<string, string>) => string;

const URL_ATTRIBUTES = new Set([
  "href",
  "src",
  "poster",
  "action",
  "formaction",
  "data",
  "xlink:href",
  "srcset",
  "imagesrcset",
]);

/** Elements whose content is text up to their end tag. */
const TEXT_ELEMENTS = new Set([
  "script",
  "style",
  "textarea",
  "title",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
]);

/** Most of a page's tags; they hold no URL, and written plainly they are passed over at once. */
const PLAIN_ELEMENTS = new Set(
  [
    "span",
    "p",
    "div",
    "code",
    "pre",
    "li",
    "td",
    "tr",
    "em",
    "strong",
    "mjx-c",
    "mjx-mi",
    "path",
    "g",
  ].flatMap((name) => [name, `/${name}`]),
);

/**
 * One pass over the start tags, read as a browser's tokenizer reads them (WHATWG HTML, 13.2.5), in time that grows with
 * the length. Comments and the content of `TEXT_ELEMENTS` are text. (The content of `pre` is not: a link there is one.)
 */
export function rewriteUrls(html: string, rewrite: RewriteUrl, completeImage?: CompleteImage): string {
  const tagName = /\/?[a-z][^\s/>]*/iy;
  const plainTag = /(?:\s+[\w-]+="[^"<>]*")*\s*>/y;
  const parts: string[] = [];
  let copied = 0;
  let position = html.indexOf("<");
  while (position !== -1) {
    tagName.lastIndex = position + 1;
    const name = tagName.exec(html)?.[0].toLowerCase();
    plainTag.lastIndex = tagName.lastIndex;
    if (name === undefined) position = endOfComment(html, position);
    else if (PLAIN_ELEMENTS.has(name) && plainTag.test(html)) position = plainTag.lastIndex;
    else {
      const tag = readTag(html, tagName.lastIndex, rewrite, name === "img" ? completeImage : undefined);
      for (const { start, end, text } of name.startsWith("/") ? [] : tag.edits) {
        parts.push(html.slice(copied, start), text);
        copied = end;
      }
      position = TEXT_ELEMENTS.has(name) ? endOfText(html, name, tag.end) : tag.end;
    }
    position = html.indexOf("<", position);
  }
  return parts.length === 0 ? html : parts.join("") + html.slice(copied);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** From behind the tag's name on. A tag that never ends swallows the rest of the page, and nothing in it changes. */
function readTag(
  html: string,
  from: number,
  rewrite: RewriteUrl,
  complete: CompleteImage | undefined,
): { edits: readonly Edit[]; end: number } {
  const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)|(?=>)))?/y;
  const tagEnd = /[\s/]*>/y;
  const edits: Edit[] = [];
  const attributes = new Map<string, string>();
  let end = from;
  for (;;) {
    tagEnd.lastIndex = end;
    if (tagEnd.test(html)) {
      const text = complete?.(attributes) ?? "";
      if (text !== "") edits.push({ start: end, end, text });
      return { edits, end: tagEnd.lastIndex };
    }
    attribute.lastIndex = end;
    const match = attribute.exec(html);
    const isUnclosed =
      match !== null &&
      match[2] === undefined &&
      /^\s*=\s*["']/.test(html.slice(attribute.lastIndex, attribute.lastIndex + 20));
    if (match === null || isUnclosed) return { edits: [], end: html.length };
    end = attribute.lastIndex;
    if (complete !== undefined) addAttribute(match, attributes);
    const edit = editAttribute(match, end, rewrite);
    if (edit !== undefined) edits.push(edit);
  }
}

/** Of two with one name the first counts. */
function addAttribute(match: RegExpExecArray, attributes: Map<string, string>): void {
  const [, name = "", , double, single, bare] = match;
  const key = name.toLowerCase();
  if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ""));
}

function editAttribute(match: RegExpExecArray, end: number, rewrite: RewriteUrl): Edit | undefined {
  const [, name = "", , double, single, bare] = match;
  const written = double ?? single ?? bare;
  const attribute = name.toLowerCase();
  if (written === undefined || !URL_ATTRIBUTES.has(attribute)) return undefined;
  const value = decodeEntities(written);
  const replaced = attribute.endsWith("srcset") ? rewriteSrcset(value, rewrite) : rewriteOne(value, rewrite);
  if (replaced === value) return undefined;
  const start = end - written.length - (bare === undefined ? 2 : 0);
  return { start, end, text: `"${escapeHtml(replaced)}"` };
}

/** `<!-->` is a whole comment; `<!doctype>`, `<?…>` and `</ …>` end at the next `>`; any other `<` is text. */
function endOfComment(html: string, start: number): number {
  if (!/[!?/]/.test(html.charAt(start + 1)) || html.startsWith("</>", start)) return start + 1;
  const close = html.startsWith("<!--", start) ? /--!?>/g : />/g;
  close.lastIndex = start + 2;
  return close.exec(html) === null ? html.length : close.lastIndex;
}

function endOfText(html: string, name: string, from: number): number {
  const endTag = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  endTag.lastIndex = from;
  return endTag.exec(html)?.index ?? html.length;
}

function rewriteOne(value: string, rewrite: RewriteUrl): string {
  const url = value.trim();
  const replaced = rewrite(url);
  return replaced === url ? value : replaced;
}

/** `a.png 1x, b.png 2x`: a URL runs to the next space, and a comma at its end parts candidates. */
function rewriteSrcset(value: string, rewrite: RewriteUrl): string {
  return value.replace(
    /([\s,]*)(\S*[^\s,])([^,]*)/g,
    (_, before: string, url: string, descriptor: string) => {
      return before + rewrite(url) + descriptor;
    },
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The entities that writers of URLs use; any other stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
