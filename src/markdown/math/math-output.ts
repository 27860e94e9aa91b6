/** One of the ways in which formulas come onto a page: what draws them, and what a page needs beside them. */
import type { LiteDocument } from "mathjax-full/js/adaptors/lite/Document.js";
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import type { LiteText } from "mathjax-full/js/adaptors/lite/Text.js";
import type { OutputJax } from "mathjax-full/js/core/OutputJax.js";
import type rehypeMathjax from "rehype-mathjax";
import type { CollectGlyphs } from "./glyph-sheet.js";
import type { WriteFormula } from "./write-formula.js";

/** What draws: MathJax's half of an output, and ours. */
export interface MathOutput {
  /** MathJax's own half, for the engine that all texts share. */
  createJax(): OutputJax<LiteElement, LiteText, LiteDocument>;
  /** The same half for texts with definitions of their own; loaded when the first of these comes. */
  loadRehypePlugin(): typeof rehypeMathjax;
  readonly rehypeOptions: Pick<NonNullable<Parameters<typeof rehypeMathjax>[0]>, "svg" | "chtml">;
  readonly writeFormula: WriteFormula;
  /** Whether browsers draw the MathML of formulas, which else is for screen readers alone. */
  readonly isMathmlSeen: boolean;
}

/** What pages need for formulas that may have been drawn long ago. */
export interface PageMath {
  readonly collectGlyphs: CollectGlyphs;
  /** The style sheet of the site's formulas. */
  readonly styleSheet: string;
  /** The fonts that this style sheet names, in the folder `fonts` beside it. */
  readonly fontFiles: readonly FontFile[];
}

/** A font of MathJax's. */
export interface FontFile {
  readonly name: string;
  /** Where it is now. */
  readonly absolutePath: string;
}
