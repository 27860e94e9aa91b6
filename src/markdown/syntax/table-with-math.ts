/** GFM's table construct with one change: a `|` inside a formula divides no cells and makes no table. */
import { gfmTable } from "micromark-extension-gfm-table";
import type { Code, Construct, Effects, Extension, State } from "micromark-util-types";
import { type MathSyntax, matchMathSpan } from "./math-spans.js";
import { createCollector, type TextAhead } from "./read-ahead.js";
import { CODES } from "./token-types.js";

const LETTER: Code = 97;

/** Takes the place of the table construct that remark-gfm registers. */
export function createTableWithMath(syntax: MathSyntax): Extension {
  const tables = [gfmTable().flow?.null ?? []].flat();
  return {
    flow: { null: tables.map((table) => wrapTable(table, syntax)) },
    disable: { null: ["table"] },
  };
}

function wrapTable(table: Construct, syntax: MathSyntax): Construct {
  return {
    ...table,
    name: "tableWithMath",
    tokenize(effects, ok, nok) {
      let bars: ReadonlySet<number> = new Set();
      let isDone = false;
      let actual: Code = null;

      // The construct sees a letter where a formula has a bar; what is consumed is the bar.
      const masked: Effects = { ...effects, consume: () => effects.consume(actual) };
      const wrap =
        (state: State): State =>
        (code) => {
          actual = code;
          const isMasked = code === CODES.verticalBar && bars.has(this.now().offset);
          const next = state(isMasked ? LETTER : code);
          return next === undefined || isDone ? next : wrap(next);
        };
      const leave =
        (state: State): State =>
        () => {
          isDone = true;
          return state(actual);
        };
      const start: State = (code) => {
        if (bars.size === 0) return table.tokenize.call(this, effects, ok, nok)(code);
        return wrap(table.tokenize.call(this, masked, leave(ok), leave(nok)))(code);
      };
      const collect = createCollector((ahead) => {
        bars = findMathBars(ahead, syntax);
      }, true);
      return effects.check(collect, start, nok);
    },
  };
}

/** The offsets of the bars in the formulas of a line. A code span keeps its dollars to itself. */
function findMathBars({ text, offsetAt }: TextAhead, syntax: MathSyntax): ReadonlySet<number> {
  const bars = new Set<number>();
  if (!text.includes("|")) return bars;
  // Index 0 stands for what is before the line.
  let index = 1;
  while (index < text.length) {
    const codeSpan =
      text[index] === "`" ? /^(`+)(?!`).*?[^`]\1(?!`)/.exec(text.slice(index))?.[0] : undefined;
    const span = matchMathSpan(text, index, syntax);
    if (codeSpan !== undefined) index += codeSpan.length;
    else if (span !== undefined) {
      for (; index < span.end; index++) if (text[index] === "|") bars.add(offsetAt(index));
    } else index += /^(?:\\.|`+|\$+)/.exec(text.slice(index, index + 40))?.[0].length ?? 1;
  }
  return bars;
}
