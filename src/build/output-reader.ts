/** Gives the texts of outputs, also of those that are not held: they are made again. */
import type { ReadOutput } from "../model/output.js";
import type { RendererHandle } from "./build-memory.js";
import type { TakeText } from "./make-products.js";
import type { Product } from "./product.js";

export interface OutputReader {
  readonly take: TakeText;
  /** The products of the build, once it has them. */
  setProducts(products: ReadonlyMap<string, Product>): void;
  /** Of what was made in this build. */
  readonly read: ReadOutput;
}

/** In code units: some thousand pages. */
const MOST_KEPT = 64_000_000;

/** Texts go to `pass`, or, without it, are kept as long as there is room. */
export function createOutputReader(
  pass: TakeText | null,
  renderer: Pick<RendererHandle, "load">,
): OutputReader {
  const kept = new Map<string, string>();
  let products: ReadonlyMap<string, Product> = new Map();
  let size = 0;
  const make = async (path: string): Promise<string> => {
    const product = products.get(path);
    if (product === undefined) throw new Error(`Nothing makes the output ${path}.`);
    await renderer.load();
    return product.make().text;
  };
  return {
    take(path, text, hash) {
      if (pass !== null) pass(path, text, hash);
      else if (size + text.length <= MOST_KEPT) {
        size += text.length;
        kept.set(path, text);
      }
    },
    setProducts(given) {
      products = given;
    },
    async read({ path, content }) {
      if (typeof content === "string" || content instanceof Uint8Array || "copyFrom" in content)
        return content;
      return kept.get(path) ?? make(path);
    },
  };
}
