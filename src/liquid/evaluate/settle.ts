import { toValueSync } from "liquidjs";

/** What a value comes to when it is a generator of LiquidJS: some of its filters, operators and tags are. */
export function settle(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return typeof (value as Partial<Generator>).next === "function" ? toValueSync(value) : value;
}
