/** Formulas as drawings that need no font, or as MathML alone, which needs nothing at all. */
import { createRequire } from "node:module";
import { SVG } from "mathjax-full/js/output/svg.js";
import type { MathOutput } from "./math-output.js";
import { writeSlimSvg } from "./slim-svg.js";
import { createFormulaWriter } from "./write-formula.js";

/** Glyphs as references whose ids say which glyph they are. */
const SVG_OPTIONS = { fontCache: "global" } as const;

const require = createRequire(import.meta.url);

export const SVG_OUTPUT: MathOutput = {
  createJax: () => new SVG(SVG_OPTIONS),
  loadRehypePlugin: () => (require("./rehype-svg.js") as typeof import("./rehype-svg.js")).rehypeSvg,
  rehypeOptions: { svg: SVG_OPTIONS },
  writeFormula: createFormulaWriter(writeSlimSvg),
  isMathmlSeen: false,
};

/** MathJax draws here too, so that whatever has a fault in one output has it in all of them. */
export const MATHML_OUTPUT: MathOutput = {
  ...SVG_OUTPUT,
  writeFormula: createFormulaWriter(null),
  isMathmlSeen: true,
};
