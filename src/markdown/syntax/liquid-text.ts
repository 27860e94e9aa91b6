/** A micromark construct that takes `{{ … }}` and `{% … %}` as plain text, for a look at Markdown before Liquid has run. */
import type { Construct, State } from "micromark-util-types";
import { createReadAhead } from "./read-ahead.js";

export function createLiquidText(): Construct {
  const readAhead = createReadAhead();
  return {
    name: "liquidText",
    tokenize(effects, ok, nok) {
      return readAhead(this, effects, ({ text, indexAt }) => {
        const start = indexAt(this.now().offset);
        const length = liquidLength(text, start);
        if (length === 0) return nok;
        let consumed = 0;
        const inside: State = (code) => {
          if (consumed === length) {
            effects.exit("data");
            return ok(code);
          }
          consumed++;
          effects.consume(code);
          return inside;
        };
        return (code) => {
          effects.enter("data");
          return inside(code);
        };
      });
    },
  };
}

/** The length of the output or tag that starts here, 0 for none. */
function liquidLength(text: string, start: number): number {
  const close = text.startsWith("{{", start) ? "}}" : text.startsWith("{%", start) ? "%}" : undefined;
  const end = close === undefined ? -1 : text.indexOf(close, start + 2);
  return end < 0 ? 0 : end + 2 - start;
}
