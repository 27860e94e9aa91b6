/**
 * rehype-mathjax for a text with definitions of its own. It makes a new MathJax for each text, which is what such a text
 * needs: a macro holds from where it is defined to the text's end, and in no other text.
 */
import type { Element, Root } from "hast";
import { LiteElement } from "mathjax-full/js/adaptors/lite/Element.js";
import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import type { MathConfig } from "../../model/config.js";
import { describeFault } from "./describe-fault.js";
import { forgetEngines } from "./forget-engines.js";
import { FormulaNotes } from "./formula-notes.js";
import type { MathOutput } from "./math-output.js";
import { createTexOptions } from "./mathjax-options.js";
import type { Formula, Macros, TextEngine, TypesetFormula } from "./typeset-types.js";

export function createFreshEngine(math: MathConfig, macros: Macros, output: MathOutput): TextEngine {
  const adaptor = liteAdaptor();
  return {
    typeset(formulas, labels) {
      const notes = new FormulaNotes(output.isMathmlSeen);
      notes.labels = labels;
      const processor = unified()
        .use(output.loadRehypePlugin(), {
          ...output.rehypeOptions,
          tex: createTexOptions(math, { ...math.macros, ...macros }, notes),
        })
        .use(rehypeStringify);
      const file = new VFile();
      const elements = formulas.map(createMathElement);
      const tree: Root = { type: "root", children: [...elements] };
      forgetEngines(() => processor.runSync(tree, file));
      const causes = new Map(file.messages.map(({ ancestors, cause }) => [ancestors?.at(-1), cause]));
      return formulas.map((formula, index): TypesetFormula => {
        const element = elements[index];
        const child = tree.children[index];
        const note = notes.found[index];
        if (element === undefined || child === undefined || note === undefined || causes.has(element))
          return { fault: describeFault(causes.get(element), formula.tex) };
        const html = processor.stringify({ type: "root", children: [child] });
        const drawing = adaptor.firstChild(adaptor.body(adaptor.parse(html, "text/html")));
        if (!(drawing instanceof LiteElement)) return { fault: { message: "MathJax gave no result" } };
        return output.writeFormula(formula, drawing, note);
      });
    },
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
