/** What is kept of a file between builds, so that an unchanged one needs neither be read nor understood again. */
import type { SourceDocument } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { createKnownText } from "../util/known-text.js";
import { survivesJson } from "../util/survives-json.js";
import { createStoredText } from "./create-stored-text.js";
import { describeVersion } from "./describe-version.js";
import { findEditedBody } from "./find-edited-body.js";
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
  /** What is neither as in `USUAL` nor as its front matter says. */
  readonly document: Omit<SourceDocument, "body" | keyof typeof USUAL | AsWritten> & Partial<SourceDocument>;
  readonly bodyHash: string;
  /** Where the body starts in the text. */
  readonly bodyOffset: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What most documents have, and need not be kept ten thousand times. */
const USUAL = {
  kind: "post",
  collection: "posts",
  extension: ".md",
  isMarkdown: true,
  dateSource: "file-name",
  lastModified: null,
  permalink: null,
  description: "",
  excerpt: null,
  excerptSeparator: "\n\n",
  image: "",
  isDraft: false,
  isPublished: true,
  redirectFrom: [],
  redirectTo: null,
  rendersLiquid: true,
} as const satisfies Partial<SourceDocument>;

/** What is nearly always the value of the front matter's key of that name. */
const AS_WRITTEN = ["title", "layout", "categories", "tags"] as const;

type AsWritten = (typeof AS_WRITTEN)[number];

/** Whether `complete` puts it back. */
function isImplied(key: string, value: unknown, frontMatter: SourceDocument["frontMatter"]): boolean {
  if (Object.hasOwn(USUAL, key)) return isSame(value, USUAL[key as keyof typeof USUAL]);
  return AS_WRITTEN.some((name) => name === key) && isSame(value, frontMatter[key]);
}

function isSame(value: unknown, other: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(other)) return value === other;
  return value.length === other.length && value.every((item, index) => item === other[index]);
}

/** The document of a record whose file is unchanged; its text is at hand if it was read to find that out. */
export function restoreDocument(
  { document, bodyHash, bodyOffset }: DocumentRecord,
  file: SiteFile,
  text: string | null,
): SourceDocument {
  const body =
    text === null ? createStoredText(file, bodyHash, bodyOffset) : createKnownText(text.slice(bodyOffset));
  return complete(document, body);
}

/**
 * The document of a file in which nothing but the body was edited, as reading it anew would give it; `null` when more was,
 * or might have been. What reads front matter takes a while to load.
 */
export function restoreEdited(
  { document }: DocumentRecord,
  text: string,
  textHash: string,
): SourceDocument | null {
  const body = findEditedBody(text, document.headHash);
  if (body === null) return null;
  const edited = { ...complete(document, createKnownText(body)), textHash };
  // Without a layout it may have been a whole page before.
  if (edited.layout === null) return null;
  return { ...edited, version: describeVersion(edited) };
}

/**
 * Each property is named, since V8 gives an object that is spread from two others the form of a table, which takes many
 * times the room and the time.
 */
function complete(document: DocumentRecord["document"], body: SourceDocument["body"]): SourceDocument {
  const usual = <Key extends keyof typeof USUAL>(key: Key): SourceDocument[Key] =>
    (document[key] === undefined ? USUAL[key] : document[key]) as SourceDocument[Key];
  const written = <Key extends AsWritten>(key: Key): SourceDocument[Key] =>
    (document[key] === undefined ? document.frontMatter[key] : document[key]) as SourceDocument[Key];
  return {
    kind: usual("kind"),
    collection: usual("collection"),
    path: document.path,
    frontMatter: document.frontMatter,
    keyPositions: document.keyPositions,
    version: document.version,
    textHash: document.textHash,
    headHash: document.headHash,
    body,
    bodyLine: document.bodyLine,
    extension: usual("extension"),
    isMarkdown: usual("isMarkdown"),
    title: written("title"),
    slug: document.slug,
    date: document.date,
    dateSource: usual("dateSource"),
    lastModified: usual("lastModified"),
    categories: written("categories"),
    tags: written("tags"),
    layout: written("layout"),
    permalink: usual("permalink"),
    description: usual("description"),
    excerpt: usual("excerpt"),
    excerptSeparator: usual("excerptSeparator"),
    image: usual("image"),
    isDraft: usual("isDraft"),
    isPublished: usual("isPublished"),
    redirectFrom: usual("redirectFrom"),
    redirectTo: usual("redirectTo"),
    rendersLiquid: usual("rendersLiquid"),
  };
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
    document: Object.fromEntries(
      Object.entries(document).filter(([key, value]) => !isImplied(key, value, document.frontMatter)),
    ) as unknown as DocumentRecord["document"],
    bodyHash: body.hash,
    bodyOffset: text.length - bodyText.length,
    diagnostics,
  };
}
