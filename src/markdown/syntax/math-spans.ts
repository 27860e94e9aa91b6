/** Where a formula inside a line of text begins and ends. Works on strings, so that paragraphs and table rows share it. */

export interface MathSyntax {
  /** Whether `\(…\)` and `\[…\]` are formulas. */
  readonly singleBackslash: boolean;
  /**
   * Whether posts were written for kramdown, to which `$…$` and a bare environment are text:
   * escapes in them are undone. In `$$…$$` they never are, which kramdown reads as math itself.
   */
  readonly isForKramdown?: boolean;
}

/** Indexes into the text that was searched. The TeX stands between `texStart` and `texEnd`. */
export interface MathSpan {
  readonly start: number;
  readonly texStart: number;
  readonly texEnd: number;
  readonly end: number;
  /** Whether Markdown's escapes are undone inside, as kramdown undoes them before MathJax sees the text. */
  readonly hasEscapes: boolean;
}

/**
 * The formula that opens at `start`, or `undefined` when none does or when it never closes. `$…$` follows Pandoc: no
 * space inside the delimiters, no digit behind the closing one, so that prices stay prices.
 */
export function matchMathSpan(text: string, start: number, syntax: MathSyntax): MathSpan | undefined {
  if (text[start] === "$")
    return text[start + 1] === "$" ? matchDollars(text, start) : matchDollar(text, start, syntax);
  if (text.startsWith("\\\\(", start)) return matchEscapedBracket(text, start, ")");
  if (text.startsWith("\\\\[", start)) return matchEscapedBracket(text, start, "]");
  if (syntax.singleBackslash && text.startsWith("\\(", start)) return matchBracket(text, start, ")");
  if (syntax.singleBackslash && text.startsWith("\\[", start)) return matchBracket(text, start, "]");
  if (text[start] === "<") return matchScript(text, start);
  if (isLineStart(text, start)) return matchEnvironment(text, start, syntax);
  return undefined;
}

/**
 * What kramdown unescapes; in `\\(…\\)` an author of a Jekyll blog writes `\_` and `\\\\` for what TeX calls `_` and
 * `\\`. Source: https://kramdown.gettalong.org/syntax.html#automatic-and-manual-escaping
 */
export function isEscape(text: string, index: number): boolean {
  return text[index] === "\\" && /[\\.*_+`<>()[\]{}#!:|"'$=~-]/.test(text[index + 1] ?? "");
}

function matchDollar(text: string, start: number, syntax: MathSyntax): MathSpan | undefined {
  if (text[start + 1] === "`") return matchDollarCode(text, start);
  const texStart = start + 1;
  if (/^(?:\s|$)/.test(text[texStart] ?? "")) return undefined;
  for (let index = texStart; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === "$") {
      const isClosing = !/\s/.test(text[index - 1] ?? "") && !/[\d$]/.test(text[index + 1] ?? "");
      const hasEscapes = syntax.isForKramdown === true;
      return isClosing ? { start, texStart, texEnd: index, end: index + 1, hasEscapes } : undefined;
    }
  }
  return undefined;
}

/** GitLab's and GitHub's form, which no other sign of Markdown can meet. */
function matchDollarCode(text: string, start: number): MathSpan | undefined {
  const texStart = start + 2;
  const texEnd = text.indexOf("`$", texStart);
  if (texEnd < 0 || text.slice(texStart, texEnd).trim() === "") return undefined;
  return { start, texStart, texEnd, end: texEnd + 2, hasEscapes: false };
}

export function matchDollars(text: string, start: number): MathSpan | undefined {
  const texStart = start + 2;
  if (text[texStart] === "$") return undefined;
  for (let index = texStart; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === "$" && text[index + 1] === "$") {
      if (text[index + 2] === "$" || text.slice(texStart, index).trim() === "") return undefined;
      return { start, texStart, texEnd: index, end: index + 2, hasEscapes: false };
    }
  }
  return undefined;
}

/** `\\(…\\)`: inside, `\\\\` is one row break, so the bracket behind it closes nothing. */
export function matchEscapedBracket(text: string, start: number, close: ")" | "]"): MathSpan | undefined {
  const texStart = start + 3;
  for (let index = texStart; index < text.length; index++) {
    if (text.startsWith("\\\\\\\\", index)) index += 3;
    else if (text.startsWith(`\\\\${close}`, index)) {
      return { start, texStart, texEnd: index, end: index + 3, hasEscapes: true };
    } else if (text[index] === "\\") index++;
  }
  return undefined;
}

export function matchBracket(text: string, start: number, close: ")" | "]"): MathSpan | undefined {
  const texStart = start + 2;
  for (let index = texStart; index < text.length; index++) {
    if (text.startsWith(`\\${close}`, index)) {
      return { start, texStart, texEnd: index, end: index + 2, hasEscapes: false };
    }
    if (text[index] === "\\") index++;
  }
  return undefined;
}

const SCRIPT = /^<script\s(?:[^>]*?\s)?type\s*=\s*(["']?)\s*math\/tex\s*(?:;[^"'>]*)?\1(?:\s[^>]*)?>/i;

/**
 * `<script type="math/tex; mode=display">`, as old posts and the output of old kramdown hold it; the latter with a mark
 * of XML's in a comment of TeX's around what holds `<` or `&`.
 */
export function matchScript(text: string, start: number): MathSpan | undefined {
  const opening = SCRIPT.exec(text.slice(start, start + 300))?.[0];
  if (opening === undefined) return undefined;
  const rest = text.slice(start + opening.length);
  const closing = /<\/script\s*>/i.exec(rest);
  if (closing === null) return undefined;
  const written = rest.slice(0, closing.index);
  const tex = written.replace(/^\s*%\s*<!\[CDATA\[/, "");
  const texStart = start + opening.length + written.length - tex.length;
  const texEnd = texStart + tex.replace(/\s*%?\s*\]\]>\s*$/, "").length;
  if (text.slice(texStart, texEnd).trim() === "") return undefined;
  const end = start + opening.length + closing.index + closing[0].length;
  return { start, texStart, texEnd, end, hasEscapes: false };
}

/** Whether a script that is written so is a display. */
export function isDisplayScript(written: string): boolean {
  return /mode\s*=\s*display/i.test(SCRIPT.exec(written.slice(0, 300))?.[0] ?? "");
}

/** `\begin{align}…\end{align}`: all of it is TeX. */
export function matchEnvironment(text: string, start: number, syntax: MathSyntax): MathSpan | undefined {
  const name = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text.slice(start, start + 60))?.[1];
  if (name === undefined) return undefined;
  const boundary = new RegExp(`\\\\(begin|end)\\{${name.replace("*", "\\*")}\\}`, "g");
  boundary.lastIndex = start;
  let depth = 0;
  for (let match = boundary.exec(text); match !== null; match = boundary.exec(text)) {
    depth += match[1] === "begin" ? 1 : -1;
    const end = boundary.lastIndex;
    if (depth === 0)
      return { start, texStart: start, texEnd: end, end, hasEscapes: syntax.isForKramdown === true };
  }
  return undefined;
}

function isLineStart(text: string, index: number): boolean {
  return text[index] === "\\" && /\n[ \t]*$/.test(text.slice(Math.max(0, index - 8), index));
}
