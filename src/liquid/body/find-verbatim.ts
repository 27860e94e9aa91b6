/** Where a body says itself that its text is not Liquid: `raw`, `comment` and `highlight` blocks. */
import type { TextRange } from "../../model/rendered.js";
import { findClosing } from "../parse/tokenize-template.js";

export interface VerbatimBlock extends TextRange {
  readonly name: string;
  /** What stands between the two tags. */
  readonly content: TextRange;
}

const OPENING = /\{%-?\s*(raw|comment|highlight)\b[^%]*?%\}/g;

/** In order, without overlaps. A block that is never closed is none. */
export function findVerbatim(text: string): VerbatimBlock[] {
  const blocks: VerbatimBlock[] = [];
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [tag, name = ""] = match;
    const start = match.index;
    const closing = findClosing(text, name, start + tag.length);
    if (closing === null) continue;
    blocks.push({
      name,
      start,
      end: closing.end,
      content: { start: start + tag.length, end: closing.begin },
    });
    opening.lastIndex = closing.end;
  }
  return blocks;
}
