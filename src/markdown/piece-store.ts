/** What was typeset and coloured before, kept by somebody else: it may outlive the renderer and the process. */
import { createRequire } from "node:module";

/**
 * A value depends on nothing but its key: the same key has the same value in any renderer, process and machine. A key
 * holds the kind of the piece, its source, all options that matter to it, the versions of the packages that made it, and
 * `PIECE_FORMAT`; it is text of any length, not hashed. A value is JSON. The store may forget what it likes, and must give
 * back just what was put in, or nothing.
 */
export interface PieceStore {
  get(key: string): string | undefined;
  set(key: string, value: string, origin: PieceOrigin): void;
  /** Gives what `load` gives. What is loaded serves many pieces, so its time belongs to none of them. */
  load<Engine>(name: string, load: () => Engine): Engine;
}

/** For people: which piece it is. */
export interface PieceOrigin {
  /** `formula`, `code` … */
  readonly kind: string;
  readonly name: string;
}

/** To be raised with any change of what this folder makes of a formula or of code: a test tells when. */
export const PIECE_FORMAT = 2;

/** The pieces of one kind, made by one set of options. */
export interface StoredPieces<Value> {
  get(source: string): Value | undefined;
  set(source: string, value: Value): void;
}

export interface PieceKind<Value> {
  readonly name: string;
  /** The package that makes the pieces. */
  readonly engine: "mathjax-full" | "shiki";
  /** All that the pieces depend on beside their source, as JSON can write it. */
  readonly options: unknown;
  /** A value from JSON; `undefined` for one that is no such value. */
  read(value: unknown): Value | undefined;
  /** What JSON is made of. */
  write(value: Value): unknown;
  /** What a person calls the piece; its source unless given. */
  nameOf?(source: string): string;
}

const require = createRequire(import.meta.url);

/** Without a store, pieces that are never found. */
export function createStoredPieces<Value>(
  store: PieceStore | undefined,
  { name, engine, options, read, write, nameOf = (source) => source }: PieceKind<Value>,
): StoredPieces<Value> {
  if (store === undefined) return { get: () => undefined, set: () => {} };
  const manifest = [engine, "package.json"].join("/");
  const { version }: { version: string } = require(manifest);
  const prefix = JSON.stringify([PIECE_FORMAT, name, engine, version, options]);
  return {
    get(source) {
      const value = store.get(prefix + source);
      return value === undefined ? undefined : read(parse(value));
    },
    set(source, value) {
      store.set(prefix + source, JSON.stringify(write(value)), { kind: name, name: nameOf(source) });
    },
  };
}

/** Loads what makes pieces, and lets the store know how long that takes. `name` is for people. */
export function loadEngine<Engine>(store: PieceStore | undefined, name: string, load: () => Engine): Engine {
  return store === undefined ? load() : store.load(name, load);
}

/** A value that is no JSON is as good as none. */
function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
