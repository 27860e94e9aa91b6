/** The id of the equation with this label: unique among labels that differ in more than signs. */
export function equationId(label: string): string {
  return `eq-${label.trim().replace(/[^\p{L}\p{N}_.:-]+/gu, "-")}`;
}
