/** The kinds of theorem-like blocks, and which of them count together. */

/**
 * What has one counter shares one sequence of numbers; `null` is for what has no number. Theorems and their relatives
 * share theirs, as in most papers, so that a reader finds number 5 behind number 4.
 */
const COUNTERS = {
  theorem: "theorem",
  lemma: "theorem",
  proposition: "theorem",
  corollary: "theorem",
  definition: "definition",
  example: "example",
  remark: "remark",
  proof: null,
} as const;

export type StatementKind = keyof typeof COUNTERS;

export const STATEMENT_KINDS = Object.keys(COUNTERS) as readonly StatementKind[];

/** `theorem` for `Theorem` and `theorem*`; `undefined` for a word that names none. */
export function findStatementKind(word: string): StatementKind | undefined {
  const name = word.toLowerCase().replace(/\*$/, "");
  return STATEMENT_KINDS.find((kind) => kind === name);
}

export function counterOf(kind: StatementKind): string | null {
  return COUNTERS[kind];
}
