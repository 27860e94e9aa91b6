/** Which offsets to point at and what to say: the result of looking for a slip, and what one is looked for in. */

/** What the parser says. */
export interface ParserFault {
  /** A code of the `yaml` package. */
  readonly code: string;
  readonly message: string;
  readonly offset: number;
  /** The offset of the quote that the parser was inside of. */
  readonly openQuote: number | null;
}

export interface YamlExplanation {
  /** What is wrong; fits after "the YAML cannot be read: ". */
  readonly problem: string;
  /** What to write instead. */
  readonly hint: string;
  /** What the caret shows: better than the parser's own place where that is only where it gave up. */
  readonly start: number;
  readonly end: number;
}

export interface Scene {
  readonly fault: ParserFault;
  readonly text: string;
  /** The line of the fault and where it starts. */
  readonly line: string;
  readonly lineStart: number;
}

/** Each looks for one kind of slip; the first that finds it speaks. */
export type Explainer = (scene: Scene) => YamlExplanation | null;

export function explainAt(start: number, length: number, problem: string, hint: string): YamlExplanation {
  return { problem, hint, start, end: start + length };
}

export function lineFrom(text: string, start: number): string {
  return text.slice(start).split(/\r?\n/, 1)[0] ?? "";
}
