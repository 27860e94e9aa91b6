import { Liquid } from "liquidjs";
import { createFilters } from "./filters/filter-tables.js";
import { registerFilters } from "./filters/values.js";
import { operators } from "./parse/operators.js";
import type { ScopeWorld } from "./scope/scope-world.js";
import { createTagClass } from "./tags/tag-context.js";
import { createTags, REMOVED_TAGS } from "./tags/tag-table.js";
import { createTemplateStore, type TemplateStore } from "./template-store.js";

/** LiquidJS with Jekyll's tags and filters over its own. It reads no disk and knows no clock. */
export function createLiquid(world: ScopeWorld): { readonly liquid: Liquid; readonly store: TemplateStore } {
  const liquid = new Liquid({
    // Without templates of its own it would look for files.
    templates: {},
    operators,
    ownPropertyOnly: true,
    locale: "en-US",
    timezoneOffset: 0,
  });
  const store = createTemplateStore(liquid);
  for (const name of REMOVED_TAGS) delete liquid.tags[name];
  for (const [name, definition] of Object.entries(createTags({ world, store }))) {
    liquid.registerTag(name, createTagClass(definition));
  }
  registerFilters(liquid, createFilters(world));
  return { liquid, store };
}
