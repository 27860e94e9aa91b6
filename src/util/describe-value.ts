/** A plain value as text: equal values give equal texts, and other values other ones, where JSON is not that exact. */
export function describeValue(value: unknown): string {
  try {
    return JSON.stringify(value, keepNumber) ?? "undefined";
  } catch {
    // YAML can write a list that holds itself.
    return JSON.stringify(withoutCycles(value, []), keepNumber);
  }
}

/** JSON makes `null` of infinity and of what is no number, and loses the sign of zero. */
function keepNumber(_key: string, value: unknown): unknown {
  if (typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return { number: Object.is(value, -0) ? "-0" : String(value) };
}

function withoutCycles(value: unknown, ancestors: readonly unknown[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const depth = ancestors.indexOf(value);
  if (depth >= 0) return { itself: depth };
  const inner = [...ancestors, value];
  if (Array.isArray(value)) return value.map((item) => withoutCycles(item, inner));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutCycles(item, inner)]));
}
