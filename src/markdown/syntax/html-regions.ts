/** Which blocks of HTML end elsewhere in Jekyll than by CommonMark's rule, to the author's surprise. */

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Authors leave these open; the end of what they stand in closes them. */
const OPTIONAL_END = /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup)$/;
/** What stands in these is never Markdown. */
const RAW = /^(?:script|style|pre|textarea|svg)$/;
/** CommonMark itself reads these on to their closing tag, and ends them there. */
const CLOSED_BY_NAME = /^(?:script|style|pre|textarea)$/;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|map|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var)$/;
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(?<close>\/?)(?<name>[a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(?<empty>\/?)>|\n[ \t]*(?=\n)(?<line>\n(?: {4,}|[ \t]*\t)[ \t]*<)?|\n(?<next> {0,3}[^\s<])/gi;

/**
 * The offset behind the last line of the HTML that starts at `start`, or -1 where CommonMark's rule is as good: it ends
 * at a blank line, and Markdown in the middle of a `<div>` is read. It is not where a blank line stands inside a
 * script, a drawing or a style sheet, or where the next line is a tag that an author, or a loop of Liquid's, indented
 * by so much that it would be code; nor where text follows in the line below the last closing tag.
 */
export function findHtmlRegionEnd(text: string, start: number): number {
  const first = /^<([a-z][\w-]*)/i.exec(text.slice(start, start + 40))?.[1]?.toLowerCase();
  if (first === undefined || INLINE.test(first) || CLOSED_BY_NAME.test(first)) return -1;
  const open: string[] = [];
  let isWhole = false;
  const token = new RegExp(TOKEN);
  token.lastIndex = start;
  // A tag that nothing ends.
  if (token.exec(text)?.index !== start) return -1;
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { close, name, empty, line, next } = match.groups ?? {};
    if (next !== undefined) {
      if (open.length === 0) return match.index;
    } else if (match[0].startsWith("\n")) {
      if (open.every((element) => OPTIONAL_END.test(element)))
        return isWhole && isPlain(text, start, match.index) ? match.index : -1;
      if (line !== undefined || open.some((element) => RAW.test(element))) isWhole = true;
      token.lastIndex = match.index + 1;
    } else if (name !== undefined) {
      const element = name.toLowerCase();
      if (close === "/") closeElement(open, element);
      else if (empty !== "/" && !VOID.test(element)) {
        open.push(element);
        if (/^(?:script|style|textarea)$/.test(element)) token.lastIndex = findClose(text, match, element);
        if (token.lastIndex > match.index + match[0].length)
          isWhole ||= /\n[ \t]*\n/.test(text.slice(match.index, token.lastIndex));
      }
    }
  }
  const isClosed = open.every((element) => OPTIONAL_END.test(element));
  return isWhole && isClosed && isPlain(text, start, text.length) ? text.trimEnd().length : -1;
}

/** Where the text of an element ends that knows no tags. */
function findClose(text: string, { index, 0: tag }: RegExpExecArray, element: string): number {
  const from = index + tag.length;
  const length = text.slice(from).search(new RegExp(`</${element}`, "i"));
  return length < 0 ? text.length : from + length;
}

function closeElement(open: string[], element: string): void {
  const index = open.lastIndexOf(element);
  if (index >= 0) open.length = index;
}

/** Formulas and what `markdown="1"` marks are for Markdown to read. */
function isPlain(text: string, start: number, end: number): boolean {
  const outside = text.slice(start, end).replace(/<(script|style|textarea)\b[\s\S]*?<\/\1/gi, "");
  return !/\$\$|\\\(|\\\[|\\begin\{|<[a-z][^>]*\smarkdown=/i.test(outside);
}
