/** The formulas of a text as they go to the typesetter, without typesetting them. */
import { createHtmlWriter } from "../markdown/create-html-writer.js";
import { extractPieces } from "../markdown/extract-pieces.js";
import { applyKramdown } from "../markdown/kramdown/apply-kramdown.js";
import { type FormulaPiece, insertPieces, type Piece } from "../markdown/pieces.js";
import { createBodyPlaces } from "../markdown/place-in-body.js";
import { createParsers, type SyntaxOptions } from "../markdown/syntax/create-parsers.js";

export interface ReadFormulas {
  readonly formulas: readonly FormulaPiece[];
  /** Codes of what was found wrong. */
  readonly faults: readonly string[];
  /** The HTML with what `write` gives in the place of each piece. */
  html(write: (piece: Piece) => string): string;
}

/** A reader for one set of options. */
export function createFormulaReader(math: SyntaxOptions["math"]): (text: string) => ReadFormulas {
  const { parseBody } = createParsers({ math, kramdown: true, smartPunctuation: true, htmlRegions: true });
  const { toHast, stringify } = createHtmlWriter();
  return (text) => {
    const places = createBodyPlaces({ path: "a.md", text, lineOrigins: [], excerptSeparator: "" });
    const tree = parseBody(text);
    applyKramdown(tree, text, parseBody, places, math);
    const { pieces, hasRawHtml, diagnostics } = extractPieces(tree, text, places, math.enabled);
    return {
      formulas: pieces.filter((piece) => piece.kind === "formula"),
      faults: diagnostics.map(({ code }) => code),
      html(write) {
        const written = pieces.map((piece) => {
          const html = write(piece);
          return { html, copyHtml: html, feedHtml: html, text: html, idText: html };
        });
        return insertPieces(stringify(toHast(tree, hasRawHtml)), written, "html");
      },
    };
  };
}
