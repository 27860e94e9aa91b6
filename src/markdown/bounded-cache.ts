/** A cache that forgets what was not asked for the longest. Its values must never be changed after they were stored. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** Holds values up to `maximum` in all: their number, or what `weigh` says of each. */
export function createBoundedCache<Value>(
  maximum: number,
  weigh: (value: Value) => number = () => 1,
): BoundedCache<Value> {
  // A Map lists its keys by age; what is read is put to the end.
  const values = new Map<string, Value>();
  let weight = 0;

  const remove = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    weight -= weigh(value);
  };

  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      values.set(key, value);
      weight += weigh(value);
      for (const oldest of values.keys()) {
        if (weight <= maximum) break;
        remove(oldest);
      }
    },
  };
}
