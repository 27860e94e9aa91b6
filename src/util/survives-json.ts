/**
 * Whether a plain value comes back from JSON as it was: YAML can write infinity, no number, negative zero, and a list that
 * holds itself.
 */
export function survivesJson(value: unknown, ancestors: readonly unknown[] = []): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null)
    return ["string", "boolean", "object"].includes(typeof value);
  if (ancestors.includes(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((inner) => survivesJson(inner, [...ancestors, value]));
}
