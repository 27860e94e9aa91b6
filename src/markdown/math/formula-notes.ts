/** A package of our own for MathJax: it notes what a formula is made of, and knows the equations of the whole text. */
import baseMethods from "mathjax-full/js/input/tex/base/BaseMethods.js";
import { Configuration } from "mathjax-full/js/input/tex/Configuration.js";
import parseUtil from "mathjax-full/js/input/tex/ParseUtil.js";
import { CommandMap } from "mathjax-full/js/input/tex/SymbolMap.js";
import texError from "mathjax-full/js/input/tex/TexError.js";
import type texParser from "mathjax-full/js/input/tex/TexParser.js";
import type { ParseMethod } from "mathjax-full/js/input/tex/Types.js";
import { equationId } from "./equation-id.js";
import { writeMathml } from "./write-mathml.js";

type TexParser = texParser.default;
type ParseOptions = TexParser["configuration"];

/** Labels of a text and the tags of their equations; `undefined` for an equation without one. */
export type LabelTable = ReadonlyMap<string, string | undefined>;

export interface FormulaNote {
  /** The children of a `math` element. */
  readonly mathml: string;
  readonly labels: LabelTable;
  /** Labels that it refers to. */
  readonly references: readonly string[];
  /** Numbers that it was given, in order. */
  readonly numbers: readonly string[];
}

/** What one engine notes, formula by formula; a formula that cannot be read leaves a gap. */
export class FormulaNotes {
  /** `null` while the labels are still being collected: then references show a stand-in. */
  labels: LabelTable | null = null;
  readonly found: (FormulaNote | undefined)[] = [];
  readonly #isMathmlSeen: boolean;
  #labels: string[] = [];
  #references: string[] = [];
  #numberBefore = 0;

  /** Whether browsers draw the MathML. */
  constructor(isMathmlSeen: boolean) {
    this.#isMathmlSeen = isMathmlSeen;
  }

  start(options: ParseOptions): void {
    this.found.push(undefined);
    this.#labels = [];
    this.#references = [];
    this.#numberBefore = numbersOf(options).counter;
  }

  finish(options: ParseOptions): void {
    const { counter } = numbersOf(options);
    const tags = options.tags.labels;
    this.found[this.found.length - 1] = {
      mathml: writeMathml(options.root, this.#isMathmlSeen),
      labels: new Map(
        this.#labels.map((label) => [label, tags[label]?.id === "" ? undefined : tags[label]?.tag]),
      ),
      references: this.#references,
      numbers: Array.from({ length: counter - this.#numberBefore }, (_, index) =>
        String(this.#numberBefore + index + 1),
      ),
    };
  }

  addLabel(label: string): void {
    this.#labels.push(label);
  }

  /** The tag of an equation of this text. */
  refer(label: string): string {
    this.#references.push(label);
    if (this.labels === null) return "0";
    if (!this.labels.has(label))
      throw new texError.default("UnknownLabel", "No equation has the label '%1'", label);
    const tag = this.labels.get(label);
    if (tag === undefined)
      throw new texError.default("UnnumberedLabel", "The equation with the label '%1' has no number", label);
    return tag;
  }
}

/** MathJax counts in a field that its types keep to themselves. */
function numbersOf({ tags }: ParseOptions): { readonly counter: number } {
  return "counter" in tags && typeof tags.counter === "number" ? { counter: tags.counter } : { counter: 0 };
}

export const NOTES_PACKAGE = "postulate-notes";

const KEY = "notes";

function notesOf(options: ParseOptions): FormulaNotes | undefined {
  const notes: unknown = options.options[KEY];
  return notes instanceof FormulaNotes ? notes : undefined;
}

/** What MathJax hands to the function of a command: its name, and what the table says beside it. */
type Token = Parameters<ParseMethod>[1];

function label(parser: TexParser, token: Token): void {
  const name = String(token);
  const before = parser.i;
  notesOf(parser.configuration)?.addLabel(parser.GetArgument(name));
  parser.i = before;
  baseMethods.default.HandleLabel?.(parser, name);
}

function reference(parser: TexParser, token: Token, isEquation: boolean): void {
  const target = parser.GetArgument(String(token));
  const tag = notesOf(parser.configuration)?.refer(target) ?? target;
  const content = parseUtil.default.internalMath(parser, isEquation ? parser.tags.formatTag(tag) : tag);
  parser.Push(parser.create("node", "mrow", content, { href: `#${equationId(target)}` }));
}

interface Compiled {
  readonly data: ParseOptions;
}

/** After all that MathJax itself does to a formula before it is drawn. */
const LAST = 1000;

new CommandMap(
  NOTES_PACKAGE,
  { label: ["label"], ref: ["reference", false], eqref: ["reference", true] },
  { label, reference },
);

Configuration.create(NOTES_PACKAGE, {
  handler: { macro: [NOTES_PACKAGE] },
  options: { [KEY]: null },
  preprocessors: [[({ data }: Compiled) => notesOf(data)?.start(data), 1]],
  postprocessors: [[({ data }: Compiled) => notesOf(data)?.finish(data), LAST]],
  // Before MathJax's own meaning of the three commands; after what an author defines.
  priority: 1,
});
