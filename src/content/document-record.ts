/** What is kept of a file between builds, so that an unchanged one needs neither be read nor understood again. */
import type { SourceDocument } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { createKnownText } from "../util/known-text.js";
import { survivesJson } from "../util/survives-json.js";
import { createStoredText } from "./create-stored-text.js";
import type { SiteFile } from "./find-files.js";

/** Plain data. `stamp` is `null` when the file's clock was too coarse to trust it. */
export type FileRecord = PlainFileRecord | DocumentRecord;

/** A file without front matter, which is copied or passed over. */
interface PlainFileRecord {
  readonly kind: "file";
  readonly stamp: string | null;
}

export interface DocumentRecord {
  readonly kind: "document";
  readonly stamp: string | null;
  readonly document: Omit<SourceDocument, "body">;
  readonly bodyHash: string;
  /** Where the body starts in the text. */
  readonly bodyOffset: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The document of a record whose file is unchanged; its text is at hand if it was read to find that out. */
export function restoreDocument(
  { document, bodyHash, bodyOffset }: DocumentRecord,
  file: SiteFile,
  text: string | null,
): SourceDocument {
  const body =
    text === null ? createStoredText(file, bodyHash, bodyOffset) : createKnownText(text.slice(bodyOffset));
  return { ...document, body };
}

/** `null` for a document that JSON would not give back as it is, which YAML can write: infinity, a list inside itself. */
export function recordDocument(
  { body, ...document }: SourceDocument,
  file: SiteFile,
  text: string,
  diagnostics: readonly Diagnostic[],
): DocumentRecord | null {
  const bodyText = body.read();
  if (!text.endsWith(bodyText) || !survivesJson(document.frontMatter)) return null;
  return {
    kind: "document",
    stamp: file.isSettled ? file.stamp : null,
    document,
    bodyHash: body.hash,
    bodyOffset: text.length - bodyText.length,
    diagnostics,
  };
}
