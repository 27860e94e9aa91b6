export interface Numbering<Value> {
  /** The same for the same value, from 0 on. */
  numberOf(value: Value): number;
  /** In the order of their numbers. */
  values(): readonly Value[];
}

/** Numbers values as they come. */
export function createNumbering<Value>(): Numbering<Value> {
  const numbers = new Map<Value, number>();
  return {
    numberOf(value) {
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    },
    values: () => [...numbers.keys()],
  };
}
