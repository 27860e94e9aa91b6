/** All filters, by theme. To add one: a function and its row in the table of its theme. */
import type { ScopeWorld } from "../scope/scope-world.js";
import { arrayFilters } from "./arrays.js";
import { dataFilters } from "./data.js";
import { createDateFilters } from "./dates.js";
import { createMarkupFilters } from "./markup.js";
import { numberFilters } from "./numbers.js";
import { createSelectionFilters } from "./selections.js";
import { textFilters } from "./text.js";
import { createUrlFilters } from "./urls.js";
import type { FilterTable } from "./values.js";

export function createFilters(world: ScopeWorld): FilterTable {
  return {
    ...textFilters,
    ...numberFilters,
    ...arrayFilters,
    ...createSelectionFilters(),
    ...dataFilters,
    ...createDateFilters(world),
    ...createUrlFilters(world),
    ...createMarkupFilters(world),
  };
}
