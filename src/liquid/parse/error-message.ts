import { LiquidError } from "liquidjs";

/** What went wrong in words, without the position that LiquidJS adds to its own messages. */
export function messageOfError(error: unknown): string {
  const original = originalOf(error);
  const message = original instanceof Error ? original.message : String(original);
  if (message.startsWith("illegal tag")) return 'a loop is written "for item in items"';
  return message.replace(/(?:, file:\S*)?, line:\d+, col:\d+$/, "");
}

/** What was thrown before LiquidJS put words of its own around it. */
export function originalOf(error: unknown): unknown {
  return LiquidError.is(error) ? (error.originalError ?? error) : error;
}
