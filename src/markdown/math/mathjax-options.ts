/** How MathJax's TeX input is set up, for our own engine and for rehype-mathjax's alike. */
// Makes all packages known, of which `listPackages` chooses.
import "mathjax-full/js/input/tex/AllPackages.js";
import type { MathConfig } from "../../model/config.js";
import { type FormulaNotes, NOTES_PACKAGE } from "./formula-notes.js";
import "./lean-attributes.js";
import "./lean-factories.js";
import { listPackages } from "./mathjax-packages.js";
import { TexFault, type TexInput } from "./tex-fault.js";
import type { Macros } from "./typeset-types.js";

/** How often macros may be expanded in one formula, and how long it may become by it: what grows further never ends. */
const MAXIMUM_MACROS = 2000;
const MAXIMUM_LENGTH = 64 * 1024;

export function createTexOptions(math: MathConfig, macros: Macros, notes: FormulaNotes) {
  return {
    packages: [...listPackages(math.packages), NOTES_PACKAGE],
    tags: math.tags,
    maxMacros: MAXIMUM_MACROS,
    maxBuffer: MAXIMUM_LENGTH,
    // A label that stands twice is reported by us, with its place; the formula is drawn all the same.
    ignoreDuplicateLabels: true,
    // Every package that is on is loaded already.
    macros: { require: ["", 1], ...macros },
    notes,
    formatError: (input: TexInput, error: { readonly id?: string; readonly message: string }): never => {
      throw new TexFault(input, error);
    },
  };
}

/** All rules at once: those that a page needs are chosen by what it holds, not by what was drawn before it. */
export const CHTML_OPTIONS = { adaptiveCSS: false, fontURL: "fonts" } as const;
