/** The micromark construct for kramdown's `: description`, a container with lines that are indented like an item's. */
import { markdownLineEnding, markdownSpace } from "micromark-util-character";
import type { Code, Construct, Effects, State } from "micromark-util-types";
import type { SourceText } from "./source-text.js";

/** Further spaces than these are indented code inside. */
const MOST_SPACES = 4;

/** `source` must hold the text that is being parsed: a description needs text before it. */
export function createDescription(source: SourceText): Construct {
  return {
    name: "definitionDescription",
    tokenize(effects, ok, nok) {
      return (code) => {
        const width = prefixWidth(source.text, this.now().offset);
        if (width === 0 || this.containerState === undefined) return nok(code);
        this.containerState.size = width;
        effects.enter("definitionDescription", { _container: true });
        return consumeAll(effects, "definitionDescriptionPrefix", width, ok)(code);
      };
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const size = Number(this.containerState?.size ?? 0);
        return effects.check(BLANK_LINE, indent(effects, size, ok, ok), indent(effects, size, ok, nok));
      },
    },
    exit(effects) {
      effects.exit("definitionDescription");
    },
  };
}

/** How wide `:   ` is; 0 when no text follows, or none stands before. */
function prefixWidth(source: string, start: number): number {
  const spaces = /^:([ \t]+)\S/.exec(source.slice(start, start + 20))?.[1]?.length ?? 0;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const hasTextBefore = /\S[^\n]*\n(?:[> \t]*\n)?$/.test(
    source.slice(Math.max(0, lineStart - 500), lineStart),
  );
  return spaces === 0 || !hasTextBefore ? 0 : 1 + (spaces > MOST_SPACES ? 1 : spaces);
}

const BLANK_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return start;

    function start(code: Code): State | undefined {
      if (!markdownSpace(code)) return end(code);
      effects.enter("whitespace");
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (markdownSpace(code)) {
        effects.consume(code);
        return inside;
      }
      effects.exit("whitespace");
      return end(code);
    }

    function end(code: Code): State | undefined {
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
    }
  },
};

/** Consumes up to `size` spaces; `less` follows when there are fewer. */
function indent(effects: Effects, size: number, ok: State, less: State): State {
  let consumed = 0;
  return start;

  function start(code: Code): State | undefined {
    if (!markdownSpace(code) || size === 0) return finish(code);
    effects.enter("definitionDescriptionIndent");
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (consumed < size && markdownSpace(code)) {
      consumed++;
      effects.consume(code);
      return inside;
    }
    effects.exit("definitionDescriptionIndent");
    return finish(code);
  }

  function finish(code: Code): State | undefined {
    return consumed < size ? less(code) : ok(code);
  }
}

function consumeAll(effects: Effects, type: "definitionDescriptionPrefix", width: number, ok: State): State {
  let consumed = 0;
  return (code) => {
    effects.enter(type);
    return next(code);
  };

  function next(code: Code): State | undefined {
    if (consumed === width) {
      effects.exit(type);
      return ok(code);
    }
    consumed++;
    effects.consume(code);
    return next;
  }
}
