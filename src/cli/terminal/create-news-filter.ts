import type { ToldOfResult } from "./print-result.js";

/** Of each result, what the one before it did not hold yet: who watches a site has read the rest. */
export function createNewsFilter(): (result: ToldOfResult) => ToldOfResult {
  let known: ReadonlySet<string> = new Set();
  return ({ diagnostics, skipped }) => {
    const before = known;
    const isNew = (fact: unknown): boolean => !before.has(JSON.stringify(fact));
    known = new Set([...diagnostics, ...skipped].map((fact) => JSON.stringify(fact)));
    return { diagnostics: diagnostics.filter(isNew), skipped: skipped.filter(isNew) };
  };
}
