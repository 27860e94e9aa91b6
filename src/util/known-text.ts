import type { LazyText } from "../model/lazy-text.js";
import { contentHash } from "./hash.js";

/** A text that is at hand already. */
export function createKnownText(text: string): LazyText {
  return { hash: contentHash(text), read: () => text };
}
