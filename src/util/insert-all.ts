/** A text to be put into another one, before what stands at `offset`. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** Puts all of them in at once, which copies a long text once; those of one place stay in their order. */
export function insertAll(into: string, insertions: readonly Insertion[]): string {
  let copied = 0;
  let result = "";
  for (const { offset, text } of [...insertions].sort((left, right) => left.offset - right.offset)) {
    result += into.slice(copied, offset) + text;
    copied = offset;
  }
  return result + into.slice(copied);
}
