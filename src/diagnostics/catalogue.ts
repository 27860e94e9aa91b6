/** Everything that can go wrong with a site, one row each, in the order of the build. Codes are permanent. */
import { buildCatalogue } from "./catalogue/build.js";
import { checkCatalogue } from "./catalogue/check.js";
import { configCatalogue } from "./catalogue/config.js";
import { contentCatalogue } from "./catalogue/content.js";
import { liquidCatalogue } from "./catalogue/liquid.js";
import { markdownCatalogue } from "./catalogue/markdown.js";
import { outputsCatalogue } from "./catalogue/outputs.js";
import { siteCatalogue } from "./catalogue/site.js";
import type { CatalogueRow } from "./row.js";

export const catalogue = {
  ...configCatalogue,
  ...contentCatalogue,
  ...siteCatalogue,
  ...liquidCatalogue,
  ...markdownCatalogue,
  ...outputsCatalogue,
  ...checkCatalogue,
  ...buildCatalogue,
};

export type DiagnosticCode = keyof typeof catalogue;

/** What the row of a code must be told. */
export type FactsOf<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends CatalogueRow<infer Facts> ? Facts : never;
