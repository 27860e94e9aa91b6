/** One MathJax for all texts: loading its fonts and packages takes longer than typesetting a text. */

import { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { HTMLHandler } from "mathjax-full/js/handlers/html/HTMLHandler.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import type { MathConfig } from "../../model/config.js";
import { describeFault } from "./describe-fault.js";
import { FormulaNotes, type LabelTable } from "./formula-notes.js";
import type { MathOutput } from "./math-output.js";
import { createTexOptions } from "./mathjax-options.js";
import type { Formula, TypesetFormula } from "./typeset-types.js";

export interface SharedEngine {
  /** Forgets numbers and labels; from here references are resolved with `labels`, or are stand-ins. */
  startText(labels: LabelTable | null): void;
  /** The next formula of the text. It must not define anything: a definition would hold for all later texts. */
  typeset(formula: Formula): TypesetFormula;
}

export function createSharedEngine(math: MathConfig, output: MathOutput): SharedEngine {
  const notes = new FormulaNotes(output.isMathmlSeen);
  const input = new TeX(createTexOptions(math, math.macros, notes));
  const handler = new HTMLHandler(liteAdaptor());
  const document = handler.create("", { InputJax: input, OutputJax: output.createJax() });
  return {
    startText(labels) {
      input.reset();
      notes.labels = labels;
    },
    typeset(formula) {
      notes.found.length = 0;
      try {
        const drawing: unknown = document.convert(formula.tex, { display: formula.isDisplay });
        const note = notes.found[0];
        if (!(drawing instanceof LiteElement) || note === undefined)
          throw new Error("MathJax gave no result");
        return output.writeFormula(formula, drawing, note);
      } catch (error) {
        return { fault: describeFault(error, formula.tex) };
      }
    },
  };
}
