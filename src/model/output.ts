/** What is to stand in the destination, all of it, before anything is written. */

/** One file below the destination. */
export interface Output {
  /** Not encoded, forward slashes, no slash at the start. */
  readonly path: string;
  /** Text, bytes, or the file to copy. */
  readonly content: string | Uint8Array | { readonly copyFrom: string };
  /** What it is made from, for messages: a source path, or words such as `the feed of the site`. */
  readonly source: string;
}

export interface WriteSummary {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}
