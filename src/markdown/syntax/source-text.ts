/** The text that a parser is at work on. One parser, one text at a time: parsing is synchronous. */
export interface SourceText {
  text: string;
}
