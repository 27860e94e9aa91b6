/** Finds what took the `\end` of an environment for its argument. */
import type { FaultSpan } from "./typeset-types.js";

/** The `^`, `_` or command whose argument is missing before `end`, the offset of an `\end`. */
export function locateSwallowedEnd(tex: string, end: number): FaultSpan | undefined {
  let before = tex.slice(0, end).trimEnd();
  if (/(?<!\\)[\^_]$/.test(before)) return { start: before.length - 1, length: 1 };
  for (let group = lastGroup(before); group !== undefined; group = lastGroup(before))
    before = before.slice(0, group).trimEnd();
  const command = /\\[A-Za-z]+$/.exec(before);
  return command === null ? undefined : { start: command.index, length: command[0].length };
}

/** Where the group in braces or brackets opens that ends the text. */
function lastGroup(text: string): number | undefined {
  const close = text.at(-1);
  const open = close === "}" ? "{" : close === "]" ? "[" : undefined;
  if (open === undefined || text.at(-2) === "\\") return undefined;
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    if (text[index - 1] === "\\") continue;
    if (text[index] === close) depth++;
    if (text[index] === open) depth--;
    if (depth === 0) return index;
  }
  return undefined;
}
