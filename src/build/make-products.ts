/** The lay out step: every product whose inputs changed is made; the others are known to be what they were. */
import { setImmediate } from "node:timers/promises";
import type { MadeText, Output } from "../model/output.js";
import { contentHash } from "../util/hash.js";
import type { ProductRecord } from "./cache/build-state.js";
import type { Inquiry } from "./cache/ledger.js";
import type { BuildContext } from "./create-build-context.js";
import { describeChange } from "./describe-change.js";
import { type Product, writeInput } from "./product.js";

/** Gets each text right after it was made, and may keep or write it: here it is forgotten. */
export type TakeText = (path: string, text: string, hash: string) => void;

export type MadeOutput = Output & { readonly content: MadeText };

/** How many products are made, and looked at, before other work of the process, such as answering a browser, gets a turn. */
const MOST_MADE = 20;
const MOST_LOOKED_AT = 2000;

export interface MakeProductsInput {
  readonly products: readonly Product[];
  /** Those that were made in this build already. */
  readonly early: ReadonlyMap<string, ProductRecord>;
  readonly take: TakeText;
}

/** In the order of the products. */
export async function makeProducts(
  { products, early, take }: MakeProductsInput,
  context: BuildContext,
): Promise<readonly MadeOutput[]> {
  const { before, after, ledger, report, progress, tools } = context;
  const outputs: MadeOutput[] = [];
  progress({ step: "lay out", done: 0, total: products.length, current: "" });
  let made = 0;
  for (const [index, product] of products.entries()) {
    const { path, source } = product;
    if (index % MOST_LOOKED_AT === MOST_LOOKED_AT - 1) await setImmediate();
    const input = writeInput(product);
    const known = before.products.get(path);
    const isSame = known?.input === input;
    const change = isSame ? ledger.findChange(known.inquiries) : undefined;
    let record = isSame && change === undefined ? known : early.get(path);
    if (record?.input !== input) {
      if (made++ % MOST_MADE === 0) await setImmediate();
      progress({ step: "lay out", done: outputs.length, total: products.length, current: source });
      await tools.renderer.load();
      record = makeProduct({ product, known, change }, context, take);
    }
    after.products.set(path, record);
    report.add(...record.diagnostics);
    outputs.push({ path, source, content: { madeHash: record.hash } });
  }
  return outputs;
}

export interface ChangedProduct {
  readonly product: Product;
  /** How the last build made it. */
  readonly known: ProductRecord | undefined;
  /** What would be answered otherwise today, where it is that. */
  readonly change: Inquiry | undefined;
}

/** Needs the renderer. */
export function makeProduct(
  { product, known, change }: ChangedProduct,
  { ledger, profiler }: BuildContext,
  take: TakeText,
): ProductRecord {
  const { path } = product;
  const { text, reads, diagnostics } = product.make();
  const inquiries = ledger.record("layouts", reads, known?.inquiries);
  const hash = contentHash(text);
  take(path, text, hash);
  profiler.explain(path, describeChange(product, known, change));
  return { input: writeInput(product), inquiries, diagnostics, hash };
}
