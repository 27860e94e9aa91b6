/** The micromark construct for blocks of HTML that end where Jekyll ends them. Any other is left to CommonMark's construct. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, State } from "micromark-util-types";
import { findHtmlRegionEnd } from "./html-regions.js";
import type { SourceText } from "./source-text.js";

/** `source` must hold the text that is being parsed. */
export function createHtmlFlow(source: SourceText): Construct {
  return {
    name: "htmlFlowRegion",
    concrete: true,
    tokenize(effects, ok, nok) {
      const context = this;
      let end = -1;
      return (code) => {
        end = findHtmlRegionEnd(source.text, context.now().offset);
        if (end < 0) return nok(code);
        if (context.interrupt) return ok(code);
        effects.enter("htmlFlow");
        return lineStart(code);
      };

      function lineStart(code: Code): State | undefined {
        if (code === null || context.now().offset >= end) {
          effects.exit("htmlFlow");
          return ok(code);
        }
        if (markdownLineEnding(code)) {
          effects.enter("lineEnding");
          effects.consume(code);
          effects.exit("lineEnding");
          return (next) => (context.parser.lazy[context.now().line] ? nok(next) : lineStart(next));
        }
        effects.enter("htmlFlowData");
        return data(code);
      }

      function data(code: Code): State | undefined {
        if (code !== null && !markdownLineEnding(code)) {
          effects.consume(code);
          return data;
        }
        effects.exit("htmlFlowData");
        return lineStart(code);
      }
    },
  };
}
