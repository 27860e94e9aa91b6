/**
 * Drawn formulas as text that reads, for pages that are no HTML: a feed of the author's own, a search index. A drawing
 * needs the sheet of glyphs that only an HTML page has, and whoever reads such a file shows it in a page of their own.
 */
import { escapeHtml } from "../../util/text.js";
import { spellFormula, unescapeHtml } from "./spell-formula.js";

/** How a template may have written HTML into another format. */
interface Writing {
  /** What the text of an HTML element is in it, and back. */
  readonly write: (html: string) => string;
  readonly read: (written: string) => string;
}

const AS_IT_IS: Writing = { write: (html) => html, read: (written) => written };
/** `xml_escape`, `escape`. */
const ESCAPED: Writing = { write: escapeHtml, read: unescapeHtml };
/** `jsonify`: the inside of a string. */
const JSON_STRING: Writing = {
  write: (html) => JSON.stringify(html).slice(1, -1),
  read: (written) => String(JSON.parse(`"${written}"`)),
};

const FORMULA = /(<|&lt;)mjx-container\b[\s\S]*?\1\/mjx-container(?:>|&gt;)/g;

/** The text of a finished file, each formula in it as a feed has it. MathML alone needs no glyphs and stays. */
export function spellFormulas(text: string): string {
  return text.replace(FORMULA, (drawn, opening: string) => {
    const writing = opening === "&lt;" ? ESCAPED : drawn.includes('=\\"') ? JSON_STRING : AS_IT_IS;
    return writing.write(spellFormula(writing.read(drawn)) ?? "");
  });
}
