/** Filters that need the Markdown renderer or look into its HTML. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import { reportHere, stateOf } from "../render-state.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import { SASS_SUBJECT } from "../services.js";
import { countWords } from "./text.js";
import { injectAnchors, renderToc } from "./toc.js";
import { asText, type Filter, type FilterTable, isNil } from "./values.js";

export function createMarkupFilters({ services, watch }: ScopeWorld): FilterTable {
  const note = (question: string): void => watch.note(SASS_SUBJECT, question);
  const compile = (filter: string, syntax: "scss" | "sass"): Filter =>
    function (input) {
      if (services.compileSass !== undefined) return services.compileSass(asText(input), syntax, note);
      reportHere(stateOf(this.context), (place) =>
        createDiagnostic("liquid-sass-unavailable", { filter }, place),
      );
      return input;
    };
  return {
    markdownify(input) {
      return isNil(input) ? input : services.markdownify(stateOf(this.context).reveal(asText(input)));
    },
    number_of_words: (input, mode) => countWords(services.formulasToText(asText(input)), asText(mode)),
    strip_html: (input) => stripTags(services.formulasToText(asText(input))),
    sassify: compile("sassify", "sass"),
    scssify: compile("scssify", "scss"),
    toc: (input) => renderToc(asText(input)) + injectAnchors(asText(input)),
    toc_only: (input) => renderToc(asText(input)),
    inject_anchors: (input) => injectAnchors(asText(input)),
  };
}

function stripTags(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, "");
}
