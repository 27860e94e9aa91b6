import { createRequire } from "node:module";
import type { MathConfig } from "../../model/config.js";
import type { PieceStore } from "../piece-store.js";
import { createGlyphSheets } from "./glyph-sheet.js";
import type { MathOutput, PageMath } from "./math-output.js";
import { COMMON_RULES, SVG_RULES, TEXT_RULES } from "./math-rules.js";

// Node >= 20.19 can `require` an ES module, which keeps rendering synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

/** What draws the formulas of a site. MathJax's output is loaded with it. */
export function loadMathOutput(output: MathConfig["output"]): MathOutput {
  if (output === "chtml") return loadChtml().createChtmlOutput();
  const { SVG_OUTPUT, MATHML_OUTPUT }: typeof import("./svg-output.js") = require("./svg-output.js");
  return output === "mathml" ? MATHML_OUTPUT : SVG_OUTPUT;
}

/** What its pages need. Nothing of MathJax is loaded for drawings whose glyphs are in the store. */
export function loadPageMath(output: MathConfig["output"], store?: PieceStore): PageMath {
  if (output === "chtml") return loadChtml().createChtmlPageMath();
  const styleSheet = output === "mathml" ? TEXT_RULES + COMMON_RULES : SVG_RULES;
  return { collectGlyphs: createGlyphSheets(store), styleSheet, fontFiles: [] };
}

/** It takes some time and memory, so only sites that ask for it pay for it. */
function loadChtml(): typeof import("./chtml-output.js") {
  return require("./chtml-output.js") as typeof import("./chtml-output.js");
}
