/** What MathJax drew and noted, as HTML: the drawing with MathML for screen readers behind it, or MathML alone. */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import type { MathConfig } from "../../model/config.js";
import { escapeHtml } from "../../util/text.js";
import type { FormulaNote } from "./formula-notes.js";
import { writeSlimSvg } from "./slim-svg.js";
import type { DrawnFormula, Formula } from "./typeset-types.js";

export type WriteFormula = (formula: Formula, drawing: LiteElement, note: FormulaNote) => DrawnFormula;

export function createFormulaWriter(output: MathConfig["output"]): WriteFormula {
  return (formula, drawing, note) => {
    const math = writeMath(formula, note.mathml);
    const html = output === "mathml" ? math : writeSlimSvg(drawing, `<span>${math}</span>`);
    const { labels, references, numbers } = note;
    return { html, labels, references, numbers };
  };
}

/** The TeX goes along, for whoever copies the formula. */
function writeMath({ tex, isDisplay }: Formula, mathml: string): string {
  const display = isDisplay ? ' display="block"' : "";
  const annotation = `<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation>`;
  const row = /^<(\w+)(?: [^>]*)?>(?:[^<]*)<\/\1>$/.test(mathml) ? mathml : `<mrow>${mathml}</mrow>`;
  return `<math${display}><semantics>${row}${annotation}</semantics></math>`;
}
