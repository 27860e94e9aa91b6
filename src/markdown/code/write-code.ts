/** Code with its colours and marks to HTML. Numbers, signs and marks are classes and attributes: CSS draws them. */
import { escapeHtml } from "../../util/text.js";
import type { ThemeColor, ThemeColors } from "./code-colors.js";
import type { CodeLanguage } from "./code-languages.js";
import type { Token, TokenLines, TokenLooks } from "./code-tokens.js";
import { LINE_MARKS, type MarkedCode, type WordMark } from "./marked-code.js";

export interface Colors {
  readonly light: ThemeColors;
  readonly dark: ThemeColors;
}

/** The whole block: box, caption, `pre` and `code`. `undefined` as lines is for code without colours. */
export function writeBlock(
  marked: MarkedCode,
  language: CodeLanguage | undefined,
  lines: TokenLines | undefined,
  colors: Colors,
): string {
  const { title } = marked;
  const inside = writeLines(marked, lines ?? plainLines(marked.code), colors).join("\n");
  const label = labelOf(title, language);
  const pre = `<pre class="code" tabindex="0" role="group" aria-label="${escapeHtml(label)}"${lineAttributes(marked)}>`;
  const block = `${pre}<code${languageClass(marked, language)}>${inside}\n</code></pre>`;
  if (title === "") return `<div class="code-block">${block}</div>`;
  return `<figure class="code-block"><figcaption>${escapeHtml(title)}</figcaption>${block}</figure>`;
}

/** A span of code within a sentence. */
export function writeSpan(
  code: string,
  language: CodeLanguage,
  lines: TokenLines | undefined,
  colors: Colors,
): string {
  const inside = (lines ?? plainLines(code)).map((line) => writeRuns(line, colors)).join("\n");
  return `<code class="code language-${language.id}">${inside}</code>`;
}

function plainLines(code: string): TokenLines {
  return code.split("\n").map((text) => [{ text, light: {}, dark: {} }]);
}

function labelOf(title: string, language: CodeLanguage | undefined): string {
  const name = language?.name ?? "";
  const kind = name === "" ? "Code" : language?.id === "ansi" ? name : `${name} code`;
  return title === "" ? kind : `${title}, ${kind}`;
}

function languageClass({ languageName }: MarkedCode, language: CodeLanguage | undefined): string {
  const id = language?.id ?? languageName;
  return id === "" ? "" : ` class="language-${escapeHtml(id)}"`;
}

function hasLines({ firstLineNumber, marks }: MarkedCode): boolean {
  return firstLineNumber !== null || Object.keys(marks).length > 0;
}

function lineAttributes(marked: MarkedCode): string {
  if (!hasLines(marked)) return "";
  const { firstLineNumber, marks, code } = marked;
  const focus = marks.focused === undefined ? "" : " data-focus";
  if (firstLineNumber === null) return ` data-lines${focus}`;
  const digits = String(firstLineNumber + code.split("\n").length - 1).length;
  return ` data-lines${focus} data-line-numbers${digits > 2 ? `="${digits}"` : ""}`;
}

function writeLines(marked: MarkedCode, lines: TokenLines, colors: Colors): readonly string[] {
  const { firstLineNumber, marks, words } = marked;
  const isWrapped = hasLines(marked);
  const sets = LINE_MARKS.map((mark) => [mark, new Set(marks[mark])] as const);
  return lines.map((line, index) => {
    const here = words.filter(({ from, to }) => from <= index + 1 && index + 1 <= to);
    const written = writeRuns(here.length === 0 ? line : markWords(line, here), colors);
    if (!isWrapped) return written;
    const classes = ["line", ...sets.flatMap(([mark, set]) => (set.has(index + 1) ? [mark] : []))].join(" ");
    const number = firstLineNumber === null ? "" : ` data-line="${firstLineNumber + index}"`;
    return `<span class="${classes}"${number}>${written}</span>`;
  });
}

interface MarkedToken extends Token {
  readonly isWord?: boolean;
}

/** Cuts the tokens of a line at the words to mark. */
function markWords(line: readonly Token[], words: readonly WordMark[]): readonly MarkedToken[] {
  const text = line.map((token) => token.text).join("");
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const { text: word } of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      isMarked.fill(true, at, at + word.length);
  }
  let offset = 0;
  return line.flatMap((token) => {
    const parts: MarkedToken[] = [];
    let start = 0;
    for (let end = 1; end <= token.text.length; end++) {
      const isWord = isMarked[offset + start] === true;
      if (end < token.text.length && (isMarked[offset + end] === true) === isWord) continue;
      parts.push({ ...token, text: token.text.slice(start, end), isWord });
      start = end;
    }
    offset += token.text.length;
    return parts;
  });
}

/** Neighbours of the same looks become one element; spaces have no looks and join either neighbour. */
function writeRuns(line: readonly MarkedToken[], colors: Colors): string {
  const runs: { classes: string; text: string }[] = [];
  for (const token of line) {
    const last = runs.at(-1);
    const isBlank =
      token.text.trim() === "" && !hasShape(token) && !/\b(?:[urs]|word)\b/.test(last?.classes ?? "");
    const classes = isBlank ? (last?.classes ?? "") : classesOf(token, colors);
    if (last !== undefined && last.classes === classes) last.text += token.text;
    else runs.push({ classes, text: token.text });
  }
  return runs
    .map(({ classes, text }) =>
      classes === "" ? escapeText(text) : `<span class="${classes}">${escapeText(text)}</span>`,
    )
    .join("");
}

/** Whether it would be seen even on a space. */
function hasShape({ isWord, light }: MarkedToken): boolean {
  return isWord === true || light.background !== undefined;
}

function classesOf(token: MarkedToken, { light, dark }: Colors): string {
  const classes: string[] = [];
  const lightColor = findColor(light, token.light);
  const darkColor = findColor(dark, token.dark);
  if (lightColor !== undefined) classes.push(`l${lightColor.index}`);
  if (darkColor !== undefined) classes.push(`d${darkColor.index}`);
  // Shiki's font style is a set of bits; -1 says that the theme does not set it.
  const style = Math.max(0, token.light.fontStyle ?? 0);
  if (style & 1) classes.push("i");
  if (style & 2) classes.push("b");
  if (style & 4) classes.push("u");
  if (style & 8) classes.push("s");
  if (token.light.background !== undefined) classes.push("r");
  if (token.isWord) classes.push("word");
  return classes.join(" ");
}

/** What has a background is drawn reversed: its background in the colour, its text in that of the page. */
function findColor(colors: ThemeColors, { color, background }: TokenLooks): ThemeColor | undefined {
  const name = background ?? color;
  return name === undefined || name === "" ? undefined : colors.find(name);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
