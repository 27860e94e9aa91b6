import { contentHash } from "../util/hash.js";

/** Of what stands before the body at the end of a text. */
export function hashOfHead(text: string, body: string): string {
  return contentHash(text.slice(0, text.length - body.length));
}
