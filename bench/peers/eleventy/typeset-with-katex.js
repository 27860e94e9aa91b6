// KaTeX writes HTML that needs its style sheet and fonts, and MathML beside it.
import katex from "katex";

export function typeset(formula, displayMode) {
  return katex.renderToString(formula, { displayMode, throwOnError: false });
}
