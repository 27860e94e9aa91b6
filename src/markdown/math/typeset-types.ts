/** What goes into typesetting and what comes out of it. */
import type { LabelTable } from "./formula-notes.js";

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** A formula in the forms of a page, and what the rest of its text must know about it. */
export interface DrawnFormula {
  /** For the page: a drawing with MathML for screen readers behind it, or visible MathML. */
  readonly html: string;
  readonly labels: LabelTable;
  /** Labels that it refers to. */
  readonly references: readonly string[];
  /** Numbers that it was given, in order. */
  readonly numbers: readonly string[];
  readonly fault?: undefined;
}

export interface FormulaFault {
  /** In MathJax's words, or ours. */
  readonly message: string;
  /** Where in the TeX it is, in code units; `undefined` when it is nowhere in particular. */
  readonly span?: FaultSpan;
  /** The known name nearest to an unknown one. */
  readonly suggestion?: string;
  /** The label that it refers to in vain: a fault of this text, not of the formula. */
  readonly label?: string;
}

export interface FaultSpan {
  readonly start: number;
  readonly length: number;
}

export type TypesetFormula = DrawnFormula | { readonly html?: undefined; readonly fault: FormulaFault };

/** Name without backslash -> definition, or [definition, number of arguments]. */
export type Macros = Readonly<Record<string, string | readonly [string, number]>>;

/** MathJax, set up. It numbers equations from 1 anew for each text. */
export interface TextEngine {
  /** All formulas of a text in their order. References are resolved with `labels`; with `null` they are stand-ins. */
  typeset(formulas: readonly Formula[], labels: LabelTable | null): readonly TypesetFormula[];
}
