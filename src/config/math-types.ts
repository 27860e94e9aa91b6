/** Types of values of the `math` settings: names of packages, and one name out of a few. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { nearestName } from "../util/text.js";
import { text, texts } from "./plain-types.js";
import { rejectValue, type ValueType } from "./value-type.js";

/** MathJax's TeX packages that formulas may use; all but the last two are always on. */
export const MATH_PACKAGES: readonly string[] = [
  ...["base", "action", "ams", "amscd", "bbox", "boldsymbol", "braket", "bussproofs", "cancel", "cases"],
  ...["centernot", "color", "colortbl", "empheq", "enclose", "extpfeil", "gensymb", "html", "mathtools"],
  ...["mhchem", "newcommand", "upgreek", "unicode", "verb", "configmacros", "tagformat", "textcomp"],
  ...["textmacros", "physics", "colorv2"],
];

/** One of these names. */
export function oneOf<Name extends string>(names: readonly Name[]): ValueType<Name> {
  const words = `one of ${names.join(", ")}`;
  return {
    words,
    schema: { enum: names },
    read(value, name, context) {
      const written = value.kind === "scalar" ? String(value.value) : undefined;
      return names.find((one) => one === written) ?? rejectValue(value, name, words, context);
    },
  };
}

/** Names of packages; an unknown one is reported and left out. */
export const mathPackages: ValueType<readonly string[]> = {
  words: "names of TeX packages in a list",
  schema: { type: "array", items: { enum: MATH_PACKAGES } },
  read(value, name, context) {
    if (value.kind !== "list") return texts.read(value, name, context);
    return value.items.flatMap((item, index) => {
      const written = text.read(item, `${name}[${index}]`, context)?.trim();
      if (written === undefined || MATH_PACKAGES.includes(written)) return written ?? [];
      const facts = { name: written, nearest: nearestName(written, MATH_PACKAGES) };
      context.report.add(createDiagnostic("config-math-package", facts, item.place));
      return [];
    });
  },
};
