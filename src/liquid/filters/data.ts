/** Filters that show or default values. */
import { Drop, toValue } from "liquidjs";
import { keysOf, readKey, ScopeObject } from "../scope/scope-object.js";
import { asText, entriesOf, type FilterTable, inspectValue, isHash, isNil } from "./values.js";

export const dataFilters: FilterTable = {
  default: (input, fallback, ...options) => (isEmpty(input, options) ? fallback : input),
  jsonify: (input) => JSON.stringify(toPlain(input, [])),
  json: (input) => JSON.stringify(toPlain(input, [])),
  inspect: (input) => escapeInspected(inspectValue(input)),
};

function isEmpty(input: unknown, options: readonly unknown[]): boolean {
  const allowsFalse = options.some(
    (option) => Array.isArray(option) && option[0] === "allow_false" && option[1] === true,
  );
  if (isNil(input) || input === "") return true;
  if (input === false) return !allowsFalse;
  if (Array.isArray(input)) return input.length === 0;
  if (input instanceof Drop && !(input instanceof ScopeObject)) return asText(input) === "";
  return isHash(input) && entriesOf(input).length === 0;
}

function escapeInspected(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What a document shows of another one that it refers to. */
const SUMMARY_KEYS = ["title", "url", "id", "date", "path"];

/**
 * Values as JSON has them. A document inside a document is cut down to what names it, and an object inside itself is
 * left out, so that neighbours and collections do not lead round in circles.
 */
function toPlain(value: unknown, ancestors: readonly unknown[]): unknown {
  if (isNil(value) || ancestors.includes(value)) return null;
  if (Array.isArray(value)) return value.map((item) => toPlain(item, [...ancestors, value]));
  if (value instanceof ScopeObject) {
    const isNested = ancestors.some((ancestor) => ancestor instanceof ScopeObject);
    const keys = isNested && keysOf(value).includes("url") ? SUMMARY_KEYS : keysOf(value);
    return Object.fromEntries(keys.map((key) => [key, toPlain(readKey(value, key), [...ancestors, value])]));
  }
  if (value instanceof Drop) return toValue(value);
  if (!isHash(value)) return typeof value === "function" ? null : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toPlain(item, [...ancestors, value])]),
  );
}
