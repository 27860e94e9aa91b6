/** Offsets in the TeX of a formula as offsets in what the author wrote: with delimiters, escapes and marks of quotes. */

/**
 * The TeX is the source with some characters left out, so each of its characters is sought in the source behind the one
 * before it. Both in code units.
 */
export function alignSource(source: string, tex: string): (offset: number) => number {
  const offsets: number[] = [];
  let at = openingOf(source, tex);
  for (let index = 0; index < tex.length; index++) {
    const found = source.indexOf(tex[index] ?? "", at);
    if (found < 0) break;
    offsets.push(found);
    at = found + 1;
  }
  return (offset) => offsets[offset] ?? (offset >= offsets.length ? at : 0);
}

/** Where the delimiter ends: dollars, brackets, or the line of a fence. An environment's `\begin` is TeX already. */
function openingOf(source: string, tex: string): number {
  if (source.startsWith(tex)) return 0;
  return /^(?:(?:`{3,}|~{3,})[^\n]*\n|\$\$?`?|\\{1,2}[([])/.exec(source)?.[0].length ?? 0;
}
