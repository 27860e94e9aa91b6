/** The micromark construct for theorem-like blocks between fences of colons, and what makes nodes of its tokens. */
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Construct, State, Token } from "micromark-util-types";
import type { Data } from "unified";
import type { SourceText } from "../syntax/source-text.js";
import {
  type ContainerOpening,
  type ContainerRange,
  endOfLine,
  findContainer,
  readContainerOpening,
} from "./container-range.js";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    container: "container";
    containerFence: "containerFence";
    containerName: "containerName";
  }
}

declare module "mdast" {
  interface BlockquoteData {
    /** The opening fence of what was written between colons. */
    container?: ContainerOpening;
  }
  interface ParagraphData {
    /** Whether it is the name on the opening fence of the block that it stands in. */
    isName?: boolean;
  }
}

/** `source` must hold the text that is being parsed: whether a block is ever closed is asked before it is opened. */
export function createContainerFlow(source: SourceText): Construct {
  return {
    name: "container",
    concrete: true,
    tokenize(effects, ok, nok) {
      const context = this;
      let range: ContainerRange = { nameStart: -1, nameEnd: -1, end: -1 };
      let previous: Token | undefined;
      return start;

      function start(code: Code): State | undefined {
        const found = findContainer(source.text, context.now().offset);
        if (found === undefined) return nok(code);
        if (context.interrupt) return ok(code);
        range = found;
        effects.enter("container");
        effects.enter("containerFence");
        return opening(code);
      }

      function opening(code: Code): State | undefined {
        if (code === null) return nok(code);
        if (range.nameStart < range.nameEnd && context.now().offset === range.nameStart) {
          effects.exit("containerFence");
          effects.enter("containerName");
          effects.enter("chunkText", { contentType: "text" });
          return name(code);
        }
        if (!markdownLineEnding(code)) {
          effects.consume(code);
          return opening;
        }
        effects.exit("containerFence");
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        return lineStart;
      }

      function name(code: Code): State | undefined {
        if (code !== null && context.now().offset < range.nameEnd) {
          effects.consume(code);
          return name;
        }
        effects.exit("chunkText");
        effects.exit("containerName");
        effects.enter("containerFence");
        return opening(code);
      }

      function lineStart(code: Code): State | undefined {
        if (code === null || context.parser.lazy[context.now().line]) return nok(code);
        if (endOfLine(source.text, context.now().offset) === range.end) {
          effects.enter("containerFence");
          return closing(code);
        }
        const token: Token = effects.enter("chunkDocument", {
          contentType: "document",
          ...(previous === undefined ? {} : { previous }),
        });
        if (previous !== undefined) previous.next = token;
        previous = token;
        return content(code);
      }

      function content(code: Code): State | undefined {
        if (code === null) return nok(code);
        effects.consume(code);
        if (!markdownLineEnding(code)) return content;
        const token = effects.exit("chunkDocument");
        context.parser.lazy[token.start.line] = false;
        return lineStart;
      }

      function closing(code: Code): State | undefined {
        if (code !== null && !markdownLineEnding(code)) {
          effects.consume(code);
          return closing;
        }
        effects.exit("containerFence");
        effects.exit("container");
        return ok(code);
      }
    },
  };
}

type TreeExtension = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

/** A block between colons is a quote with attributes: what kramdown's authors write with a quote and `{: .theorem}`. */
export const CONTAINER_FROM_MARKDOWN: TreeExtension = {
  enter: {
    container(token) {
      this.enter({ type: "blockquote", children: [] }, token);
    },
    containerName(token) {
      this.enter({ type: "paragraph", children: [], data: { isName: true } }, token);
    },
  },
  exit: {
    containerName(token) {
      this.exit(token);
    },
    container(token) {
      const node = this.stack.at(-1);
      const written = this.sliceSerialize(token).split("\n", 1)[0] ?? "";
      const container = readContainerOpening(written.trimStart());
      if (node?.type === "blockquote" && container !== undefined) node.data = { ...node.data, container };
      this.exit(token);
    },
  },
};
