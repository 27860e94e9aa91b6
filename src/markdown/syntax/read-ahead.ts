/** Lets a construct look at all text that is left in its paragraph, heading or table cell before it decides. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types";
import { CODES } from "./token-types.js";

/** One character for each code of the tokenizer, after one that stands for the code before the first. */
export interface TextAhead {
  readonly text: string;
  /** The index in `text` of an offset of the document. */
  indexAt(offset: number): number;
}

/** Reads on to the end of the text, goes back, and continues with the state that `decide` chooses. */
export type ReadAhead = (
  context: TokenizeContext,
  effects: Effects,
  decide: (ahead: TextAhead) => State,
) => State;

/** Each run of text is read ahead once, whatever number of formulas it holds. */
export function createReadAhead(): ReadAhead {
  const aheadOf = new WeakMap<TokenizeContext, TextAhead>();
  return (context, effects, decide) => {
    const proceed: State = (code) => {
      const ahead = aheadOf.get(context);
      return ahead === undefined ? undefined : decide(ahead)(code);
    };
    if (aheadOf.has(context)) return proceed;
    const collect = createCollector((ahead) => aheadOf.set(context, ahead));
    return effects.check(collect, proceed, proceed);
  };
}

/** Reads to the end of the text and hands over what it read. */
function createCollector(onRead: (ahead: TextAhead) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      const context = this;
      const indexes = new Map<number, number>();
      let text = characterOf(context.previous);
      return start;

      function start(code: Code): State | undefined {
        effects.enter("data");
        return next(code);
      }

      function next(code: Code): State | undefined {
        if (code === null) {
          effects.exit("data");
          onRead({ text, indexAt: (offset) => indexes.get(offset) ?? -1 });
          return ok(code);
        }
        // A tab is followed by virtual spaces at the same offset; the character behind them is the last to claim it.
        indexes.set(context.now().offset, text.length);
        text += characterOf(code);
        effects.consume(code);
        return next;
      }
    },
  };
}

function characterOf(code: Code): string {
  if (code === null || markdownLineEnding(code)) return "\n";
  if (code === CODES.tab) return "\t";
  return code < 0 ? " " : String.fromCharCode(code);
}
