/** A fault of the TeX, thrown by us to leave MathJax before it draws anything in red. */

/** The part of MathJax's TeX input that knows which names there are and how far it has read. */
export interface TexInput {
  readonly parseOptions?: {
    readonly handlers?: { get(kind: string): unknown };
    /** The innermost first: each reads a part of what the next one reads. */
    readonly parsers?: readonly TexReader[];
  };
}

/** How far a part of a formula was read: `i` is an offset into `string`, which macros rewrite as they are expanded. */
export interface TexReader {
  readonly string: string;
  readonly i: number;
}

export class TexFault extends Error {
  /** MathJax's name of the fault, such as `MissingCloseBrace`. */
  readonly id: string;
  readonly readers: readonly TexReader[];
  readonly #input: TexInput;

  constructor(input: TexInput, { id, message }: { readonly id?: string; readonly message: string }) {
    super(message.replace(/\s+/g, " "));
    this.id = id ?? "";
    this.readers = (input.parseOptions?.parsers ?? []).map(({ string, i }) => ({ string, i }));
    this.#input = input;
  }

  /** The names of all macros, or of all environments, that MathJax knows at this moment. */
  knownNames(kind: "macro" | "environment"): readonly string[] {
    const handler = this.#input.parseOptions?.handlers?.get(kind);
    const maps = hasConfiguration(handler) ? [...handler._configuration] : [];
    return maps.flatMap(({ item }) => (item.map instanceof Map ? [...item.map.keys()].map(String) : []));
  }
}

interface Handler {
  readonly _configuration: Iterable<{ readonly item: { readonly map?: unknown } }>;
}

/** Not in MathJax's public types, so read with care. */
function hasConfiguration(handler: unknown): handler is Handler {
  return (
    typeof handler === "object" &&
    handler !== null &&
    "_configuration" in handler &&
    typeof handler._configuration === "object" &&
    handler._configuration !== null &&
    Symbol.iterator in handler._configuration
  );
}
