/** The kinds of theorem-like blocks, and which of them count together. */

export interface StatementKind {
  readonly label: string;
  /** What is counted with this counter shares one sequence of numbers; `null` for what has no number. */
  readonly counter: string | null;
}

/** Theorems and their relatives share one sequence, as in most papers, so that a reader finds number 5 after number 4. */
export const STATEMENT_KINDS: Readonly<Record<string, StatementKind>> = {
  theorem: { label: "Theorem", counter: "theorem" },
  lemma: { label: "Lemma", counter: "theorem" },
  proposition: { label: "Proposition", counter: "theorem" },
  corollary: { label: "Corollary", counter: "theorem" },
  definition: { label: "Definition", counter: "definition" },
  example: { label: "Example", counter: "example" },
  remark: { label: "Remark", counter: "remark" },
  proof: { label: "Proof", counter: null },
};

/** `theorem` for `Theorem`; `undefined` for a word that names none. */
export function findStatementKind(word: string): string | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(STATEMENT_KINDS, name) ? name : undefined;
}
