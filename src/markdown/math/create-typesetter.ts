/** TeX to SVG through rehype-mathjax: all formulas of a document in one run, those met before not at all. */
import type { Element, ElementContent, Root } from "hast";
import rehypeMathjax from "rehype-mathjax";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import type { MathConfig } from "../../model/config.js";
import { nearestName } from "../../util/text.js";
import { createBoundedCache } from "../bounded-cache.js";
import { MATHJAX_PACKAGES, TexFault, type TexInput } from "./mathjax-options.js";

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** A formula as SVG in MathJax's container, or what is wrong with it. */
export type TypesetFormula =
  | { readonly html: string; readonly fault?: undefined }
  | { readonly html?: undefined; readonly fault: FormulaFault };

export interface FormulaFault {
  /** MathJax's message. */
  readonly message: string;
  /** What TeX does not know, `\foo` or `{aligned}` as it stands in the source; `undefined` for other faults. */
  readonly offender?: string;
  /** The known name nearest to the offender. */
  readonly suggestion?: string;
}

export interface Typesetter {
  /** One result for each formula, in order. The result of one without a definition depends on nothing but itself. */
  typeset(formulas: readonly Formula[]): readonly TypesetFormula[];
  /** The rules that MathJax's output needs. */
  readonly styleSheet: string;
}

const CACHE_SIZE = 20_000;

/** What makes a formula depend on those before it, or they on it. */
const HAS_STATE =
  /\\(?:label|ref|eqref|tag|newcommand|renewcommand|providecommand|def|let|newenvironment|renewenvironment|Declare[A-Za-z]+|require|(?:re)?newtagform|usetagform|definecolor|mathtoolsset|Newextarrow)(?![A-Za-z])/;

export function createTypesetter(math: MathConfig): Typesetter {
  const cache = createBoundedCache<TypesetFormula>(CACHE_SIZE);
  const typesetTree = createTreeTypesetter(math);
  const keyOf = ({ tex, isDisplay }: Formula): string => `${isDisplay ? "D" : "I"}${tex}`;
  return {
    typeset(formulas) {
      if (formulas.some(({ tex }) => HAS_STATE.test(tex))) return typesetTree(formulas).results;
      const known = new Map<string, TypesetFormula>();
      const missing = new Map<string, Formula>();
      for (const formula of formulas) {
        const key = keyOf(formula);
        const cached = cache.get(key);
        if (cached === undefined) missing.set(key, formula);
        else known.set(key, cached);
      }
      const { results } = typesetTree([...missing.values()]);
      [...missing.keys()].forEach((key, index) => {
        const result = results[index];
        if (result === undefined) return;
        cache.set(key, result);
        known.set(key, result);
      });
      return formulas.map((formula) => known.get(keyOf(formula)) ?? NO_RESULT);
    },
    styleSheet: typesetTree([{ tex: "x", isDisplay: false }]).styleSheet,
  };
}

const NO_RESULT: TypesetFormula = { fault: { message: "MathJax gave no result" } };

interface TypesetTree {
  readonly results: readonly TypesetFormula[];
  readonly styleSheet: string;
}

/** One run of rehype-mathjax over a tree that holds nothing but formulas. */
function createTreeTypesetter(math: MathConfig): (formulas: readonly Formula[]) => TypesetTree {
  const tex = {
    packages: MATHJAX_PACKAGES,
    maxBuffer: 64 * 1024,
    // Every package is loaded already.
    macros: { require: ["", 1], ...math.macros },
    formatError: (input: TexInput, error: Error): never => {
      throw new TexFault(input, error);
    },
  };
  const processor = unified()
    .use(rehypeMathjax, { svg: { fontCache: "none" }, tex })
    .use(rehypeStringify)
    .freeze();
  return (formulas) => {
    if (formulas.length === 0) return { results: [], styleSheet: "" };
    const file = new VFile();
    const elements = formulas.map(createMathElement);
    const tree: Root = { type: "root", children: [...elements] };
    processor.runSync(tree, file);
    const faults = new Map<unknown, FormulaFault>();
    for (const message of file.messages) faults.set(message.ancestors?.at(-1), describeFault(message.cause));
    const results = elements.map((element, index): TypesetFormula => {
      const fault = faults.get(element);
      if (fault !== undefined) return { fault };
      const child = tree.children[index];
      return child === undefined ? NO_RESULT : { html: toSlimHtml(processor.stringify(rootOf(child))) };
    });
    return { results, styleSheet: textOf(tree.children.at(-1)) };
  };
}

function createMathElement({ tex, isDisplay }: Formula): Element {
  return {
    type: "element",
    tagName: "code",
    properties: { className: ["language-math", isDisplay ? "math-display" : "math-inline"] },
    children: [{ type: "text", value: tex }],
  };
}

function rootOf(child: Root["children"][number]): Root {
  return { type: "root", children: [child] };
}

function textOf(node: Root["children"][number] | ElementContent | undefined): string {
  if (node?.type === "text") return node.value;
  return node?.type === "element" ? node.children.map(textOf).join("") : "";
}

/** Leaves out what no rule of MathJax's style sheet and no browser of today asks for; it is a tenth of the weight. */
function toSlimHtml(html: string): string {
  return html
    .replace(/ data-mml-node="(?!mtable|merror|maction)[^"]*"| data-mjx-texclass="[^"]*"/g, "")
    .replace(/ xmlns(?::xlink)?="[^"]*"| focusable="false"/g, "")
    .replace(/<path([^<>]*)><\/path>/g, "<path$1/>")
    .replace(/<rect([^<>]*)><\/rect>/g, "<rect$1/>");
}

function describeFault(cause: unknown): FormulaFault {
  if (!(cause instanceof TexFault))
    return { message: cause instanceof Error ? cause.message : String(cause) };
  const macro = /^Undefined control sequence (\\.+)$/s.exec(cause.message)?.[1];
  const environment = /^Unknown environment '(.+)'$/s.exec(cause.message)?.[1];
  const offender = macro ?? (environment === undefined ? undefined : `{${environment}}`);
  if (offender === undefined) return { message: cause.message };
  const nearest =
    macro === undefined
      ? nearestName(environment ?? "", cause.knownNames("environment"))
      : nearestName(macro.slice(1), cause.knownNames("macro"));
  const suggestion = nearest === undefined ? undefined : macro === undefined ? nearest : `\\${nearest}`;
  return { message: cause.message, offender, ...(suggestion === undefined ? {} : { suggestion }) };
}
