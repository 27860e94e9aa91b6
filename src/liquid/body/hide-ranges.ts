/** Takes parts of a text out of Liquid's sight and puts them back afterwards. */
import type { TextRange } from "../../model/rendered.js";

/** Private-use characters that no icon font is known to start with. */
const START = "\uF8E0";
const PADDING = "\uF8E1";
const END = "\uF8E2";
const DIGITS_FROM = 0xf400;
const BASE = 1024;
const PLACEHOLDER = /\uF8E0([\uF400-\uF7FF])([\uF400-\uF7FF])[\uF8E1\n]*\uF8E2/g;

export interface HiddenText {
  /** With the lines of the original, and what follows a hidden part in its old column. */
  readonly text: string;
  /** Puts every hidden part that a text holds back into it. */
  reveal(text: string): string;
}

/**
 * `ranges` in order, without overlaps. A part shorter than a placeholder cannot hold Liquid, and stays. `show` makes of
 * a hidden part what is put back, with the same number of lines.
 */
export function hideRanges(
  text: string,
  ranges: readonly TextRange[],
  show = (part: string) => part,
): HiddenText {
  const parts: string[] = [];
  let hidden = "";
  let from = 0;
  for (const { start, end } of ranges) {
    const part = text.slice(start, end);
    if (part.length < 4) continue;
    hidden += text.slice(from, start) + placeholderOf(parts.length, part);
    parts.push(show(part));
    from = end;
  }
  return {
    text: hidden + text.slice(from),
    reveal: (printed) =>
      parts.length === 0
        ? printed
        : printed.replace(
            PLACEHOLDER,
            (whole, high: string, low: string) => parts[digit(high) * BASE + digit(low)] ?? whole,
          ),
  };
}

/** Line breaks come first, then as much as the last line holds, so that line and column of what follows stay true. */
function placeholderOf(index: number, part: string): string {
  const head =
    START +
    [Math.floor(index / BASE), index % BASE]
      .map((value) => String.fromCharCode(DIGITS_FROM + value))
      .join("");
  const lastBreak = part.lastIndexOf("\n");
  if (lastBreak < 0) return head + PADDING.repeat(part.length - 4) + END;
  const breaks = "\n".repeat(part.split("\n").length - 1);
  return head + breaks + PADDING.repeat(Math.max(0, part.length - lastBreak - 2)) + END;
}

function digit(character: string): number {
  return character.charCodeAt(0) - DIGITS_FROM;
}
