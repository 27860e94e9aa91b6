/** Lets a construct look at all text that is left in its paragraph, heading or table cell before it decides. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types";
import type { SourceText } from "./source-text.js";
import { CODES } from "./token-types.js";

/** One character for each code of the tokenizer, after what stands before the first: a character, or an indentation. */
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

/**
 * Each run of text is read ahead once for all constructs that share this, whatever number of formulas it holds. `source`
 * must hold the text that is being parsed.
 */
export function createReadAhead(source: SourceText): ReadAhead {
  const aheadOf = new WeakMap<TokenizeContext, TextAhead>();
  return (context, effects, decide) => {
    const known = aheadOf.get(context);
    if (known !== undefined) return decide(known);
    const proceed: State = (code) => {
      const ahead = aheadOf.get(context);
      return ahead === undefined ? undefined : decide(ahead)(code);
    };
    const collect = createCollector(source, (ahead) => aheadOf.set(context, ahead));
    return effects.check(collect, proceed, proceed);
  };
}

/** Characters whose offsets follow one another: where they begin in the document, and in the text. */
interface Run {
  readonly offset: number;
  readonly index: number;
}

/** Reads to the end of the text and hands over what it read. */
function createCollector(source: SourceText, onRead: (ahead: TextAhead) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      const context = this;
      const first = context.now();
      const before = indentationBefore(source.text, first.offset) ?? characterOf(context.previous);
      const runs: Run[] = [{ offset: first.offset, index: before.length }];
      let length = before.length;
      return start;

      function start(code: Code): State | undefined {
        effects.enter("data");
        return next(code);
      }

      function next(code: Code): State | undefined {
        if (code === null) return end(code);
        effects.consume(code);
        length++;
        // Behind line endings are what containers put before a line, behind a tab virtual spaces.
        return code < 0 ? startRun : next;
      }

      function startRun(code: Code): State | undefined {
        runs.push({ offset: context.now().offset, index: length });
        return next(code);
      }

      function end(code: Code): State | undefined {
        effects.exit("data");
        const chunks = context.sliceStream({ start: first, end: context.now() });
        const parts = chunks.map((chunk) => (typeof chunk === "string" ? chunk : characterOf(chunk)));
        onRead({ text: before + parts.join(""), indexAt: (offset) => indexIn(runs, offset, length) });
        return ok(code);
      }
    },
  };
}

/** How far before a line's first character its start is sought. */
const LONGEST_INDENTATION = 8;

/** The line ending and the spaces before an offset, if nothing else is there. */
function indentationBefore(text: string, offset: number): string | undefined {
  return /\n[ \t]+$/.exec(text.slice(Math.max(0, offset - LONGEST_INDENTATION), offset))?.[0];
}

/** A tab is followed by virtual spaces at the same offset; the character behind them is the last to claim it. */
function indexIn(runs: readonly Run[], offset: number, length: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  if (run === undefined) return -1;
  const index = run.index + offset - run.offset;
  return index < (runs[low]?.index ?? length) ? index : -1;
}

function characterOf(code: Code): string {
  if (code === null || markdownLineEnding(code)) return "\n";
  if (code === CODES.tab) return "\t";
  return code < 0 ? " " : String.fromCharCode(code);
}
