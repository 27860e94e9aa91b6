/** The usual edit of an author who watches the page: words of the body, nothing else. */
import { readFileSync } from "node:fs";
import type { SourceDocument } from "../model/content.js";
import { contentHash } from "../util/hash.js";
import { createKnownText } from "../util/known-text.js";
import { findEditedBody } from "./find-edited-body.js";
import { normalizeText } from "./read-text-file.js";

/**
 * The document with the body that its file has now, if the body is all that changed. `null` when anything else did, or
 * when the file is not to be understood: an editor may be about to write the rest of it.
 */
export function rereadBody<Document extends SourceDocument>(
  document: Document,
  absolutePath: string,
): Document | null {
  const text = readText(absolutePath);
  if (text === null || text.includes("\uFFFD")) return null;
  const body = findEditedBody(text, document.headHash);
  if (body === null) return null;
  const textHash = contentHash(text);
  return { ...document, version: textHash, textHash, body: createKnownText(body) };
}

function readText(absolutePath: string): string | null {
  try {
    return normalizeText(readFileSync(absolutePath, "utf8"));
  } catch {
    return null;
  }
}
