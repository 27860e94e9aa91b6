/**
 * The micromark constructs for blocks of HTML that go on over blank lines, and for all others but scripts of MathJax's.
 */
import { htmlFlow } from "micromark-core-commonmark";
import type { Construct } from "micromark-util-types";
import { consumeLines } from "./consume-lines.js";
import { findHtmlRegionEnd } from "./html-regions.js";
import { findMarkdownRegionEnd } from "./markdown-regions.js";
import { matchScript } from "./math-spans.js";
import type { SourceText } from "./source-text.js";

/** `source` must hold the text that is being parsed. */
export function createHtmlFlow(source: SourceText): Construct {
  return {
    name: "htmlFlowRegion",
    concrete: true,
    tokenize(effects, ok, nok) {
      return (code) => {
        const start = this.now().offset;
        const markdownEnd = findMarkdownRegionEnd(source.text, start);
        const end = markdownEnd < 0 ? findHtmlRegionEnd(source.text, start) : markdownEnd;
        if (end < 0) return nok(code);
        const token = { type: "htmlFlow", dataType: "htmlFlowData", end } as const;
        return this.interrupt ? ok(code) : consumeLines(this, effects, ok, nok, token)(code);
      };
    },
  };
}

/**
 * CommonMark's own construct, which would take `<script type="math/tex">` at the start of a line for a block: such a
 * formula stands in its paragraph, unless a blank line in it would end that.
 */
export function createHtmlFlowButMath(source: SourceText): Construct {
  return {
    ...htmlFlow,
    name: "htmlFlowButMath",
    tokenize(effects, ok, nok) {
      return (code) =>
        standsInParagraph(source.text, this.now().offset)
          ? nok(code)
          : htmlFlow.tokenize.call(this, effects, ok, nok)(code);
    },
  };
}

function standsInParagraph(text: string, start: number): boolean {
  const script = matchScript(text, start);
  return script !== undefined && !/\n[> \t]*\n/.test(text.slice(script.start, script.end));
}
