/** A micromark construct that takes `{{ … }}` and `{% … %}` as plain text, for a look at Markdown before Liquid has run. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, Effects, State } from "micromark-util-types";
import type { ReadAhead } from "./read-ahead.js";
import { createLookAhead, type SourceText } from "./source-text.js";

/** `source` must hold the text that is being parsed. */
export function createLiquidText(source: SourceText, readAhead: ReadAhead): Construct {
  const mayBegin = createLookAhead(source, /\{[{%]/);
  return {
    name: "liquidText",
    tokenize(effects, ok, nok) {
      if (!mayBegin(this.now().offset)) return nok;
      return readAhead(this, effects, ({ text, indexAt }) => {
        const start = indexAt(this.now().offset);
        const length = liquidLength(text, start);
        if (length === 0) return nok;
        return consumeText(effects, ok, length);
      });
    },
  };
}

/** A token of text must not reach over the end of a line. */
function consumeText(effects: Effects, ok: State, length: number): State {
  let consumed = 0;
  return start;

  function start(code: Code): State | undefined {
    if (consumed === length) return ok(code);
    const type = markdownLineEnding(code) ? "lineEnding" : "data";
    effects.enter(type);
    consumed++;
    effects.consume(code);
    return type === "data" ? inside : end;
  }

  function inside(code: Code): State | undefined {
    if (consumed < length && !markdownLineEnding(code)) {
      consumed++;
      effects.consume(code);
      return inside;
    }
    effects.exit("data");
    return start(code);
  }

  function end(code: Code): State | undefined {
    effects.exit("lineEnding");
    return start(code);
  }
}

/** The length of the output or tag that starts here, 0 for none. */
function liquidLength(text: string, start: number): number {
  const close = text.startsWith("{{", start) ? "}}" : text.startsWith("{%", start) ? "%}" : undefined;
  const end = close === undefined ? -1 : text.indexOf(close, start + 2);
  return end < 0 ? 0 : end + 2 - start;
}
