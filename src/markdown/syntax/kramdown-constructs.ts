/** The micromark constructs for kramdown's own marks. They say where a mark stands; what it means is found in the tree. */
import type { Code, Construct, Effects, Extension, State } from "micromark-util-types";
import { consumeLines } from "./consume-lines.js";
import { createDescription } from "./definition-descriptions.js";
import { findKramdownBlockEnd, kramdownSpanLength } from "./kramdown-spans.js";
import type { ReadAhead } from "./read-ahead.js";
import { createLookAhead, type SourceText } from "./source-text.js";
import { CODES } from "./token-types.js";

/** `source` must hold the text that is being parsed. */
export function createKramdownSyntax(source: SourceText, readAhead: ReadAhead): Extension {
  const flow = createFlow(source);
  return {
    document: { [CODES.colon]: createDescription(source) },
    flow: { [CODES.openingBrace]: flow, [CODES.asterisk]: flow, [CODES.caret]: flow },
    text: { [CODES.openingBrace]: createText(source, readAhead) },
  };
}

function createFlow(source: SourceText): Construct {
  return {
    name: "kramdownBlock",
    concrete: true,
    tokenize(effects, ok, nok) {
      return (code) => {
        const end = findKramdownBlockEnd(source.text, this.now().offset, this.interrupt === true);
        if (end < 0) return nok(code);
        const token = { type: "kramdownBlock", dataType: "kramdownBlockData", end } as const;
        return this.interrupt ? ok(code) : consumeLines(this, effects, ok, nok, token)(code);
      };
    },
  };
}

function createText(source: SourceText, readAhead: ReadAhead): Construct {
  const mayBegin = createLookAhead(source, /\{:/);
  return {
    name: "kramdownSpan",
    tokenize(effects, ok, nok) {
      if (!mayBegin(this.now().offset)) return nok;
      return readAhead(this, effects, ({ text, indexAt }) => {
        const start = indexAt(this.now().offset);
        const length = kramdownSpanLength(text, start);
        return length === 0 ? nok : consumeSpan(effects, ok, text.slice(start, start + length));
      });
    },
  };
}

/** A line ending has to be a token of its own. */
function consumeSpan(effects: Effects, ok: State, text: string): State {
  let index = 0;
  return (code) => {
    effects.enter("kramdownSpan");
    return part(code);
  };

  function part(code: Code): State | undefined {
    if (index === text.length) {
      effects.exit("kramdownSpan");
      return ok(code);
    }
    const type = text[index] === "\n" ? "lineEnding" : "kramdownSpanData";
    effects.enter(type);
    return inside(type)(code);
  }

  function inside(type: "lineEnding" | "kramdownSpanData"): State {
    return function next(code) {
      effects.consume(code);
      index++;
      const isEnd = type === "lineEnding" || index === text.length || text[index] === "\n";
      if (!isEnd) return next;
      effects.exit(type);
      return part;
    };
  }
}
