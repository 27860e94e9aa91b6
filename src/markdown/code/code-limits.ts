/** How long code may be to be coloured: no block may stall a build. */

/** In characters, so that a build does the same on any machine. What people write by hand is far below. */
export const LONGEST_LINE = 5_000;
export const LONGEST_BLOCK = 100_000;

/** Why code has no colours though its language has a grammar. */
export type TooLong = "line" | "block" | "time";

export function findTooLong(code: string): TooLong | undefined {
  if (code.length > LONGEST_BLOCK) return "block";
  return code.split("\n").some((line) => line.length > LONGEST_LINE) ? "line" : undefined;
}
