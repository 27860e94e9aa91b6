/** The one door through which templates read the site: every value with keys that is not plain data is a `ScopeObject`. */
import { Drop } from "liquidjs";
import { ALL_KEYS, valueAt } from "../reads/create-watch.js";

/** What stands behind a `ScopeObject`. `read` gives `undefined` for a key that it does not know. */
export interface ScopeShape {
  /** What this is, for messages and for telling one object from another: `site`, `document _posts/a.md`. */
  readonly name: string;
  /**
   * Told of each question that a template asks. Without it the object is plain data in another form: whoever handed it
   * out has noted all of it.
   */
  readonly note?: (question: string) => void;
  /** `question` is that of the key, for a shape that hands it on to another one. */
  read(key: string, question?: string): unknown;
  keys(): readonly string[];
}

/**
 * A read-only hash of Liquid. `size`, `first` and `last` mean what they mean for a hash in Ruby, unless they are keys.
 * Iterating yields `[key, value]` pairs in the order of the keys.
 */
export class ScopeObject extends Drop {
  readonly #shape: ScopeShape;

  constructor(shape: ScopeShape) {
    super();
    this.#shape = shape;
  }

  override liquidMethodMissing(key: string | number): unknown {
    return readKey(this, String(key));
  }

  *[Symbol.iterator](): Iterator<readonly [string, unknown]> {
    for (const key of keysOf(this)) yield [key, readShape(this.#shape, key)];
  }

  static shapeOf(object: ScopeObject): ScopeShape {
    return object.#shape;
  }
}

/** A print of an object as a whole is never what an author wants: it prints nothing. */
Object.defineProperty(ScopeObject.prototype, "toString", { value: () => "" });

/** LiquidJS reads any property of a drop, and calls it when it is a function: these are no business of a template. */
for (const name of [
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
]) {
  Object.defineProperty(ScopeObject.prototype, name, { value: undefined });
}

/** Reads a key of a `ScopeObject`. Every read of a template and of a filter comes through here. */
export function readKey(object: ScopeObject, key: string, question: string = valueAt(key)): unknown {
  const value = readShape(ScopeObject.shapeOf(object), key, question);
  if (value !== undefined) return value;
  if (key === "size") return keysOf(object).length;
  if (key === "first") return [...object][0];
  return undefined;
}

/** Reads a key for a template; `undefined` for one that is not there. `question` is that of the key. */
export function readShape(shape: ScopeShape, key: string, question: string = valueAt(key)): unknown {
  shape.note?.(question);
  return shape.read(key, question);
}

export function keysOf(object: ScopeObject): readonly string[] {
  return keysOfShape(ScopeObject.shapeOf(object));
}

export function keysOfShape(shape: ScopeShape): readonly string[] {
  shape.note?.(ALL_KEYS);
  return shape.keys();
}

/** A hash from a table of functions, each called at most once, on the first read of its key. */
export function createLazyObject(
  name: string,
  table: Readonly<Record<string, () => unknown>>,
  fallback: Readonly<Record<string, unknown>> = {},
  note?: (question: string) => void,
): ScopeObject {
  const known = new Map<string, unknown>();
  return new ScopeObject({
    name,
    ...(note === undefined ? {} : { note }),
    read: (key) => {
      if (known.has(key)) return known.get(key);
      const value = Object.hasOwn(table, key)
        ? table[key]?.()
        : Object.hasOwn(fallback, key)
          ? fallback[key]
          : undefined;
      known.set(key, value);
      return value;
    },
    keys: () => [...new Set([...Object.keys(table), ...Object.keys(fallback)])],
  });
}
