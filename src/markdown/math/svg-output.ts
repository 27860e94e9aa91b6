/** Formulas as drawings that need no font, or as MathML alone, which needs nothing at all. */
import { SVG } from "mathjax-full/js/output/svg.js";
import rehypeMathjax from "rehype-mathjax";
import { createGlyphSheets } from "./glyph-sheet.js";
import type { MathOutput } from "./math-output.js";
import { COMMON_RULES, SVG_RULES, TEXT_RULES } from "./math-rules.js";
import { writeSlimSvg } from "./slim-svg.js";
import { createFormulaWriter } from "./write-formula.js";

/** Glyphs as references whose ids say which glyph they are. */
const SVG_OPTIONS = { fontCache: "global" } as const;

export const SVG_OUTPUT: MathOutput = {
  createJax: () => new SVG(SVG_OPTIONS),
  rehypePlugin: rehypeMathjax,
  rehypeOptions: { svg: SVG_OPTIONS },
  writeFormula: createFormulaWriter(writeSlimSvg),
  createGlyphSheets,
  styleSheet: SVG_RULES,
  fontFiles: [],
};

/** MathJax draws here too, so that whatever has a fault in one output has it in all of them. */
export const MATHML_OUTPUT: MathOutput = {
  ...SVG_OUTPUT,
  writeFormula: createFormulaWriter(null),
  styleSheet: TEXT_RULES + COMMON_RULES,
};
