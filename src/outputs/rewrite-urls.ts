/** Finds every URL in the attributes of a text of HTML and lets somebody replace it; all else stays byte for byte. */
import { escapeHtml } from "../util/text.js";

/** Gets a URL with entities decoded; the same one back leaves the text as it is. */
export type RewriteUrl = (url: string) => string;

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

/**
 * One pass over the tags that can hold URLs. Comments and the content of `script`, `style`, `textarea`, `title` and
 * `xmp` are text, as in a browser. (The content of `pre` is not: a link in a listing is a link.)
 */
export function rewriteUrls(html: string, rewrite: RewriteUrl): string {
  const tags =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|xmp)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>[\s\S]*?(?:<\/\1(?=[\s/>])|$)|<(?:a|area|audio|base|button|embed|form|iframe|image|img|input|link|object|source|track|use|video)(?=[\s/])((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
  return html.replace(tags, (tag, rawName: string | undefined, rawAttributes = "", attributes = "") => {
    if (rawName !== undefined)
      return replaceFirst(tag, rawAttributes, rewriteAttributes(rawAttributes, rewrite));
    return replaceFirst(tag, attributes, rewriteAttributes(attributes, rewrite));
  });
}

function replaceFirst(text: string, part: string, replacement: string): string {
  if (part === replacement) return text;
  const start = text.indexOf(part);
  return text.slice(0, start) + replacement + text.slice(start + part.length);
}

/** Reads attribute by attribute, so that nothing inside another attribute's value is mistaken for one. */
function rewriteAttributes(attributes: string, rewrite: RewriteUrl): string {
  const pattern = /([^\s"'<>/=]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))/g;
  return attributes.replace(
    pattern,
    (whole, name: string, equals: string, double?: string, single?: string, bare?: string) => {
      const attribute = name.toLowerCase();
      if (!URL_ATTRIBUTES.has(attribute)) return whole;
      const value = decodeEntities(double ?? single ?? bare ?? "");
      const replaced = attribute.endsWith("srcset")
        ? rewriteSrcset(value, rewrite)
        : rewriteOne(value, rewrite);
      return replaced === value ? whole : `${name}${equals}"${escapeHtml(replaced)}"`;
    },
  );
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
