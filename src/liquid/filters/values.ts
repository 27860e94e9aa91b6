/** How values of a template are read, printed and compared, as Ruby does it. Used by filters and tags. */
import { type Context, Drop, type FilterImplOptions, type Liquid, toValue } from "liquidjs";
import { keysOf, readKey, ScopeObject } from "../scope/scope-object.js";
import { TimeValue } from "../scope/time-value.js";

export interface FilterCall {
  readonly context: Context;
  readonly liquid: Liquid;
  readonly token: { readonly args: readonly unknown[] };
}
export type Filter = (this: FilterCall, input: unknown, ...args: unknown[]) => unknown;
export type FilterTable = Readonly<Record<string, Filter>>;

/** A named argument, `allow_false: true`, reaches a filter as a pair. */
export function registerFilters(liquid: Liquid, table: FilterTable): void {
  for (const [name, filter] of Object.entries(table)) {
    const call: Filter = function (...values) {
      for (let index = 0; index < values.length; index++) values[index] = withoutNilDrop(values[index]);
      return filter.apply(this, values as Parameters<Filter>);
    };
    liquid.registerFilter(name, call as FilterImplOptions);
  }
}

/** The literal `nil` is an object to LiquidJS. */
function withoutNilDrop(value: unknown): unknown {
  if (!(value instanceof Drop) || value instanceof ScopeObject || value instanceof TimeValue) return value;
  return toValue(value) === null ? null : value;
}

/** What `{{ value }}` prints: arrays joined without a separator, nil as nothing, a hash as Ruby inspects it. */
export function printValue(value: unknown): string {
  if (value === null || value === undefined || value instanceof ScopeObject) return "";
  if (Array.isArray(value)) return value.map(printValue).join("");
  if (value instanceof Drop) return String(toValue(value));
  return typeof value === "object" ? inspectValue(value) : String(value);
}

export const asText = printValue;

/** `nil` is no item, a hash its pairs, everything else but an array is one item. */
export function asArray(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  return value instanceof ScopeObject ? [...value] : [value];
}

export function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** A number, or text that starts like one; anything else is 0. */
export function asNumber(value: unknown): number {
  const plain: unknown = value instanceof Drop ? toValue(value) : value;
  if (typeof plain === "number") return plain;
  return typeof plain === "string" ? Number(/^\s*-?\d+(?:\.\d+)?/.exec(plain)?.[0] ?? 0) : 0;
}

export function isHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Drop);
}

/** One key of a hash, `undefined` when it has none. */
export function readField(item: unknown, key: string): unknown {
  if (item instanceof ScopeObject) return readKey(item, key);
  if (Array.isArray(item))
    return /^-?\d+$/.test(key) ? item.at(Number(key)) : key === "size" ? item.length : undefined;
  if (isHash(item))
    return Object.hasOwn(item, key) ? item[key] : key === "size" ? Object.keys(item).length : undefined;
  return undefined;
}

/** A property by its dotted path: `image.path`. */
export function readPath(item: unknown, path: string): unknown {
  return path.split(".").reduce(readField, item);
}

/** Pairs of a hash in its order. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (value instanceof ScopeObject) return keysOf(value).map((key) => [key, readKey(value, key)]);
  return isHash(value) ? Object.entries(value) : [];
}

/** Ruby's `inspect`: `["a", 1, nil, {"b"=>true}]`. */
export function inspectValue(value: unknown): string {
  if (isNil(value)) return "nil";
  if (typeof value === "string") return JSON.stringify(value).replaceAll("#{", "\\#{");
  if (Array.isArray(value)) return `[${value.map(inspectValue).join(", ")}]`;
  if (value instanceof ScopeObject) return `#<${ScopeObject.shapeOf(value).name}>`;
  if (value instanceof Drop) return String(toValue(value));
  if (!isHash(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${inspectValue(key)}=>${inspectValue(item)}`)
    .join(", ")}}`;
}

export function isTime(value: unknown): value is TimeValue {
  return value instanceof TimeValue;
}
