/** Where kramdown's own marks begin and end. Works on strings, for lines of their own and for the middle of text. */

const LIST = /^\{:(?![:/])(?:\\.|"[^"\n]*"|'[^'\n]*'|[^}"'\\\n])*\}/;
const EXTENSION = /^\{::(comment|nomarkdown|options)(?:[ \t][^}\n]*?)?(\/?)\}/;
const ABBREVIATION = /^\*\[[^\]\n]+\]:[^\n]*/;

/** The length of the attribute list, or of an extension with its end, that starts at `start`; 0 for none. */
export function kramdownSpanLength(text: string, start: number): number {
  const rest = text.slice(start, start + 2000);
  const list = LIST.exec(rest)?.[0];
  return list === undefined ? extensionLength(text, start, rest) : list.length;
}

/**
 * The offset behind the mark that fills whole lines from `start` on, -1 for none. `isInterrupting` is whether a
 * paragraph stands right before, which abbreviations do not end.
 */
export function findKramdownBlockEnd(source: string, start: number, isInterrupting: boolean): number {
  const rest = source.slice(start, start + 2000);
  const length =
    /^\^(?=[ \t]*(?:\n|$))/.exec(rest)?.[0].length ??
    (isInterrupting ? 0 : (ABBREVIATION.exec(rest)?.[0].length ?? 0));
  const end = start + (length > 0 ? length : kramdownSpanLength(source, start));
  if (end === start) return -1;
  const trailing = /^[ \t]*(?=\n|$)/.exec(source.slice(end, end + 200))?.[0];
  return trailing === undefined ? -1 : end + trailing.length;
}

function extensionLength(text: string, start: number, rest: string): number {
  const [opening = "", name, isEmpty] = EXTENSION.exec(rest) ?? [];
  if (opening === "" || isEmpty === "/") return opening.length;
  const from = start + opening.length;
  const ends = [`{:/${name}}`, "{:/}"].map((end) => ({ at: text.indexOf(end, from), length: end.length }));
  const [first] = ends.filter(({ at }) => at >= 0).sort((left, right) => left.at - right.at);
  return first === undefined ? 0 : first.at + first.length - start;
}
