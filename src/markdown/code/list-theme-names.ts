import { createRequire } from "node:module";

// Node >= 20.19 can `require` an ES module: most builds need no list of themes, and do not load it.
const require = createRequire(import.meta.url);

/** Names of the themes that Shiki brings. */
export function listThemeNames(): readonly string[] {
  const { bundledThemes }: typeof import("./bundled-themes.js") = require("./bundled-themes.js");
  return Object.keys(bundledThemes);
}
