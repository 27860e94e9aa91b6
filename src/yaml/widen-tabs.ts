/** Tabs as indentation, which YAML forbids, where they can only mean one thing. */
import { type RewrittenText, rewriteText } from "./rewritten-text.js";

/** A text whose indentations hold spaces only. */
export interface WidenedText extends RewrittenText {
  /** Where the first tab of an indentation stands in the author's text. */
  readonly firstTab: number;
}

const WIDTHS = [2, 4, 8];

/**
 * Reads the tabs of indentations as 2, 4 and 8 spaces. `null` when there are none, when one of the readings fails
 * or when they differ: then nobody but the author knows what was meant.
 * `read` gives a reading in a form that can be compared, or `null` when the text cannot be read.
 */
export function widenTabs(text: string, read: (text: string) => string | null): WidenedText | null {
  const firstTab = /^ *\t[ \t]*\S/m.exec(text);
  if (firstTab === null) return null;
  const tabs = [...text.matchAll(/^[ \t]+/gm)].flatMap(({ 0: indentation, index }) =>
    [...indentation.matchAll(/\t/g)].map((tab) => index + tab.index),
  );
  const widened = WIDTHS.map((width) =>
    rewriteText(
      text,
      tabs.map((at) => ({ at, removed: 1, inserted: width })),
    ),
  );
  const readings = new Set(widened.map((rewritten) => read(rewritten.text)));
  const [narrowest] = widened;
  if (readings.size !== 1 || readings.has(null) || narrowest === undefined) return null;
  return { ...narrowest, firstTab: firstTab.index + firstTab[0].indexOf("\t") };
}
