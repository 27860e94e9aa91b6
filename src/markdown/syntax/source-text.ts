/** The text that a parser is at work on. One parser, one text at a time: parsing is synchronous. */
export interface SourceText {
  text: string;
}

/**
 * Whether what stands at an offset is what a construct begins with. Asked before the construct is tried, and before the
 * text ahead of it is read: most signs of a text begin nothing.
 */
export function createLookAhead(source: SourceText, opening: RegExp): (offset: number) => boolean {
  const pattern = new RegExp(opening, `${opening.flags}y`);
  return (offset) => {
    pattern.lastIndex = offset;
    return pattern.test(source.text);
  };
}
