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
  const note = watch.noter(kind);
  const questions = new Map<string, string>();
  return {
    get(name) {
      const question = questions.get(name) ?? valueAt(name);
      questions.set(name, question);
      note(question);
      return templates.get(name);
    },
    names() {
      note(ALL_KEYS);
      return [...templates.keys()];
    },
  };
}
