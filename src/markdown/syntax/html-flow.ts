/** The micromark construct for blocks of HTML that go on over blank lines. Any other is left to CommonMark's construct. */
import type { Construct } from "micromark-util-types";
import { consumeLines } from "./consume-lines.js";
import { findHtmlRegionEnd } from "./html-regions.js";
import { findMarkdownRegionEnd } from "./markdown-regions.js";
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
