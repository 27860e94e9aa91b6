import { spellFormula } from "./spell-formula.js";

const FORMULA = /<(mjx-container|math)\b[\s\S]*?<\/\1>/g;

/**
 * HTML with each formula of ours, drawn or as MathML, as readable text: for whoever takes all tags away. What would stay of
 * a formula then is its signs one after the other and its TeX behind them.
 */
export function formulasToText(html: string): string {
  return html.replace(FORMULA, (formula) => spellFormula(formula) ?? formula);
}
