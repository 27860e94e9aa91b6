/** The text behind an opening fence: its language, then settings in any order. */

/** One setting, where it stands in the info string, in code units from 0. */
export interface Setting {
  readonly name: string;
  /** Without quotes; with its braces or brackets. `undefined` when there is none. */
  readonly value: string | undefined;
  readonly start: number;
  readonly length: number;
  /** Whether it is written as another tool's; such tools have settings that mean nothing here. */
  readonly isForeign: boolean;
}

export interface InfoString {
  /** Empty for none. */
  readonly language: string;
  readonly settings: readonly Setting[];
}

const RANGES = /^\{[\d\s,-]*\}$/;

/**
 * `python title="a.py" {2,5-7}`. Also `js{1,3}` (Gatsby, VitePress), `js:line-numbers=5` (VitePress), `js:a.js` (Qiita),
 * `{.python .numberLines startFrom="5"}` (Pandoc), `{r, echo=FALSE}` (R Markdown), `rust,linenos` (Zola, rustdoc) and
 * `go {linenos=table,hl_lines=[3,"5-7"]}` (Hugo).
 */
export function parseInfoString(info: string): InfoString {
  const group = /^\{[^}]*\}?/.exec(info)?.[0];
  if (group !== undefined) {
    if (RANGES.test(group)) return { language: "", settings: parseSettings(info, 0, false) };
    const { language, settings } = parseAttributes(group);
    return {
      language,
      settings: [...settings, ...parseSettings(info.slice(group.length), group.length, false)],
    };
  }
  const language = /^[^\s,{:=]*/.exec(info)?.[0] ?? "";
  const rest = info.slice(language.length);
  if (rest.startsWith("=")) return { language: "", settings: parseSettings(info, 0, false) };
  const attached = /^[,:][^\s{]*/.exec(rest)?.[0] ?? "";
  const end = language.length + attached.length;
  const first = attached.startsWith(":")
    ? parseColon(attached, language.length)
    : parseSettings(attached, language.length, true);
  return { language, settings: [...first, ...parseSettings(info.slice(end), end, false)] };
}

/** Pandoc's attributes and R Markdown's options, in braces. The first class or bare word is the language. */
function parseAttributes(group: string): InfoString {
  const settings = parseSettings(group.replace(/\}$/, "").slice(1), 1, true);
  const language = settings.find(({ name, value }) => value === undefined && !isNumbering(name));
  return {
    language: language?.name.replace(/^\./, "") ?? "",
    settings: settings
      .filter((setting) => setting !== language)
      .map((setting) => ({ ...setting, name: setting.name.replace(/^\./, "") })),
  };
}

function isNumbering(name: string): boolean {
  return /^(?:\.?(?:number-?lines|linenos)|#.*)$/i.test(name);
}

/** What stands behind a colon: a numbering, or the name of a file. */
function parseColon(attached: string, base: number): readonly Setting[] {
  const text = attached.slice(1);
  if (text === "") return [];
  if (/^(?:no-)?line-numbers/.test(text)) return parseSettings(text, base + 1, false);
  return [{ name: "title", value: text, start: base + 1, length: text.length, isForeign: false }];
}

const OWN =
  /(\{[^}]*\})|(\/[^/\n]+\/)(?=\s|$)|([\w.-]+)(?:=?(\{[^}]*\}|\[[^\]]*\])|=("[^"]*"|'[^']*'|\S*))?|[^\s,]+/g;
const FOREIGN =
  /(\{[^}]*\})|(\/[^/\n]+\/)(?=\s|$)|([\w.#-]+)(?:=?(\{[^}]*\}|\[[^\]]*\])|=("[^"]*"|'[^']*'|[^\s,]*))?|[^\s,]+/g;

function parseSettings(text: string, base: number, isForeign: boolean): readonly Setting[] {
  return [...text.matchAll(isForeign ? FOREIGN : OWN)].flatMap((match): readonly Setting[] => {
    const [whole, group, word, name, list, value] = match;
    const start = base + match.index;
    const place = { start, length: whole.length, isForeign };
    if (group !== undefined && !RANGES.test(group) && group.includes("="))
      return parseSettings(group.slice(1, -1), start + 1, true);
    if (group !== undefined) return [{ ...place, name: "mark", value: group }];
    if (word !== undefined) return [{ ...place, name: "word", value: word.slice(1, -1) }];
    if (name === undefined) return [{ ...place, name: whole, value: undefined }];
    return [{ ...place, name, value: list ?? unquote(value) }];
  });
}

function unquote(value: string | undefined): string | undefined {
  return value?.replace(/^(["'])(.*)\1$/s, "$2");
}
