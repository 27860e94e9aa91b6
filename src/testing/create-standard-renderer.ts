/** The way of a body through `markdown/` with all that we add to CommonMark or GFM left out. */
import { createHtmlWriter } from "../markdown/create-html-writer.js";
import { extractPieces } from "../markdown/extract-pieces.js";
import { insertPieces, type Piece, type WrittenPiece } from "../markdown/pieces.js";
import { createBodyPlaces } from "../markdown/place-in-body.js";
import { createParsers } from "../markdown/syntax/create-parsers.js";
import { escapeHtml } from "../util/text.js";
import { exampleConfig } from "./example-site.js";

/** The same steps in the same order as `render`, without those that only add: ids, boxes, colours, formulas. */
export function createStandardRenderer(dialect: "commonmark" | "gfm"): (text: string) => string {
  const { parseBody } = createParsers({ ...exampleConfig().math, enabled: false }, dialect);
  const { toHast, stringify } = createHtmlWriter();
  return (text) => {
    const places = createBodyPlaces({ path: "", text, lineOrigins: [], excerptSeparator: "" });
    const mdast = parseBody(text);
    const { pieces, hasRawHtml } = extractPieces(mdast, text, places, false);
    return insertPieces(stringify(toHast(mdast, hasRawHtml)), pieces.map(writePlainly), "html");
  };
}

function writePlainly(piece: Piece): WrittenPiece {
  if (piece.kind !== "code") throw new Error("Without math there are no formulas");
  const { code, languageName } = piece.marked;
  const language = languageName === "" ? "" : ` class="language-${escapeHtml(languageName)}"`;
  const html = `<pre><code${language}>${escapeHtml(code === "" ? "" : `${code}\n`)}</code></pre>`;
  return { html, copyHtml: html, feedHtml: html, text: "", idText: "" };
}
