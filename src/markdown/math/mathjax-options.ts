/** How MathJax is set up, and what we ask it about a formula that it cannot read. */

/**
 * All packages that rehype-mathjax loads but `noerrors` and `noundefined`: those two print a fault in red and let the
 * build pass. Source: https://docs.mathjax.org/en/v3.2/input/tex/extensions/index.html
 */
export const MATHJAX_PACKAGES: readonly string[] = [
  ...[
    "base",
    "action",
    "ams",
    "amscd",
    "bbox",
    "boldsymbol",
    "braket",
    "bussproofs",
    "cancel",
    "cases",
    "centernot",
  ],
  ...[
    "color",
    "colortbl",
    "empheq",
    "enclose",
    "extpfeil",
    "gensymb",
    "html",
    "mathtools",
    "mhchem",
    "newcommand",
  ],
  ...["upgreek", "unicode", "verb", "configmacros", "tagformat", "textcomp", "textmacros"],
];

/** The part of MathJax's TeX input that knows which names there are. Not in its public types, so read with care. */
export interface TexInput {
  readonly parseOptions?: { readonly handlers?: { get(kind: string): unknown } };
}

/** A fault of the TeX, thrown by us to leave MathJax before it draws anything in red. */
export class TexFault extends Error {
  readonly #input: TexInput;

  constructor(input: TexInput, error: Error) {
    super(error.message);
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
