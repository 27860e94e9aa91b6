/** Formulas that were typeset in another process, as far as they depend on nothing but their TeX and the options. */
import type { MathConfig } from "../../model/config.js";
import { createStoredPieces, type PieceStore, type StoredPieces } from "../piece-store.js";
import type { FormulaFault, TypesetFormula } from "./typeset-types.js";

/** Without numbers, labels and references, a formula is its HTML; what cannot be typeset is its fault. */
export function createStoredFormulas(
  math: MathConfig,
  store: PieceStore | undefined,
): StoredPieces<TypesetFormula> {
  // These two say what is taken for a formula, not what it looks like.
  const { enabled: _, singleBackslash: __, ...options } = math;
  return createStoredPieces(store, {
    name: "formula",
    engine: "mathjax-full",
    options,
    read: readFormula,
    write: ({ html, fault }) => html ?? fault,
    // What stands before the TeX says whether it is displayed.
    nameOf: (source) => source.slice(1),
  });
}

function readFormula(value: unknown): TypesetFormula | undefined {
  if (typeof value === "string") return { html: value, labels: new Map(), references: [], numbers: [] };
  return isFault(value) ? { fault: value } : undefined;
}

function isFault(value: unknown): value is FormulaFault {
  return (
    typeof value === "object" && value !== null && "message" in value && typeof value.message === "string"
  );
}
