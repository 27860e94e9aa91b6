import { LiquidError } from "liquidjs";

/** What went wrong in words, without the position that LiquidJS adds to its own messages. */
export function messageOfError(error: unknown): string {
  const original: unknown = LiquidError.is(error) ? (error.originalError ?? error) : error;
  const message = original instanceof Error ? original.message : String(original);
  if (message.startsWith("illegal tag")) return 'a loop is written "for item in items"';
  return message.replace(/(?:, file:\S*)?, line:\d+, col:\d+$/, "");
}
