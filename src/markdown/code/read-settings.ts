/** What the settings of a block of code mean, and what is wrong with them. */
import { nearestName } from "../../util/text.js";
import { addMarks, type LineMark, type LineMarks } from "./marked-code.js";
import type { Setting } from "./parse-info-string.js";

export type SettingFault =
  | { readonly kind: "unknown"; readonly setting: Setting; readonly nearest: string | undefined }
  | { readonly kind: "value"; readonly setting: Setting; readonly expected: string }
  | { readonly kind: "outside"; readonly setting: Setting; readonly line: number; readonly lines: number };

export interface ReadSettings {
  readonly title: string;
  readonly firstLineNumber: number | null;
  readonly marks: LineMarks;
  readonly words: readonly string[];
  /** In place of a language called `diff`. */
  readonly language: string | undefined;
  readonly faults: readonly SettingFault[];
}

type Meaning = "title" | "numbers" | "start" | "noNumbers" | "diff" | "language" | "word" | LineMark;

/** By name in lower case without hyphens and underscores. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ...{ title: "title", file: "title", filename: "title", caption: "title" },
  ...{
    linenos: "numbers",
    lineno: "numbers",
    linenumbers: "numbers",
    showlinenumbers: "numbers",
    numberlines: "numbers",
  },
  ...{
    start: "start",
    startfrom: "start",
    linenostart: "start",
    startline: "start",
    startlinenumber: "start",
  },
  ...{ nolinenos: "noNumbers", nolineno: "noNumbers", nolinenumbers: "noNumbers" },
  ...{ mark: "marked", marklines: "marked", hllines: "marked", highlight: "marked", hl: "marked" },
  ...{ ins: "ins", add: "ins", del: "del", remove: "del" },
  ...{ focus: "focused", error: "error", warning: "warning" },
  ...{ diff: "diff", lang: "language", word: "word" },
};

/** As they are written, for suggestions. */
const NAMES = [
  ...["title", "file", "filename", "linenos", "showLineNumbers", "start", "nolinenos", "mark", "mark_lines"],
  ...["hl_lines", "ins", "del", "focus", "error", "warning", "diff", "word"],
];

export function meaningOf(name: string): Meaning | undefined {
  const key = name.toLowerCase().replace(/[-_]/g, "");
  return Object.hasOwn(MEANINGS, key) ? MEANINGS[key] : undefined;
}

export function nearestSetting(name: string): string | undefined {
  return nearestName(name, NAMES);
}

/** Of two settings of the same meaning the later one counts, but for marks, which add up. */
export function readSettings(settings: readonly Setting[], lines: number): ReadSettings {
  let title = "";
  let isNumbered: boolean | undefined;
  let first = 1;
  let marks: LineMarks = {};
  let language: string | undefined;
  const words: string[] = [];
  const faults: SettingFault[] = [];
  for (const setting of settings) {
    const { name, value, isForeign } = setting;
    const fail = (expected: string): void => {
      if (!isForeign) faults.push({ kind: "value", setting, expected });
    };
    const meaning = meaningOf(name);
    switch (meaning) {
      case undefined:
        if (!isForeign) faults.push({ kind: "unknown", setting, nearest: nearestSetting(name) });
        break;
      case "title":
        if (value === undefined || value.trim() === "") fail('a text in quotes, as in `title="train.py"`');
        else title = value.trim();
        break;
      case "numbers":
      case "start": {
        const number = readNumber(value, meaning);
        if (number === undefined) fail("a number, that of the first line");
        else isNumbered = number !== null;
        first = number ?? first;
        break;
      }
      case "noNumbers":
        isNumbered = false;
        break;
      case "diff":
        break;
      case "language":
        language = value;
        break;
      case "word":
        if (value === undefined || value === "") fail("the text to mark, as in `/text/`");
        else words.push(value);
        break;
      default: {
        const found = readLines(value ?? "", lines);
        if (found.isMalformed) fail("lines and ranges of lines, as in `{2,5-7}`");
        if (found.outside !== undefined)
          faults.push({ kind: "outside", setting, line: found.outside, lines });
        marks = addMarks(marks, meaning, found.inside);
      }
    }
  }
  return { title, firstLineNumber: isNumbered === true ? first : null, marks, words, language, faults };
}

/** Whether the lines carry `+` and `-` in their first column: `python diff`, or Expressive Code's `diff lang="python"`. */
export function hasDiffSigns(languageName: string, settings: readonly Setting[]): boolean {
  return settings.some(({ name, value }) => {
    const meaning = meaningOf(name);
    return (meaning === "diff" && value !== "false") || (meaning === "language" && languageName === "diff");
  });
}

/** `null` for no numbers, `undefined` for a value that is none. */
function readNumber(value: string | undefined, meaning: "numbers" | "start"): number | null | undefined {
  const text = value?.replace(/^\{(.*)\}$/, "$1").trim() ?? "";
  if (/^\d{1,7}$/.test(text)) return Number(text);
  if (meaning === "start") return undefined;
  if (/^(?:|true|on|yes|table|inline|1)$/i.test(text)) return 1;
  return /^(?:false|off|no)$/i.test(text) ? null : undefined;
}

interface FoundLines {
  readonly inside: readonly number[];
  /** The first one that the block has not. */
  readonly outside: number | undefined;
  readonly isMalformed: boolean;
}

/** `{2,5-7}`, `[2,"5-7"]`, `2 5`. */
function readLines(value: string, lines: number): FoundLines {
  const parts = value.split(/[\s,{}[\]"']+/).filter(Boolean);
  const inside: number[] = [];
  let outside: number | undefined;
  let isMalformed = parts.length === 0;
  for (const part of parts) {
    const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (match === null || from > to) isMalformed = true;
    else if (from < 1 || to > lines) outside ??= from < 1 || from > lines ? from : to;
    for (let line = Math.max(1, from); line <= Math.min(to, lines); line++) inside.push(line);
  }
  return { inside, outside, isMalformed };
}
