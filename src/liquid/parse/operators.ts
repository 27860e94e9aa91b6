/** The operators of conditions with Ruby's meaning: comparing what cannot be compared is false, dates are comparable. */
import { Drop, defaultOperators, toValue, toValueSync } from "liquidjs";
import { keysOf, ScopeObject } from "../scope/scope-object.js";
import { TimeValue } from "../scope/time-value.js";

type Operators = typeof defaultOperators;

const defaultEquals = defaultOperators["=="] as (left: unknown, right: unknown) => unknown;

/** None of them is a generator, as most of LiquidJS are: whoever compiled an expression calls them as they are. */
export const operators: Operators = {
  ...defaultOperators,
  "==": equals,
  "!=": (left: unknown, right: unknown) => !equals(left, right),
  "<>": (left: unknown, right: unknown) => !equals(left, right),
  "<": (left: unknown, right: unknown) => compare(left, right, (order) => order < 0),
  ">": (left: unknown, right: unknown) => compare(left, right, (order) => order > 0),
  "<=": (left: unknown, right: unknown) => compare(left, right, (order) => order <= 0),
  ">=": (left: unknown, right: unknown) => compare(left, right, (order) => order >= 0),
  contains,
  not: (value: unknown) => !isTrue(value),
  and: (left: unknown, right: unknown) => isTrue(left) && isTrue(right),
  or: (left: unknown, right: unknown) => isTrue(left) || isTrue(right),
};

/** Everything is true but `false` and nil. */
export function isTrue(value: unknown): boolean {
  // The most frequent drops, of which a moment would be formatted to find out that it is a text.
  if (value instanceof ScopeObject || value instanceof TimeValue) return true;
  const plain: unknown = toValue(value);
  return plain !== false && plain !== undefined && plain !== null;
}

/** LiquidJS's own equality, in which `when` compares. */
export function isSame(left: unknown, right: unknown): boolean {
  if (isPlain(left) && isPlain(right)) return left === right;
  if (isPlain(left) && right instanceof Drop && toValue(right) === null)
    return left === undefined || left === null;
  return toValueSync(defaultEquals(left, right)) === true;
}

function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

function equals(left: unknown, right: unknown): boolean {
  if (left instanceof TimeValue && right instanceof TimeValue)
    return compare(left, right, (order) => order === 0);
  if (left instanceof ScopeObject && right instanceof ScopeObject) {
    return left === right || ScopeObject.shapeOf(left).name === ScopeObject.shapeOf(right).name;
  }
  if (left instanceof ScopeObject && isEmptyLiteral(right)) return keysOf(left).length === 0;
  if (right instanceof ScopeObject && isEmptyLiteral(left)) return keysOf(right).length === 0;
  return isSame(left, right);
}

/** `empty` or `blank`. */
function isEmptyLiteral(value: unknown): boolean {
  return typeof value === "object" && toValue(value) === "";
}

function compare(left: unknown, right: unknown, holds: (order: number) => boolean): boolean {
  if (left instanceof TimeValue && right instanceof TimeValue) {
    return holds(TimeValue.timeOf(left).epochMs - TimeValue.timeOf(right).epochMs);
  }
  const [first, second] = [toValue(left), toValue(right)] as unknown[];
  if (typeof first === "number" && typeof second === "number") return holds(first - second);
  if (typeof first !== "string" || typeof second !== "string") return false;
  return holds(first < second ? -1 : first > second ? 1 : 0);
}

function contains(left: unknown, right: unknown): boolean {
  const [whole, part] = [toValue(left), toValue(right)] as unknown[];
  if (whole === undefined || whole === null || part === undefined || part === null) return false;
  if (typeof whole === "string") return whole.includes(String(part));
  if (Array.isArray(whole)) return whole.some((item) => item === right || toValue(item) === part);
  if (whole instanceof ScopeObject) return keysOf(whole).includes(String(part));
  return typeof whole === "object" && Object.hasOwn(whole, String(part));
}
