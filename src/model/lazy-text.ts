/** A text that is read when it is first asked for: a build that has not much to do needs few bodies. */
export interface LazyText {
  /** Of the text: the same for the same text. */
  readonly hash: string;
  /** The same text on each call. Throws what `content/` says of a file that changed under the build. */
  read(): string;
}
