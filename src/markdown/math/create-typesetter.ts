/** TeX to what stands on a page. What was met before is not typeset again, unless it depends on its text. */
import type { MathConfig } from "../../model/config.js";
import { createBoundedCache } from "../bounded-cache.js";
import type { PieceStore } from "../piece-store.js";
import { createLazyEngines, type LazyEngines } from "./create-lazy-engines.js";
import type { LabelTable } from "./formula-notes.js";
import { createStoredFormulas } from "./stored-formulas.js";
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

/** MathJax is loaded when there is something to typeset that was not met before and is not in `pieces`. */
export function createTypesetter(math: MathConfig, pieces?: PieceStore): Typesetter {
  const engines = createLazyEngines(math, pieces);
  const shared = createCachedEngine(math, engines, pieces);
  const definesItself = Object.values(math.macros).some((macro) => DEFINES.test(bodyOf(macro)));
  return {
    typeset(formulas, macros = {}) {
      const isOnItsOwn =
        definesItself || Object.keys(macros).length > 0 || formulas.some(({ tex }) => DEFINES.test(tex));
      return typesetText(isOnItsOwn ? engines.createFresh(macros) : shared, formulas, isOnItsOwn);
    },
  };
}

function bodyOf(macro: string | readonly [string, number]): string {
  return typeof macro === "string" ? macro : macro[0];
}

/** The formulas that refer twice: the first time tells which labels there are. */
function typesetText(engine: TextEngine, formulas: readonly Formula[], isOnItsOwn: boolean): TypesetText {
  const first = engine.typeset(formulas, null);
  const labels = new Map<string, string | undefined>();
  for (const result of first) {
    if (result.fault !== undefined) continue;
    for (const [label, tag] of result.labels) if (!labels.has(label)) labels.set(label, tag);
  }
  const refers = first.map((result) => result.fault === undefined && result.references.length > 0);
  if (!refers.includes(true)) return { results: first, labels };
  // Numbers and definitions hang together, and a fault may have hidden a reference: then all of them once more.
  if (
    isOnItsOwn ||
    first.some((result, index) => result.fault !== undefined || (refers[index] && isNumbered(result)))
  )
    return { results: engine.typeset(formulas, labels), labels };
  const second = engine
    .typeset(
      formulas.filter((_, index) => refers[index]),
      labels,
    )
    [Symbol.iterator]();
  return {
    results: first.map((result, index) => (refers[index] ? (second.next().value ?? result) : result)),
    labels,
  };
}

function isNumbered({ numbers, labels }: DrawnFormula): boolean {
  return numbers.length > 0 || labels.size > 0;
}

function createCachedEngine(
  math: MathConfig,
  engines: LazyEngines,
  pieces: PieceStore | undefined,
): TextEngine {
  const cache = createBoundedCache<TypesetFormula>(
    CACHE_CHARACTERS,
    ({ html }) => (html?.length ?? 0) + ENTRY_CHARACTERS,
  );
  const stored = createStoredFormulas(math, pieces);
  const find = (key: string): TypesetFormula | undefined => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const kept = stored.get(key);
    if (kept !== undefined) cache.set(key, kept);
    return kept;
  };
  return {
    typeset(formulas, labels) {
      let isStarted = false;
      const typesetNow = (formula: Formula): TypesetFormula => {
        const engine = engines.shared();
        if (!isStarted) engine.startText(labels);
        isStarted = true;
        return engine.typeset(formula);
      };
      return formulas.map((formula) => {
        const key = `${formula.isDisplay ? "D" : "I"}${formula.tex}`;
        const known = find(key);
        if (known !== undefined) return known;
        const result = typesetNow(formula);
        if (dependsOnText(result, math)) return result;
        cache.set(key, result);
        stored.set(key, result);
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
