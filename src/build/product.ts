import type { Diagnostic } from "../model/diagnostic.js";
import type { Reads } from "../model/reads.js";

/** An output that is made from bodies and templates, and is left as it is when nothing that it was made from changed. */
export interface Product {
  /** Below the destination. */
  readonly path: string;
  readonly source: string;
  /** What it is made from beside what it will read of the site; of one kind of product always the same ones, in order. */
  readonly inputs: readonly ProductInput[];
  /** The same result on each call. Needs the renderer. */
  make(): MadeProduct;
}

export interface ProductInput {
  /** For people: `its text`. */
  readonly name: string;
  /** Stands for its content; without spaces. */
  readonly hash: string;
}

export interface MadeProduct {
  readonly text: string;
  readonly reads: Reads;
  readonly diagnostics: readonly Diagnostic[];
}

/** All inputs as one text: the same when all are the same. */
export function writeInput({ inputs }: Product): string {
  return inputs.map(({ hash }) => hash).join(" ");
}
