/** Filters on arrays. None of them changes its input. */
import { contentHash } from "../../util/hash.js";
import { compareText } from "../../util/text.js";
import { stateOf } from "../render-state.js";
import { ScopeObject } from "../scope/scope-object.js";
import { TimeValue } from "../scope/time-value.js";
import {
  asArray,
  asNumber,
  asText,
  entriesOf,
  type FilterTable,
  isHash,
  isNil,
  isTime,
  readPath,
} from "./values.js";

export const arrayFilters: FilterTable = {
  first: (input) => asSequence(input)?.[0] ?? null,
  last: (input) => asSequence(input)?.at(-1) ?? null,
  size: (input) => sizeOf(input),
  join: (input, separator) =>
    asArray(input)
      .flat(Number.POSITIVE_INFINITY)
      .map(asText)
      .join(isNil(separator) ? " " : asText(separator)),
  reverse: (input) => asArray(input).toReversed(),
  compact: (input, property) =>
    asArray(input).filter((item) => !isNil(isNil(property) ? item : readPath(item, asText(property)))),
  concat: (input, other) => [...asArray(input), ...asArray(other)],
  uniq: (input, property) => uniqueBy(asArray(input), property),
  map: (input, property) => asItems(input).map((item) => readPath(item, asText(property)) ?? null),
  sum: (input, property) =>
    asArray(input).reduce(
      (sum: number, item) => sum + asNumber(isNil(property) ? item : readPath(item, asText(property))),
      0,
    ),
  slice: (input, start, length) => slice(input, asNumber(start), isNil(length) ? 1 : asNumber(length)),
  push: (input, item) => [...asArray(input), item],
  pop: (input, count) => asArray(input).slice(0, Math.max(0, asArray(input).length - countOf(count))),
  shift: (input, count) => asArray(input).slice(countOf(count)),
  unshift: (input, item) => [item, ...asArray(input)],
  sort: (input, property, nils) => sortItems(asItems(input), property, nils),
  sort_natural: (input, property) => sortNaturally(asItems(input), property),
  /** Jekyll draws by lot; here one page always draws the same, so that a build can be repeated. */
  sample(input, count) {
    const { page } = stateOf(this.context);
    const drawn = asArray(input)
      .map((item, index) => ({ item, lot: contentHash(`${page}\n${index}`) }))
      .sort((left, right) => compareText(left.lot, right.lot))
      .map(({ item }) => item);
    return isNil(count) || asNumber(count) === 1 ? (drawn[0] ?? null) : drawn.slice(0, asNumber(count));
  },
};

/** A hash is given as its values to filters that look at items. */
export function asItems(input: unknown): readonly unknown[] {
  if (isHash(input)) return Object.values(input);
  if (input instanceof ScopeObject) return [input];
  return asArray(input).flat(1);
}

function asSequence(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input;
  return isHash(input) || input instanceof ScopeObject ? [...entriesOf(input)] : undefined;
}

function sizeOf(input: unknown): number {
  if (typeof input === "string") return [...input].length;
  if (Array.isArray(input)) return input.length;
  return isHash(input) || input instanceof ScopeObject ? entriesOf(input).length : 0;
}

function countOf(count: unknown): number {
  return isNil(count) ? 1 : asNumber(count);
}

function uniqueBy(items: readonly unknown[], property: unknown): unknown[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const value = isNil(property) ? item : readPath(item, asText(property));
    const key = isTime(value) || isHash(value) || Array.isArray(value) ? JSON.stringify(value) : value;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Of text, whole characters. */
function slice(input: unknown, start: number, length: number): unknown {
  const all: readonly unknown[] = Array.isArray(input) ? input : [...asText(input)];
  const from = start < 0 ? all.length + start : start;
  const part = from < 0 || length < 0 ? [] : all.slice(from, from + length);
  return Array.isArray(input) ? part : part.join("");
}

/** Jekyll's `sort`: nil comes first unless `nils` is `last`; text that looks like a number is one. */
function sortItems(items: readonly unknown[], property: unknown, nils: unknown): unknown[] {
  const nilOrder = asText(nils) === "last" ? 1 : -1;
  return items
    .map((item) => ({ item, key: sortKey(isNil(property) ? item : readPath(item, asText(property))) }))
    .sort((left, right) => compareKeys(left.key, right.key, nilOrder))
    .map(({ item }) => item);
}

type SortKey = number | string | null;

/** Numbers and dates as numbers. */
function sortKey(value: unknown): SortKey {
  if (isNil(value)) return null;
  if (isTime(value)) return TimeValue.timeOf(value).epochMs;
  const text = asText(value);
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : text;
}

function compareKeys(left: SortKey, right: SortKey, nilOrder: number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? nilOrder : -nilOrder;
  if (typeof left === "number" && typeof right === "number") return left - right;
  return compareText(String(left), String(right));
}

/** Without regard to case, nil last. */
function sortNaturally(items: readonly unknown[], property: unknown): unknown[] {
  return items
    .map((item) => {
      const value = isNil(property) ? item : readPath(item, asText(property));
      return { item, key: isNil(value) ? null : asText(value).toLowerCase() };
    })
    .sort((left, right) => compareKeys(left.key, right.key, 1))
    .map(({ item }) => item);
}
