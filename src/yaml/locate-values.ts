/** A parsed YAML document as located values: aliases replaced, `<<` merged, double keys found. */
import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq } from "yaml";
import type { Place } from "../model/diagnostic.js";
import type { LocatedEntry, LocatedScalar, LocatedValue, Span } from "./located-value.js";

/** More values than the aliases of any honest file unfold to; aliases of aliases can write billions in a few lines. */
const MOST_UNFOLDED = 100_000;

/** A key that its mapping has already. */
export interface DuplicateKey {
  readonly key: string;
  readonly place: Place;
  readonly firstPlace: Place;
}

export interface YamlFault {
  /** What is wrong, in plain words; fits after "the YAML cannot be read: ". */
  readonly problem: string;
  /** What to write instead. */
  readonly hint: string;
  readonly place: Place;
}

/** Where the nodes of a document stand in the author's text. */
export interface Locator {
  readonly toOriginal: (offset: number) => number;
  /** The place of a span of the author's text. */
  readonly placeOf: (span: Span) => Place;
}

export interface LocatedDocument {
  readonly root: LocatedValue;
  readonly duplicates: readonly DuplicateKey[];
}

/** The values of a document without faults of syntax, or what is wrong with its aliases. */
export function locateValues(document: Document.Parsed, locator: Locator): LocatedDocument | YamlFault {
  const duplicates: DuplicateKey[] = [];
  const walk: Walk = {
    locator,
    duplicates,
    open: new Set(),
    anchors: new Map(),
    targets: new Map(),
    valuesLeft: MOST_UNFOLDED,
    outerAlias: null,
  };
  try {
    return { root: locate(document.contents, { start: 0, end: 1 }, walk), duplicates };
  } catch (error) {
    if (!(error instanceof AliasFault)) throw error;
    return { problem: error.problem, hint: error.hint, place: locator.placeOf(error.span) };
  }
}

interface Walk {
  readonly locator: Locator;
  readonly duplicates: DuplicateKey[];
  /** Nodes that the walk is inside of, to meet an alias of its own parent. */
  readonly open: Set<unknown>;
  /** The node of each anchor met so far, and of each alias; Ruby, too, takes the last anchor above the alias. */
  readonly anchors: Map<string, unknown>;
  readonly targets: Map<Alias, unknown>;
  /** How many values aliases may still unfold to. */
  valuesLeft: number;
  /** The alias that is being unfolded, the outermost one. */
  outerAlias: Span | null;
}

/** Carries a fault out of the recursion, no further than this file. */
class AliasFault extends Error {
  readonly problem: string;
  readonly hint: string;
  readonly span: Span;
  constructor(problem: string, hint: string, span: Span) {
    super(problem);
    this.problem = problem;
    this.hint = hint;
    this.span = span;
  }
}

/** `emptySpan` is where a value counts as standing when there is none. */
function locate(node: unknown, emptySpan: Span, walk: Walk): LocatedValue {
  const span = spanOf(node, walk.locator) ?? emptySpan;
  if (walk.outerAlias !== null && walk.valuesLeft-- === 0) {
    const problem = "its aliases unfold to too much to keep in memory";
    throw new AliasFault(problem, "Write the values out", walk.outerAlias);
  }
  if (isAlias(node)) return locateAlias(node, span, walk);
  if (isNode(node) && node.anchor !== undefined && walk.outerAlias === null)
    walk.anchors.set(node.anchor, node);
  if (isSeq(node)) {
    return inside(node, walk, () => ({
      kind: "list",
      items: node.items.map((item) => locate(item, span, walk)),
      place: walk.locator.placeOf(span),
    }));
  }
  if (isMap(node)) {
    return inside(node, walk, () => ({
      kind: "mapping",
      entries: locateEntries(node.items, span, walk),
      place: walk.locator.placeOf(span),
    }));
  }
  return locateScalar(node, span, emptySpan, walk);
}

function locateScalar(node: unknown, span: Span, emptySpan: Span, walk: Walk): LocatedScalar {
  const scalar = isScalar(node) ? node : null;
  const { value = null, source = "", type, comment = null } = scalar ?? {};
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  const itsSpan = value === null && source === "" ? emptySpan : span;
  return {
    kind: "scalar",
    value: isPlain ? value : null,
    source,
    quoting: type === "PLAIN" ? "none" : type === "QUOTE_DOUBLE" ? "double" : "other",
    comment: comment ?? null,
    place: walk.locator.placeOf(itsSpan),
    span: itsSpan,
  };
}

function locateAlias(alias: Alias, span: Span, walk: Walk): LocatedValue {
  const name = alias.source;
  const target = walk.targets.get(alias) ?? walk.anchors.get(name);
  walk.targets.set(alias, target);
  if (target === undefined) {
    const problem = `"*${name}" stands for a value that was marked with the anchor "&${name}" further up, and there is none`;
    throw new AliasFault(problem, `If the star is meant as it stands, quote it: "*${name}"`, span);
  }
  if (walk.open.has(target)) {
    throw new AliasFault(
      `"*${name}" stands inside the very value that it repeats`,
      "Write the value out",
      span,
    );
  }
  const outerAlias = walk.outerAlias;
  walk.outerAlias ??= span;
  const value = locate(target, span, walk);
  walk.outerAlias = outerAlias;
  return value;
}

function inside<Result>(node: unknown, walk: Walk, work: () => Result): Result {
  walk.open.add(node);
  const result = work();
  walk.open.delete(node);
  return result;
}

function locateEntries(
  pairs: readonly { key: unknown; value: unknown }[],
  mapSpan: Span,
  walk: Walk,
): ReadonlyMap<string, LocatedEntry> {
  const entries = new Map<string, LocatedEntry>();
  const merged = new Map<string, LocatedEntry>();
  for (const pair of pairs) {
    const keySpan = spanOf(pair.key, walk.locator) ?? mapSpan;
    const value = locate(pair.value, keySpan, walk);
    if (isMergeKey(pair.key)) {
      for (const source of value.kind === "list" ? value.items : [value]) {
        if (source.kind !== "mapping") continue;
        for (const [name, entry] of source.entries) if (!merged.has(name)) merged.set(name, entry);
      }
      continue;
    }
    const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
    const keyPlace = walk.locator.placeOf(keySpan);
    const first = entries.get(key);
    if (first !== undefined) walk.duplicates.push({ key, place: keyPlace, firstPlace: first.keyPlace });
    entries.set(key, { keyPlace, value });
  }
  return new Map([...merged, ...entries]);
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<";
}

function spanOf(node: unknown, { toOriginal }: Locator): Span | null {
  if (!isNode(node) || !node.range) return null;
  const [start, end] = node.range;
  return { start: toOriginal(start), end: toOriginal(end) };
}
