import { hash } from "node:crypto";

/** 128 bits of SHA-256 as 32 hexadecimal digits: enough that two contents never share one. */
export function contentHash(content: string | Uint8Array): string {
  return hash("sha256", content, "hex").slice(0, 32);
}
