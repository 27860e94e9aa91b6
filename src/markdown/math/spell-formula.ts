/** One formula of a page as text that reads. */
import { escapeHtml } from "../../util/text.js";
import { texToText } from "./tex-to-text.js";

const ANNOTATION = /<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>/;
const NUMBER = /<mlabeledtr[^>]*><mtd[^>]*><mtext>([^<]*)<\/mtext>/g;

/**
 * HTML of a formula as it stands on pages, drawn or as MathML, to HTML of its readable text. `undefined` for what does not
 * hold its TeX, which is none of ours.
 */
export function spellFormula(html: string): string | undefined {
  const tex = ANNOTATION.exec(html)?.[1];
  if (tex === undefined) return undefined;
  const readable = texToText(unescapeHtml(tex));
  // What was numbered, not tagged, has its number in the drawing alone.
  const numbers = Array.from(html.matchAll(NUMBER), ([, number = ""]) => number);
  const missing = numbers.filter((number) => !readable.includes(number));
  return escapeHtml([readable, ...missing].join(" "));
}

/** What `escapeHtml`, and MathJax for signs that no editor shows, wrote as references. */
export function unescapeHtml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
