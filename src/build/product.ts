import type { Diagnostic } from "../model/diagnostic.js";
import type { Reads } from "../model/reads.js";

/** An output that is made from bodies and templates, and is left as it is when nothing that it was made from changed. */
export interface Product {
  /** Below the destination. */
  readonly path: string;
  readonly source: string;
  /** Stands for all that it is made from beside what it will read of the site. */
  readonly input: string;
  /** The same result on each call. Needs the renderer. */
  make(): MadeProduct;
}

export interface MadeProduct {
  readonly text: string;
  readonly reads: Reads;
  readonly diagnostics: readonly Diagnostic[];
}
