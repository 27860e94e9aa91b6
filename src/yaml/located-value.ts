/** YAML as plain data in which every value and every key still knows where it stands. */
import type { Place } from "../model/diagnostic.js";

/** A range of code units of the YAML text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LocatedScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1.10` where the value is `1.1`. */
  readonly source: string;
  readonly quoting: "none" | "double" | "other";
  /** The comment on the line of the value, without its `#`. */
  readonly comment: string | null;
  readonly place: Place;
  /** In the YAML text. */
  readonly span: Span;
}

export interface LocatedList {
  readonly kind: "list";
  readonly items: readonly LocatedValue[];
  readonly place: Place;
}

/** A value that is not there at all (`title:`) stands where its key does. */
export interface LocatedEntry {
  readonly keyPlace: Place;
  readonly value: LocatedValue;
}

export interface LocatedMapping {
  readonly kind: "mapping";
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly place: Place;
}

export type LocatedValue = LocatedScalar | LocatedList | LocatedMapping;

/** Whether a value is absent, empty or `null`. */
export function isNothing(value: LocatedValue | undefined): boolean {
  return value === undefined || (value.kind === "scalar" && value.value === null);
}

/** The data without its places. Keys such as `__proto__` become ordinary keys. */
export function toPlain(located: LocatedValue): unknown {
  if (located.kind === "scalar") return located.value;
  if (located.kind === "list") return located.items.map(toPlain);
  return toRecord(located);
}

/** The same of a mapping. */
export function toRecord(mapping: LocatedMapping): Record<string, unknown> {
  return Object.fromEntries([...mapping.entries].map(([key, { value }]) => [key, toPlain(value)]));
}

/**
 * Jekyll's deep merge: mappings are joined key by key, anything else of `over` replaces what `below` has, and a key
 * without a value replaces nothing. Source: `Jekyll::Utils.deep_merge_hashes`.
 */
export function mergeMappings(below: LocatedMapping, over: LocatedMapping): LocatedMapping {
  const entries = new Map(below.entries);
  for (const [key, entry] of over.entries) {
    const old = entries.get(key);
    if (old !== undefined && isNothing(entry.value)) continue;
    const joins = old?.value.kind === "mapping" && entry.value.kind === "mapping";
    entries.set(key, joins ? { ...entry, value: mergeMappings(old.value, entry.value) } : entry);
  }
  return { kind: "mapping", entries, place: over.place };
}

/** The part of a value's own line on which `needle` stands, so that the caret shows it; the whole place if it does not. */
export function placeWithin(place: Place, needle: string): Place {
  const index = place.lineText?.indexOf(needle, (place.column ?? 1) - 1) ?? -1;
  return index < 0 ? place : { ...place, column: index + 1, length: needle.length };
}

/** What stands there, in words for a message: `the text "ten"`, `a list`. */
export function describeValue(located: LocatedValue): string {
  if (located.kind !== "scalar") return located.kind === "list" ? "a list" : "a mapping";
  const { value, source } = located;
  if (value === null) return "nothing";
  if (typeof value === "string") return `the text "${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return typeof value === "number" ? `the number ${source}` : `"${source}"`;
}
