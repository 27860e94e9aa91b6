/** A change shown as code of its own language: `+` and `-` in the first column become marks. */
import type { LineMarks } from "./marked-code.js";

/**
 * The sign goes from each line that has one. The other lines of a change start with a space, which goes too if all of
 * them have it; otherwise they were written without that column, and stay.
 */
export function takeDiffSigns(code: string): { readonly code: string; readonly marks: LineMarks } {
  const lines = code.split("\n");
  const isSigned = (line: string): boolean => line.startsWith("+") || line.startsWith("-");
  const hasColumn = lines.every((line) => line === "" || line.startsWith(" ") || isSigned(line));
  const numbersOf = (sign: string): readonly number[] =>
    lines.flatMap((line, index) => (line.startsWith(sign) ? [index + 1] : []));
  return {
    code: lines.map((line) => (isSigned(line) || hasColumn ? line.slice(1) : line)).join("\n"),
    marks: { ins: numbersOf("+"), del: numbersOf("-") },
  };
}
