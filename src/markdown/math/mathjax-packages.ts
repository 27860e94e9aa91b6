/** Which of MathJax's TeX packages are on. Source: https://docs.mathjax.org/en/v3.2/input/tex/extensions/index.html */

/**
 * All packages that rehype-mathjax loads but `noerrors` and `noundefined`: those two print a fault in red and let the
 * build pass.
 */
const STANDARD_PACKAGES: readonly string[] = [
  ...["base", "action", "ams", "amscd", "bbox", "boldsymbol", "braket", "bussproofs", "cancel", "cases"],
  ...["centernot", "color", "colortbl", "empheq", "enclose", "extpfeil", "gensymb", "html", "mathtools"],
  ...["mhchem", "newcommand", "upgreek", "unicode", "verb", "configmacros", "tagformat", "textcomp"],
  ...["textmacros"],
];

/** Those that give standard commands another meaning, so that a site has to ask for them. */
const FURTHER_PACKAGES: readonly string[] = ["physics", "colorv2"];

/** In the order in which MathJax lists them; names that are no package are left out. */
export function listPackages(asked: readonly string[]): readonly string[] {
  const further = FURTHER_PACKAGES.filter((name) => asked.includes(name));
  // The two packages for colours define the same commands.
  const standard = STANDARD_PACKAGES.filter((name) => name !== "color" || !further.includes("colorv2"));
  return [...standard, ...further];
}

/** All names that `math.packages` may hold. */
export const PACKAGE_NAMES: readonly string[] = [...STANDARD_PACKAGES, ...FURTHER_PACKAGES];
