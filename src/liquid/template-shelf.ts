import type { TemplateSource } from "../model/content.js";
import { ALL_KEYS, valueAt, type Watch } from "./reads/create-watch.js";

/** Layouts or includes as renderings reach them: every look at one is noted, also a look at one that is not there. */
export interface TemplateShelf {
  get(name: string): TemplateSource | undefined;
  names(): readonly string[];
}

export function createTemplateShelf(
  kind: "layout" | "include",
  templates: ReadonlyMap<string, TemplateSource>,
  watch: Watch,
): TemplateShelf {
  return {
    get(name) {
      watch.note(kind, valueAt(name));
      return templates.get(name);
    },
    names() {
      watch.note(kind, ALL_KEYS);
      return [...templates.keys()];
    },
  };
}
