/** Why a product is made anew, in words for its author. */
import type { ProductRecord } from "./cache/build-state.js";
import type { Inquiry } from "./cache/ledger.js";
import { type Product, writeInput } from "./product.js";

/** `change` is what would be answered otherwise today; `undefined` when it is not that. */
export function describeChange(
  product: Product,
  known: ProductRecord | undefined,
  change: Inquiry | undefined,
): string {
  if (known === undefined) return "it was not made before";
  if (known.input !== writeInput(product)) return describeInput(product, known.input.split(" "));
  return change === undefined ? "" : `${describeInquiry(change)} changed`;
}

function describeInput({ inputs }: Product, before: readonly string[]): string {
  const changed = inputs.filter(({ hash }, index) => hash !== before[index]).map(({ name }) => name);
  return `${changed.join(" and ")} changed`;
}

/** `the title of _posts/2024-01-01-a.md`, `site.posts`, `the include head.html`. */
export function describeInquiry({ subject, questions }: Inquiry): string {
  const [kind = "", ...rest] = subject.split(" ");
  const name = rest.join(" ");
  const keys = questions.map((question) => (question === "*" ? "its keys" : question.replace(/^\./, "")));
  const listed = keys.length > 5 ? `one of ${keys.length} values` : keys.join(" or ");
  switch (kind) {
    case "document":
      return `${listed} of ${name}`;
    case "site":
    case "config":
      return keys.map((key) => `${kind}.${key}`).join(" or ");
    case "layout":
    case "include":
      return `the ${kind} ${listed}`;
    case "related":
      return "the list of related posts";
    default:
      return `${subject} ${listed}`.trim();
  }
}
