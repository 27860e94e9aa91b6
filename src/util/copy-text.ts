/**
 * The same text on its own. A part of a text holds on to the whole of it for as long as it lives; what is kept for long must
 * not hold on to files.
 */
export function copyText(part: string): string {
  const encoding = /^[\0-\xff]*$/.test(part) ? "latin1" : "utf16le";
  return Buffer.from(part, encoding).toString(encoding);
}
