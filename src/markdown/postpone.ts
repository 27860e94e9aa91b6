/** What takes a while to make, and may never be needed. */

/** A function that makes the value when it is first called, and gives it from then on. */
export function postpone<Value>(create: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}
