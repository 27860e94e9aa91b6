/** Code with all that its author said about it, apart from its colours. */

/** What may be said of a line, each the class of its element. */
export const LINE_MARKS = ["marked", "ins", "del", "focused", "error", "warning"] as const;
export type LineMark = (typeof LINE_MARKS)[number];

/** Numbers of lines, from 1, each once, in order. */
export type LineMarks = Readonly<Partial<Record<LineMark, readonly number[]>>>;

/** A text that is marked wherever it stands in some lines. */
export interface WordMark {
  readonly text: string;
  /** The first and the last line, from 1. */
  readonly from: number;
  readonly to: number;
}

export interface MarkedCode {
  /** Without the line break at its end, and without notations and signs that stand for marks. */
  readonly code: string;
  /** The language as the author wrote it; empty for none. */
  readonly languageName: string;
  /** Empty for none. */
  readonly title: string;
  /** The number of the first line; `null` for a block without numbers. */
  readonly firstLineNumber: number | null;
  readonly marks: LineMarks;
  readonly words: readonly WordMark[];
}

export function createPlainCode(code: string, languageName = ""): MarkedCode {
  return { code, languageName, title: "", firstLineNumber: null, marks: {}, words: [] };
}

/** Adds lines to a kind of mark. */
export function addMarks(marks: LineMarks, mark: LineMark, lines: readonly number[]): LineMarks {
  const all = [...new Set([...(marks[mark] ?? []), ...lines])].sort((left, right) => left - right);
  return all.length === 0 ? marks : { ...marks, [mark]: all };
}
