import { contentHash } from "../util/hash.js";
import { headOf } from "./head-of.js";
import { isWholePage } from "./is-whole-page.js";

/**
 * The body of a text, when all before it has this hash, so that front matter need not be read to understand it. `null` when
 * more was edited, or the body became a whole page, which decides about layouts.
 */
export function findEditedBody(text: string, headHash: string): string | null {
  const head = headOf(text);
  const body = text.slice(head.length);
  return contentHash(head) === headHash && !isWholePage(body) ? body : null;
}
