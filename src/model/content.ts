/** What stands on disk, read but not yet arranged into a site. */
import type { LazyText } from "./lazy-text.js";
import type { ZonedTime } from "./time.js";

/** A file as the search found it. */
export interface FoundFile {
  /** Relative to the source folder, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Another one when the content is another, provided that `isSettled`. */
  readonly stamp: string;
  /** Whether the file was old enough, when it was found, for its stamp to be trusted. */
  readonly isSettled: boolean;
}

/**
 * - `post`: in a `_posts` folder. `draft`: in `_drafts`. `page`: anywhere else, with front matter.
 * - `document`: in the folder of a configured collection.
 */
export type DocumentKind = "post" | "draft" | "page" | "document";

/** Where the date of a post comes from, best first. */
export type DateSource = "front-matter" | "file-name" | "git" | "file";

/**
 * Where the values of keys stand, as key, line and column, both from 1, one after another: `["title", 2, 8, "tags", 3, 7]`.
 * Flat, because a large site has tens of thousands. See `positionOfKey`.
 */
export type KeyPositions = readonly (string | number)[];

/** A file with front matter (posts may go without), split and understood on its own, knowing nothing of other files. */
export interface SourceDocument {
  readonly kind: DocumentKind;
  /** `posts` for posts and drafts, the label for documents of a collection, `null` for pages. */
  readonly collection: string | null;
  readonly path: string;
  /** The front matter with the `defaults` of the configuration below it. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** Of own top-level keys: those from `defaults` are absent. */
  readonly keyPositions: KeyPositions;
  /** Stands for all of the document as it was read: of its file, and of what the configuration makes of it. */
  readonly version: string;
  /** Of the text of the file, and of the part of it before the body. */
  readonly textHash: string;
  readonly headHash: string;
  /** Everything after the front matter; line breaks are `\n`, no byte order mark. */
  readonly body: LazyText;
  /** The line of the file, from 1, on which the body's first line stands. */
  readonly bodyLine: number;
  /** Ending with its dot, as written: `.md`. */
  readonly extension: string;
  readonly isMarkdown: boolean;

  readonly title: string;
  /** The name part of the file without date and ending, or the front matter's `slug`. */
  readonly slug: string;
  /** `null` for pages and for documents without a date. */
  readonly date: ZonedTime | null;
  readonly dateSource: DateSource | null;
  readonly lastModified: ZonedTime | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** The name of the layout; `null` for none. */
  readonly layout: string | null;
  /** Own permalink or template, else `null`. */
  readonly permalink: string | null;
  readonly description: string;
  /** The front matter's `excerpt`, as Markdown; `null` when it is to be cut from the body. */
  readonly excerpt: string | null;
  /** Empty when nothing is to be cut. */
  readonly excerptSeparator: string;
  readonly image: string;
  readonly isDraft: boolean;
  readonly isPublished: boolean;
  readonly redirectFrom: readonly string[];
  readonly redirectTo: string | null;
  /** Whether Liquid in the body is run. */
  readonly rendersLiquid: boolean;
}

/** A layout, an include, or any other Liquid text. */
export interface TemplateSource {
  /** `post`, `head.html`: how templates call it. Layouts without their ending, includes with it. */
  readonly name: string;
  /** For messages: relative to the source folder, or `theme:layouts/post.html` for the default theme. */
  readonly path: string;
  /** Without front matter. */
  readonly text: string;
  /** The line of the file on which `text` starts. */
  readonly textLine: number;
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

/** A file that is copied as it is. */
export interface StaticFile {
  /** As templates see it, and where it is written below the destination; no slash at the start. */
  readonly path: string;
  readonly absolutePath: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** As of a `FoundFile`. */
  readonly stamp: string;
  readonly isSettled: boolean;
}

/** A post or page that is not built, and why, in words for its author. */
export interface SkippedDocument {
  readonly path: string;
  readonly reason: "draft" | "future" | "unpublished" | "unreadable" | "over-limit";
  readonly explanation: string;
}

/** Everything read from disk for one build. */
export interface Content {
  readonly documents: readonly SourceDocument[];
  readonly layouts: ReadonlyMap<string, TemplateSource>;
  readonly includes: ReadonlyMap<string, TemplateSource>;
  /** What templates see as `site.data`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly staticFiles: readonly StaticFile[];
  readonly skipped: readonly SkippedDocument[];
}
