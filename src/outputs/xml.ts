/** Writing XML by hand, safely. */
import { escapeHtml } from "../util/text.js";

/** Text of an element or of a double-quoted attribute; characters that XML 1.0 cannot hold are dropped. */
export function escapeXml(text: string): string {
  if (RE_PLAIN.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 section 2.2 allows no other control characters.
  return escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, ""));
}

/** Nothing to escape and nothing to drop. */
const RE_PLAIN = /^[ !#-%'-;=?-~]*$/;

/** `<name attribute="…">text</name>`, or an empty element for `null`; both escaped. Undefined attributes are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  text: string | null,
): string {
  const start = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`]))
    .join("");
  return text === null ? `<${name}${start}/>` : `<${name}${start}>${escapeXml(text)}</${name}>`;
}
