import type { Severity } from "../model/diagnostic.js";

/** One row of the catalogue: how a fault is told. `Facts` is what whoever meets the fault must know about it. */
export interface CatalogueRow<Facts> {
  readonly severity: Severity;
  /** What is wrong and why, quoting the offending value. */
  readonly message: (facts: Facts) => string;
  /** What to do about it. */
  readonly hint: (facts: Facts) => string;
}

/** The hint that offers the nearest known name, or else says the alternative. */
export function suggest(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;
}

/** Writes a row down, inferring the type of its facts from the message. */
export function row<Facts>(
  severity: Severity,
  message: (facts: Facts) => string,
  hint: (facts: Facts) => string,
): CatalogueRow<Facts> {
  return { severity, message, hint };
}
