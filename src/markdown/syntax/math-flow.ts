/** The micromark construct for formulas on lines of their own. Emits the token types that remark-math's tree builder reads. */
import { markdownLineEnding, markdownSpace } from "micromark-util-character";
import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types";
import { findMathBlock } from "./math-blocks.js";
import { isEscape, type MathSpan, type MathSyntax } from "./math-spans.js";
import type { SourceText } from "./source-text.js";

/** `source` must hold the text that is being parsed: a construct sees its lines one by one, the closing one too late. */
export function createMathFlow(syntax: MathSyntax, source: SourceText): Construct {
  return {
    name: "mathFlowBlock",
    concrete: true,
    tokenize(effects, ok, nok) {
      return (code) => {
        const block = findMathBlock(source.text, this.now().offset, syntax);
        if (block === undefined) return nok(code);
        return this.interrupt ? ok(code) : consumeBlock(this, effects, ok, nok, source.text, block)(code);
      };
    },
  };
}

function consumeBlock(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  text: string,
  block: MathSpan,
): State {
  let escaped = -1;
  return open;

  function open(code: Code): State | undefined {
    effects.enter("mathFlow");
    return delimiter(code, block.texStart, tex);
  }

  function tex(code: Code): State | undefined {
    const offset = context.now().offset;
    if (offset >= block.texEnd) return delimiter(code, block.end, after);
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) return lineEnding(code);
    if (isEscapeAt(offset)) {
      escaped = offset + 1;
      effects.enter("mathEscapeMarker");
      effects.consume(code);
      effects.exit("mathEscapeMarker");
      return tex;
    }
    effects.enter("mathFlowValue");
    effects.consume(code);
    return value;
  }

  function value(code: Code): State | undefined {
    const offset = context.now().offset;
    if (code === null || markdownLineEnding(code) || offset >= block.texEnd || isEscapeAt(offset)) {
      effects.exit("mathFlowValue");
      return tex(code);
    }
    effects.consume(code);
    return value;
  }

  function lineEnding(code: Code): State {
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    return (next) => (context.parser.lazy[context.now().line] ? nok(next) : tex(next));
  }

  function after(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.enter("whitespace");
      effects.consume(code);
      effects.exit("whitespace");
      return after;
    }
    effects.exit("mathFlow");
    return ok(code);
  }

  /** The fence up to an offset; an environment has none, but the tree builder needs the event. */
  function delimiter(code: Code, end: number, next: State): State | undefined {
    effects.enter("mathFlowFence");
    const inside: State = (current) => {
      if (current !== null && context.now().offset < end) {
        effects.consume(current);
        return inside;
      }
      effects.exit("mathFlowFence");
      return next(current);
    };
    return inside(code);
  }

  function isEscapeAt(offset: number): boolean {
    return block.hasEscapes && offset !== escaped && isEscape(text, offset);
  }
}
