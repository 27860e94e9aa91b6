/** The lay out step: every product whose inputs changed is made; the others are known to be what they were. */
import { setImmediate } from "node:timers/promises";
import type { MadeText, Output } from "../model/output.js";
import { contentHash } from "../util/hash.js";
import type { ProductRecord } from "./cache/build-state.js";
import type { BuildContext } from "./create-build-context.js";
import { describeChange } from "./describe-change.js";
import { type Product, writeInput } from "./product.js";

/** Gets each text right after it was made, and may keep or write it: here it is forgotten. */
export type TakeText = (path: string, text: string, hash: string) => void;

export type MadeOutput = Output & { readonly content: MadeText };

/** How many products are made, and looked at, before other work of the process, such as answering a browser, gets a turn. */
const MOST_MADE = 20;
const MOST_LOOKED_AT = 2000;

/** In the order of the products. */
export async function makeProducts(
  products: readonly Product[],
  context: BuildContext,
  take: TakeText,
): Promise<readonly MadeOutput[]> {
  const { before, after, ledger, report, progress, profiler } = context;
  const outputs: MadeOutput[] = [];
  progress({ step: "lay out", done: 0, total: products.length, current: "" });
  let made = 0;
  for (const [index, product] of products.entries()) {
    const { path, source } = product;
    if (index % MOST_LOOKED_AT === MOST_LOOKED_AT - 1) await setImmediate();
    const known = before.products.get(path);
    const isSame = known?.input === writeInput(product);
    const change = isSame ? ledger.findChange(known.inquiries) : undefined;
    let record = isSame && change === undefined ? known : null;
    if (record === null) {
      if (made++ % MOST_MADE === 0) await setImmediate();
      progress({ step: "lay out", done: outputs.length, total: products.length, current: source });
      profiler.explain(path, describeChange(product, known, change));
      record = await makeProduct(product, context, take);
    }
    after.products.set(path, record);
    report.add(...record.diagnostics);
    outputs.push({ path, source, content: { madeHash: record.hash } });
  }
  return outputs;
}

async function makeProduct(
  product: Product,
  { tools, ledger }: BuildContext,
  take: TakeText,
): Promise<ProductRecord> {
  await tools.renderer.load();
  const { text, reads, diagnostics } = product.make();
  const hash = contentHash(text);
  take(product.path, text, hash);
  return { input: writeInput(product), inquiries: ledger.record("layouts", reads), diagnostics, hash };
}
