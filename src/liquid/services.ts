/** What the template engine is given: the site, its templates, and what templates may ask of the rest of the program. */
import type { TemplateSource } from "../model/content.js";
import type { RenderedBody, RenderedInline, TextRange } from "../model/rendered.js";
import type { Site } from "../model/site.js";

/** What style sheets ask of. The template engine notes such questions, and does not answer them. */
export const SASS_SUBJECT = "sass";

export interface TemplateServices {
  /** Block Markdown to HTML, for the `markdownify` filter and excerpts. */
  markdownify(text: string): string;
  /** Titles and descriptions. */
  renderInline(text: string): RenderedInline;
  /** HTML with its formulas as readable text, for the `strip_html` filter. */
  formulasToText(html: string): string;
  /** Where code and math stand in Markdown text, in order, without overlaps. */
  findLiterals(text: string): readonly TextRange[];
  /** The file of an `include_relative`, by path relative to the source folder; `null` when there is none. */
  readRelative(path: string): TemplateSource | null;
  /** For `sassify` and `scssify`. When absent they warn and keep their input. `note` is told of what it asks of files. */
  compileSass?(text: string, syntax: "scss" | "sass", note: (question: string) => void): string;
}

export interface TemplateEngineOptions {
  readonly site: Site;
  /** By name without ending: `post`. */
  readonly layouts: ReadonlyMap<string, TemplateSource>;
  /** By file name: `head.html`, `nav/item.html`. */
  readonly includes: ReadonlyMap<string, TemplateSource>;
  readonly services: TemplateServices;
  /** The rendered body of the document with this path, once there is one. */
  rendered(path: string): RenderedBody | undefined;
  /** What stands for the HTML of that body: the same for the same HTML. `undefined` when only the HTML itself can tell. */
  contentVersion?(path: string): string | undefined;
}
