/** Tabs as indentation, which YAML forbids, where they can only mean one thing. */

export interface ReadableTabs {
  /** The text with each tab of an indentation replaced by `widthOfTab` spaces. */
  readonly text: string;
  readonly widthOfTab: number;
  /** Where the first such tab stands in the text with spaces. */
  readonly offset: number;
}

const WIDTHS = [2, 4, 8];

/**
 * Reads the tabs of indentations as 2, 4 and 8 spaces. `null` when there are none, when one of the readings fails
 * or when they differ: then nobody but the author knows what was meant.
 * `read` gives a reading in a form that can be compared, or `null` when the text cannot be read.
 */
export function findReadableTabs(text: string, read: (text: string) => string | null): ReadableTabs | null {
  const firstTab = /^ *\t[ \t]*\S/m.exec(text);
  if (firstTab === null) return null;
  const texts = WIDTHS.map((width) => replaceTabs(text, width));
  const readings = new Set(texts.map(read));
  const [widened] = texts;
  const [widthOfTab] = WIDTHS;
  if (readings.size !== 1 || readings.has(null) || widened === undefined || widthOfTab === undefined)
    return null;
  const before = replaceTabs(text.slice(0, firstTab.index), widthOfTab);
  return { text: widened, widthOfTab, offset: before.length + firstTab[0].indexOf("\t") };
}

function replaceTabs(text: string, width: number): string {
  return text.replace(/^[ \t]+/gm, (indentation) => indentation.replaceAll("\t", " ".repeat(width)));
}
