import type { Liquid } from "liquidjs";
import type { TemplateSource } from "../model/content.js";
import { type ParsedTemplate, parseTemplate } from "./parse/parse-template.js";

/** Parsed templates, each parsed once. */
export interface TemplateStore {
  parse(source: TemplateSource): ParsedTemplate;
}

export function createTemplateStore(liquid: Liquid): TemplateStore {
  const parsed = new WeakMap<TemplateSource, ParsedTemplate>();
  return {
    parse: (source) => {
      const known = parsed.get(source);
      if (known !== undefined) return known;
      const template = parseTemplate(liquid, source);
      parsed.set(source, template);
      return template;
    },
  };
}
