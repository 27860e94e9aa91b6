/** TeX to what stands on a page. What was met before is not typeset again, unless it depends on its text. */
import type { MathConfig } from "../../model/config.js";
import { createBoundedCache } from "../bounded-cache.js";
import type { LabelTable } from "./formula-notes.js";
import { createFreshEngine } from "./fresh-engine.js";
import type { MathOutput } from "./math-output.js";
import { createSharedEngine } from "./shared-engine.js";
import { SVG_OUTPUT } from "./svg-output.js";
import type { DrawnFormula, Formula, Macros, TextEngine, TypesetFormula } from "./typeset-types.js";

export interface TypesetText {
  /** One for each formula, in order. */
  readonly results: readonly TypesetFormula[];
  /** All labels of the text, each with the tag of its first equation. */
  readonly labels: LabelTable;
}

export interface Typesetter {
  /**
   * All formulas of a text in their order, with macros that hold in this text only. The result depends on nothing but
   * these; equations are numbered from 1 in each text.
   */
  typeset(formulas: readonly Formula[], macros?: Macros): TypesetText;
}

/** How many characters of drawings are kept: some ten thousand formulas. */
const CACHE_CHARACTERS = 32_000_000;
/** What a key and a result take beside their drawing. */
const ENTRY_CHARACTERS = 300;

/** What changes the meaning of the formulas behind it. */
const DEFINES =
  /\\(?:(?:re)?newcommand|providecommand|[gex]?def|let|(?:re)?newenvironment|Declare[A-Za-z]+|define[A-Za-z]+|newtagform|renewtagform|usetagform|mathtoolsset|Newextarrow|newmathsymbol|require|setOptions)(?![A-Za-z])/;

/** `output` is what `loadMathOutput` gives for the option. */
export function createTypesetter(math: MathConfig, output: MathOutput = SVG_OUTPUT): Typesetter {
  const shared = createCachedEngine(math, createSharedEngine(math, output));
  const definesItself = Object.values(math.macros).some((macro) => DEFINES.test(bodyOf(macro)));
  return {
    typeset(formulas, macros = {}) {
      const isOnItsOwn =
        definesItself || Object.keys(macros).length > 0 || formulas.some(({ tex }) => DEFINES.test(tex));
      return typesetText(isOnItsOwn ? createFreshEngine(math, macros, output) : shared, formulas);
    },
  };
}

function bodyOf(macro: string | readonly [string, number]): string {
  return typeof macro === "string" ? macro : macro[0];
}

/** Twice when there are references: the first time tells which labels there are. */
function typesetText(engine: TextEngine, formulas: readonly Formula[]): TypesetText {
  const first = engine.typeset(formulas, null);
  const labels = new Map<string, string | undefined>();
  for (const result of first) {
    if (result.fault !== undefined) continue;
    for (const [label, tag] of result.labels) if (!labels.has(label)) labels.set(label, tag);
  }
  const refers = first.some((result) => result.fault === undefined && result.references.length > 0);
  return { results: refers ? engine.typeset(formulas, labels) : first, labels };
}

function createCachedEngine(math: MathConfig, engine: ReturnType<typeof createSharedEngine>): TextEngine {
  const cache = createBoundedCache<TypesetFormula>(
    CACHE_CHARACTERS,
    ({ html }) => (html?.length ?? 0) + ENTRY_CHARACTERS,
  );
  return {
    typeset(formulas, labels) {
      engine.startText(labels);
      return formulas.map((formula) => {
        const key = `${formula.isDisplay ? "D" : "I"}${formula.tex}`;
        const known = cache.get(key);
        if (known !== undefined) return known;
        const result = engine.typeset(formula);
        if (!dependsOnText(result, math)) cache.set(key, result);
        return result;
      });
    },
  };
}

/** Whether it has a number, a label or a reference, or might have had one but for its fault. */
function dependsOnText(result: TypesetFormula, math: MathConfig): boolean {
  return result.fault === undefined
    ? hasState(result)
    : result.fault.label !== undefined || math.tags !== "none";
}

function hasState({ labels, references, numbers }: DrawnFormula): boolean {
  return labels.size > 0 || references.length > 0 || numbers.length > 0;
}
