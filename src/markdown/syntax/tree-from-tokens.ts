/** Makes nodes of the Markdown tree from the tokens of kramdown's constructs. */
import type { CompileContext, Extension, Handle } from "mdast-util-from-markdown";
import type {} from "../kramdown/kramdown-nodes.js";
import type {} from "./token-types.js";

export function createTreeExtension(): Extension {
  return {
    enter: {
      kramdownBlock: enterMark("kramdownBlock"),
      kramdownSpan: enterMark("kramdownSpan"),
      definitionDescription(token) {
        this.enter({ type: "definitionDescription", children: [] }, token);
      },
    },
    exit: {
      kramdownBlock: exitMark,
      kramdownBlockData: addData,
      kramdownSpan: exitMark,
      kramdownSpanData: addData,
      definitionDescription(token) {
        this.exit(token);
      },
      smartPunctuation: addSmartPunctuation,
    },
  };
}

function enterMark(type: "kramdownBlock" | "kramdownSpan"): Handle {
  return function enter(token) {
    this.enter({ type, value: "" }, token);
    this.buffer();
  };
}

function exitMark(this: CompileContext, token: Parameters<Handle>[0]): void {
  const value = this.resume();
  const node = this.stack.at(-1);
  if (node?.type === "kramdownBlock" || node?.type === "kramdownSpan") node.value = value;
  this.exit(token);
}

function addData(this: CompileContext, token: Parameters<Handle>[0]): void {
  this.config.enter.data?.call(this, token);
  this.config.exit.data?.call(this, token);
}

function addSmartPunctuation(this: CompileContext, token: Parameters<Handle>[0]): void {
  this.config.enter.data?.call(this, token);
  const tail = this.stack.pop();
  if (tail?.type !== "text") return;
  const written = this.sliceSerialize(token);
  // French puts a space inside of its quotation marks, at which no line may break.
  if (written === ">>") tail.value = tail.value.replace(/ $/, "\u00a0");
  tail.value += token.smartReplacement ?? written;
  if (tail.position !== undefined)
    tail.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
}
