/** Consumes whole lines of a container up to an offset, as one token with a data token for each line. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Effects, State, TokenizeContext, TokenTypeMap } from "micromark-util-types";

type TokenName = keyof TokenTypeMap;

/** What tells the lines apart from other lines, and where they end in the source. */
export interface LinesToken {
  readonly type: TokenName;
  readonly dataType: TokenName;
  readonly end: number;
}

export function consumeLines(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  { type, dataType, end }: LinesToken,
): State {
  return (code) => {
    effects.enter(type);
    return lineStart(code);
  };

  function lineStart(code: Code): State | undefined {
    if (code === null || context.now().offset >= end) {
      effects.exit(type);
      return ok(code);
    }
    if (markdownLineEnding(code)) {
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return (next) => (context.parser.lazy[context.now().line] ? nok(next) : lineStart(next));
    }
    effects.enter(dataType);
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code);
      return data;
    }
    effects.exit(dataType);
    return lineStart(code);
  }
}
