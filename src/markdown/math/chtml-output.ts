/** Formulas as text in MathJax's fonts, set by a style sheet: CHTML, as MathJax calls it. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CHTML } from "mathjax-full/js/output/chtml.js";
import rehypeMathjax from "rehype-mathjax/chtml";
import { createChtmlRules } from "./chtml-rules.js";
import { createGlyphRules } from "./glyph-rules.js";
import type { FontFile, MathOutput, PageMath } from "./math-output.js";
import { CHTML_OPTIONS } from "./mathjax-options.js";
import { writeSlimChtml } from "./slim-chtml.js";
import { createFormulaWriter } from "./write-formula.js";

export function createChtmlOutput(): MathOutput {
  return {
    createJax: () => new CHTML(CHTML_OPTIONS),
    loadRehypePlugin: () => rehypeMathjax,
    rehypeOptions: { chtml: CHTML_OPTIONS },
    writeFormula: createFormulaWriter(writeSlimChtml),
    isMathmlSeen: false,
  };
}

export function createChtmlPageMath(): PageMath {
  const { site, glyphs } = createChtmlRules();
  const fonts = findFonts();
  return {
    collectGlyphs: createGlyphRules(glyphs),
    styleSheet: embedFont(site, fonts),
    fontFiles: fonts.filter(({ name }) => name !== METRICS_FONT),
  };
}

/** Without a glyph: from it come the baselines of all boxes. */
const METRICS_FONT = "MathJax_Zero.woff";

/** With this font in the style sheet, fonts that come late move no box, only the glyphs in it appear. */
function embedFont(styleSheet: string, fonts: readonly FontFile[]): string {
  const font = fonts.find(({ name }) => name === METRICS_FONT);
  if (font === undefined) return styleSheet;
  const bytes = readFileSync(font.absolutePath).toString("base64");
  return styleSheet.replace(`fonts/${METRICS_FONT}`, `data:font/woff;base64,${bytes}`);
}

/** MathJax brings its fonts along; they are served from the site itself. */
function findFonts(): readonly FontFile[] {
  const root = path.dirname(createRequire(import.meta.url).resolve("mathjax-full/package.json"));
  const folder = path.join(root, "es5/output/chtml/fonts/woff-v2");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".woff"))
    .sort()
    .map((name) => ({ name, absolutePath: path.join(folder, name) }));
}
