/** What MathJax drew and noted, as HTML: the drawing with MathML for screen readers behind it, or MathML alone. */
import type { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { escapeHtml } from "../../util/text.js";
import type { FormulaNote } from "./formula-notes.js";
import type { DrawnFormula, Formula } from "./typeset-types.js";

export type WriteFormula = (formula: Formula, drawing: LiteElement, note: FormulaNote) => DrawnFormula;

/** MathJax's drawing without its bookkeeping, hidden from screen readers, with `behind` at its end. */
export type WriteDrawing = (container: LiteElement, behind: string) => string;

/** Without a drawing, the MathML is what everybody sees. */
export function createFormulaWriter(writeDrawing: WriteDrawing | null): WriteFormula {
  return (formula, drawing, note) => {
    const math = writeMath(formula, note.mathml);
    const html = writeDrawing === null ? math : writeDrawing(drawing, `<span>${math}</span>`);
    const { labels, references, numbers } = note;
    return { html, labels, references, numbers };
  };
}

/** The TeX goes along, for whoever copies the formula. */
function writeMath({ tex, isDisplay }: Formula, mathml: string): string {
  const display = isDisplay ? ' display="block"' : "";
  const annotation = `<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation>`;
  return `<math${display}><semantics>${mathml}${annotation}</semantics></math>`;
}
