import type { SourceDocument } from "../model/content.js";
import { describeValue } from "../util/describe-value.js";
import { contentHash } from "../util/hash.js";

/** What stands for all of a document: the same for the same content. */
export function describeVersion(document: Omit<SourceDocument, "version">): string {
  return contentHash(describeValue({ ...document, version: undefined, body: document.body.hash }));
}
