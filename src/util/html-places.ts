/** Where texts are put into a whole page. */

/** Before `</head>`; in a page without one before its body, or after its doctype. */
export function findHeadEnd(html: string): number {
  return /<\/head\s*>|<body(?=[\s>])/i.exec(html)?.index ?? findDoctypeEnd(html);
}

/** Behind `<body>`; in a page without one behind its head, or after its doctype. */
export function findBodyStart(html: string): number {
  const match = /<body(?=[\s>])[^>]*>/i.exec(html) ?? /<\/head\s*>/i.exec(html);
  return match === null ? findDoctypeEnd(html) : match.index + match[0].length;
}

function findDoctypeEnd(html: string): number {
  return /^\s*<!doctype[^>]*>\s*/i.exec(html)?.[0].length ?? 0;
}
