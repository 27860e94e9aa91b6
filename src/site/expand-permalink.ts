/** Fills the placeholders of a permalink and makes a clean URL of the result, as `Jekyll::URL` does. */
import { encodePath, encodeUrl } from "../util/url.js";

/** Jekyll's named styles. Source: https://jekyllrb.com/docs/permalinks/#built-in-formats */
export const PERMALINK_STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** What a placeholder stands for, as plain text; `undefined` when there is no such placeholder. */
export type PlaceholderLookup = (name: string) => string | undefined;

export interface ExpandedPermalink {
  /** Starts with `/`, percent-encoded, without empty, `.` or `..` segments. */
  readonly url: string;
  /** Placeholders that the lookup did not know, without their colon; they count as empty. */
  readonly unknown: readonly string[];
}

/** A template taken apart: one is used for thousands of documents. */
export interface ParsedPermalink {
  readonly placeholders: readonly Placeholder[];
  /** What follows the last placeholder, percent-encoded. */
  readonly end: string;
}

interface Placeholder {
  /** What stands before it, percent-encoded. */
  readonly before: string;
  readonly name: string;
  /** `:month_:day` reads as the placeholder `month_`, which is none: its underscore is text. */
  readonly shorter: string;
}

export function parsePermalink(template: string): ParsedPermalink {
  const placeholders: Placeholder[] = [];
  let end = 0;
  for (const match of template.matchAll(/:([a-z_]+)/g)) {
    const name = match[1] ?? "";
    const before = encodeUrl(template.slice(end, match.index));
    placeholders.push({ before, name, shorter: name.replace(/_$/, "") });
    end = match.index + match[0].length;
  }
  return { placeholders, end: encodeUrl(template.slice(end)) };
}

export function expandPermalink(
  { placeholders, end }: ParsedPermalink,
  lookup: PlaceholderLookup,
): ExpandedPermalink {
  const unknown: string[] = [];
  let url = "";
  for (const { before, name, shorter } of placeholders) {
    const exact = lookup(name);
    const value = exact ?? lookup(shorter);
    if (value === undefined) unknown.push(shorter);
    url += before + encodePath(value ?? "");
    if (exact === undefined && shorter !== name) url += "_";
  }
  return { url: cleanUrl(url + end), unknown };
}

/** `Jekyll::URL#sanitize_url`: a title `a..b` becomes two segments, so that nothing can climb out of the site. */
function cleanUrl(url: string): string {
  if (url.startsWith("/") && !/\.\.|\.\/|\/\//.test(url)) return url;
  return `/${url}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/");
}

/** Why a permalink would lead out of the site, in words; `undefined` when it stays inside. */
export function findEscape(permalink: string): string | undefined {
  const plain = permalink.replace(/%([2-7][\dA-Fa-f])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (plain.includes("\\")) return "it holds a backslash";
  if (/\p{Cc}/u.test(plain) || /%[01][\dA-Fa-f]/.test(permalink)) return "it holds a control character";
  if (plain.startsWith("//")) return "it starts with two slashes, which names another host";
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|data|javascript):)/i.test(plain)) return "it names a scheme";
  if (plain.split("/").includes("..")) return "it climbs out of its folder with ..";
  return undefined;
}
