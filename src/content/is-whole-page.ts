/** Whether a body is complete in itself, so that no layout is put around it unasked. */
export function isWholePage(body: string): boolean {
  return /^\s*<(?:!doctype|html)\b/i.test(body);
}
