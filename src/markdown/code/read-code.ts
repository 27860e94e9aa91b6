/** Code as it stands in a source, with its settings, to code with marks and what is wrong with the settings. */
import { addMarks, LINE_MARKS, type LineMarks, type MarkedCode } from "./marked-code.js";
import type { Setting } from "./parse-info-string.js";
import { hasDiffSigns, readSettings, type SettingFault } from "./read-settings.js";
import { takeDiffSigns } from "./take-diff-signs.js";
import { takeNotations } from "./take-notations.js";

export interface SourceCode {
  readonly code: string;
  readonly languageName: string;
  readonly settings: readonly Setting[];
}

export interface ReadCode {
  readonly marked: MarkedCode;
  readonly faults: readonly SettingFault[];
  /** Notations as written whose name means nothing. */
  readonly unknownNotations: readonly { readonly notation: string; readonly name: string }[];
}

/** Lines are counted as they are shown: after notations on lines of their own are gone. */
export function readCode({ code: source, languageName, settings }: SourceCode): ReadCode {
  const diff = hasDiffSigns(languageName, settings) ? takeDiffSigns(source) : { code: source, marks: {} };
  const lines = diff.code.split("\n").length;
  const taken = takeNotations(diff.code);
  const { code } = taken;
  const shownLines = code.split("\n").length;
  const { language, faults, ...read } = readSettings(settings, shownLines);
  // Signs and notations on lines of their own are two ways for one thing; used together, the signs would be off.
  const diffMarks = shownLines === lines ? diff.marks : {};
  const words = read.words.map((text) => ({ text, from: 1, to: shownLines }));
  return {
    marked: {
      code,
      languageName: language !== undefined && languageName === "diff" ? language : languageName,
      title: read.title,
      firstLineNumber: read.firstLineNumber,
      marks: joinMarks([diffMarks, read.marks, taken.marks]),
      words: [...words, ...taken.words],
    },
    faults,
    unknownNotations: taken.unknown,
  };
}

function joinMarks(all: readonly LineMarks[]): LineMarks {
  let joined: LineMarks = {};
  for (const marks of all) {
    for (const mark of LINE_MARKS) joined = addMarks(joined, mark, marks[mark] ?? []);
  }
  return joined;
}
