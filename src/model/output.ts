/** What is to stand in the destination, all of it, before anything is written. */

/** One file below the destination. */
export interface Output {
  /** Not encoded, forward slashes, no slash at the start. */
  readonly path: string;
  readonly content: OutputContent;
  /** What it is made from, for messages: a source path, or words such as `the feed of the site`. */
  readonly source: string;
}

/** Text, bytes, a file to copy, or what can be made again. */
export type OutputContent = string | Uint8Array | CopiedFile | MadeText;

export interface CopiedFile {
  /** Absolute. */
  readonly copyFrom: string;
  /** As of a `FoundFile`; `null` when it cannot be trusted. */
  readonly stamp: string | null;
  /** The stamp when the file was found, trusted or not; `null` for a file of the program's own. */
  readonly foundStamp: string | null;
}

/** A text that is not held: the pages of a large site do not fit into memory. Whoever made it can make it again. */
export interface MadeText {
  /** Of the text. */
  readonly madeHash: string;
}

/** What an output is once it is made. */
export type HeldContent = string | Uint8Array | CopiedFile;

/** Gives the content of an output, made again if need be. */
export type ReadOutput = (output: Output) => Promise<HeldContent>;

export interface WriteSummary {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}
