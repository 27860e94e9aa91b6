/** Which blocks of HTML hold Markdown by kramdown's `markdown="1"`, and reach from a tag to its end over blank lines. */

const OPENING = /^<([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/i;
const MARKED = /<[a-z][\w-]*(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*?)?\smarkdown\s*=/i;

/**
 * The offset behind the line that closes the element which starts at `start`; -1 when nothing in its first lines is
 * marked, or when it is never closed.
 */
export function findMarkdownRegionEnd(text: string, start: number): number {
  const head = text.slice(start, start + 4000);
  const blank = head.search(/\n[ \t]*\n/);
  if (!MARKED.test(blank < 0 ? head : head.slice(0, blank))) return -1;
  const name = OPENING.exec(head)?.[1];
  if (name === undefined) return -1;
  const end = findElementEnd(text, start, name);
  if (end < 0) return -1;
  const lineEnd = text.indexOf("\n", end);
  return lineEnd < 0 ? text.length : lineEnd;
}

/** The offset behind the tag that closes the element whose opening tag is at `start`, -1 for none. Tags in code do not count. */
export function findElementEnd(text: string, start: number, name: string): number {
  const token = new RegExp(
    `^[ \\t>]*(\`{3,}|~{3,})[\\s\\S]*?\\n[ \\t>]*\\1|(\`+)(?!\`)[^\\n]*?[^\`]\\2(?!\`)|<(/?)${name}(?=[\\s>/])(?:"[^"]*"|'[^']*'|[^>"'])*?(/?)>`,
    "gim",
  );
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[3] === undefined || match[4] === "/") continue;
    depth += match[3] === "/" ? -1 : 1;
    if (depth === 0) return token.lastIndex;
  }
  return -1;
}
