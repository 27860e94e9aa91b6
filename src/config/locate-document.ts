/** A YAML document as located values: aliases replaced, `<<` merged, double keys found. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/diagnostic.js";
import type { LocatedEntry, LocatedMapping, LocatedValue } from "./located-value.js";
import type { Places } from "./places.js";

/** More values than any honest file unfolds to; aliases of aliases can write billions in a few lines. */
const MOST_VALUES = 100_000;

/**
 * The top of the document, which must be a mapping; an empty document is an empty one. `null` with `config-not-mapping` or
 * `config-yaml` otherwise. Adds `config-yaml-duplicate-key`.
 */
export function locateDocument(
  document: Document.Parsed,
  places: Places,
  report: Report,
): LocatedMapping | null {
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { kind: "mapping", entries: new Map(), place: places.at(0, 1) };
  }
  const place = placeOf(root, places);
  if (!isMap(root)) {
    const found = isSeq(root) ? "a list" : "text";
    report.add(createDiagnostic("config-not-mapping", { found }, place));
    return null;
  }
  try {
    const located = locate(root, {
      document,
      places,
      report,
      open: new Set(),
      left: { values: MOST_VALUES },
    });
    return located.kind === "mapping" ? located : null;
  } catch (error) {
    if (!(error instanceof AliasFault)) throw error;
    report.add(createDiagnostic("config-yaml", { problem: error.problem, hint: error.hint }, error.place));
    return null;
  }
}

interface Walk {
  readonly document: Document.Parsed;
  readonly places: Places;
  readonly report: Report;
  /** Nodes that the walk is inside of, to meet an alias of its own parent. */
  readonly open: Set<unknown>;
  readonly left: { values: number };
}

/** Carries a fault out of the recursion, no further than this file. */
class AliasFault extends Error {
  readonly problem: string;
  readonly hint: string;
  readonly place: Place;
  constructor(problem: string, hint: string, place: Place) {
    super(problem);
    this.problem = problem;
    this.hint = hint;
    this.place = place;
  }
}

function locate(node: unknown, walk: Walk): LocatedValue {
  const place = placeOf(node, walk.places);
  walk.left.values -= 1;
  if (walk.left.values < 0)
    throw new AliasFault("its aliases unfold to too much", "Write the values out", place);
  if (isAlias(node)) return locateAlias(node.source, node.resolve(walk.document), place, walk);
  if (isSeq(node)) {
    return inside(node, walk, () => ({
      kind: "list",
      items: node.items.map((item) => locate(item, walk)),
      place,
    }));
  }
  if (isMap(node))
    return inside(node, walk, () => ({ kind: "mapping", entries: locateEntries(node.items, walk), place }));
  if (!isScalar(node)) return { kind: "scalar", value: null, source: "", place };
  const value = node.value;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return { kind: "scalar", value: isPlain ? value : null, source: node.source ?? "", place };
}

function locateAlias(name: string, target: Node | undefined, place: Place, walk: Walk): LocatedValue {
  if (target === undefined) {
    throw new AliasFault(
      `"*${name}" stands for a value that was marked with "&${name}" further up, and there is none`,
      `If the star is meant as it stands, quote it: "*${name}"`,
      place,
    );
  }
  if (walk.open.has(target)) {
    throw new AliasFault(
      `"*${name}" stands inside the very value that it repeats`,
      "Write the value out",
      place,
    );
  }
  return locate(target, walk);
}

function inside<Result>(node: unknown, walk: Walk, work: () => Result): Result {
  walk.open.add(node);
  const result = work();
  walk.open.delete(node);
  return result;
}

function locateEntries(
  pairs: readonly { key: unknown; value: unknown }[],
  walk: Walk,
): Map<string, LocatedEntry> {
  const entries = new Map<string, LocatedEntry>();
  const merged = new Map<string, LocatedEntry>();
  for (const pair of pairs) {
    const value = locate(pair.value, walk);
    const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
    if (key === "<<") {
      for (const source of value.kind === "list" ? value.items : [value]) {
        if (source.kind !== "mapping") continue;
        for (const [name, entry] of source.entries) if (!merged.has(name)) merged.set(name, entry);
      }
      continue;
    }
    const keyPlace = placeOf(pair.key, walk.places);
    const first = entries.get(key);
    if (first !== undefined) {
      const related = [{ message: `"${key}" stood here first`, place: first.keyPlace }];
      walk.report.add(createDiagnostic("config-yaml-duplicate-key", { key }, keyPlace, related));
    }
    entries.set(key, { keyPlace, value });
  }
  return new Map([...merged, ...entries]);
}

function placeOf(node: unknown, places: Places): Place {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return places.at(range?.[0] ?? 0, range?.[1] ?? 0);
}
