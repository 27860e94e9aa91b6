/** The micromark construct for formulas inside a paragraph. Emits the token types that remark-math's tree builder reads. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, Effects, State } from "micromark-util-types";
import { isEscape, type MathSpan, type MathSyntax, matchMathSpan } from "./math-spans.js";
import type { ReadAhead, TextAhead } from "./read-ahead.js";
import { createLookAhead, type SourceText } from "./source-text.js";
import { CODES } from "./token-types.js";

/** What `matchMathSpan` may find something behind. */
const OPENING = /\$|\\{1,2}[([]|\\begin\{|<script/i;

/** `source` must hold the text that is being parsed. */
export function createMathText(syntax: MathSyntax, source: SourceText, readAhead: ReadAhead): Construct {
  const mayBegin = createLookAhead(source, OPENING);
  return {
    name: "mathTextSpan",
    previous(code) {
      const last = this.events.at(-1);
      return code !== CODES.dollar || last?.[1].type === "characterEscape";
    },
    tokenize(effects, ok, nok) {
      if (!mayBegin(this.now().offset)) return nok;
      return readAhead(this, effects, (ahead) => {
        const span = matchMathSpan(ahead.text, ahead.indexAt(this.now().offset), syntax);
        return span === undefined ? nok : consumeSpan(effects, ok, ahead, span);
      });
    },
  };
}

function consumeSpan(effects: Effects, ok: State, { text }: TextAhead, span: MathSpan): State {
  let index = span.start;
  let escaped = -1;
  return open;

  function open(code: Code): State | undefined {
    effects.enter("mathText");
    if (span.texStart === span.start) return tex(code);
    effects.enter("mathTextSequence");
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (index === span.texStart) {
      effects.exit("mathTextSequence");
      return tex(code);
    }
    return step(code, opening);
  }

  function tex(code: Code): State | undefined {
    if (index === span.texEnd) return close(code);
    if (markdownLineEnding(code)) return single(code, "lineEnding");
    if (span.hasEscapes && index !== escaped && isEscape(text, index)) {
      escaped = index + 1;
      return single(code, "mathEscapeMarker");
    }
    effects.enter("mathTextData");
    return data(code, true);
  }

  function data(code: Code, isFirst = false): State | undefined {
    const isEscapeNext = span.hasEscapes && index !== escaped && isEscape(text, index);
    if (index === span.texEnd || markdownLineEnding(code) || (isEscapeNext && !isFirst)) {
      effects.exit("mathTextData");
      return tex(code);
    }
    return step(code, data);
  }

  function close(code: Code): State | undefined {
    if (span.texEnd === span.end) return end(code);
    effects.enter("mathTextSequence");
    return closing(code);
  }

  function closing(code: Code): State | undefined {
    if (index < span.end) return step(code, closing);
    effects.exit("mathTextSequence");
    return end(code);
  }

  function end(code: Code): State | undefined {
    effects.exit("mathText");
    return ok(code);
  }

  function single(code: Code, type: "lineEnding" | "mathEscapeMarker"): State {
    effects.enter(type);
    effects.consume(code);
    effects.exit(type);
    index++;
    return tex;
  }

  function step(code: Code, next: State): State {
    effects.consume(code);
    index++;
    return next;
  }
}
