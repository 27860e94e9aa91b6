/** GFM's table construct with one change: a `|` inside a formula divides no cells and makes no table. */
import { gfmTable } from "micromark-extension-gfm-table";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { type MathSyntax, matchMathSpan } from "./math-spans.js";
import type { SourceText } from "./source-text.js";
import { CODES } from "./token-types.js";

const LETTER: Code = 97;

/** Takes the place of the table construct that remark-gfm registers. */
export function createTableWithMath(syntax: MathSyntax, source: SourceText): Extension {
  const tables = [gfmTable().flow?.null ?? []].flat();
  return {
    flow: { null: tables.map((table) => wrapTable(table, syntax, source)) },
    disable: { null: ["table"] },
  };
}

function wrapTable(table: Construct, syntax: MathSyntax, source: SourceText): Construct {
  return {
    ...table,
    name: "tableWithMath",
    tokenize(effects, ok, nok) {
      return (code) => {
        const bars = findMathBars(source.text, this.now().offset, syntax);
        const start =
          bars.size === 0
            ? table.tokenize.call(this, effects, ok, nok)
            : tokenizeMasked(table, this, effects, ok, nok, bars);
        return start(code);
      };
    },
  };
}

/** The construct sees a letter where a formula has a bar; what is consumed is the bar. */
function tokenizeMasked(
  table: Construct,
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  bars: ReadonlySet<number>,
): State {
  let isDone = false;
  let actual: Code = null;
  const wrap =
    (state: State): State =>
    (code) => {
      actual = code;
      const isMasked = code === CODES.verticalBar && bars.has(context.now().offset);
      const next = state(isMasked ? LETTER : code);
      return next === undefined || isDone ? next : wrap(next);
    };
  const leave =
    (state: State): State =>
    () => {
      isDone = true;
      return state(actual);
    };
  const masked: Effects = { ...effects, consume: () => effects.consume(actual) };
  return wrap(table.tokenize.call(context, masked, leave(ok), leave(nok)));
}

const NO_BARS: ReadonlySet<number> = new Set();

/** The offsets of the bars in formulas on the line from `start` on. A code span keeps its dollars to itself. */
function findMathBars(source: string, start: number, syntax: MathSyntax): ReadonlySet<number> {
  const lineEnd = source.indexOf("\n", start);
  const text = source.slice(start, lineEnd < 0 ? source.length : lineEnd);
  if (!text.includes("|") || !/[$\\]/.test(text)) return NO_BARS;
  const bars = new Set<number>();
  let index = 0;
  while (index < text.length) {
    const codeSpan =
      text[index] === "`" ? /^(`+)(?!`).*?[^`]\1(?!`)/.exec(text.slice(index))?.[0] : undefined;
    const span = codeSpan === undefined ? matchMathSpan(text, index, syntax) : undefined;
    if (codeSpan !== undefined) index += codeSpan.length;
    else if (span !== undefined) {
      for (; index < span.end; index++) if (text[index] === "|") bars.add(start + index);
    } else index += /^(?:\\.|`+|\$+)/.exec(text.slice(index, index + 40))?.[0].length ?? 1;
  }
  return bars;
}
