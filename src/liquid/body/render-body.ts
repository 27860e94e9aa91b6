/** Liquid in the body of a document, before Markdown: never inside code or math, and every line keeps its origin. */
import type { TemplateSource } from "../../model/content.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { SiteDocument } from "../../model/site.js";
import type { TemplateServices } from "../services.js";
import { prepareBody } from "./prepare-body.js";
import { separateHighlights } from "./separate-highlights.js";

export interface BodyText {
  /** Markdown (or HTML), Liquid done. */
  readonly text: string;
  /** For each line of `text` its line in the author's file, from 1. */
  readonly lineOrigins: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the includes that were rendered, each once. */
  readonly usedTemplates: readonly string[];
}

export type RunTemplate = (source: TemplateSource, reveal: (text: string) => string) => BodyText;

export function renderBody(document: SiteDocument, services: TemplateServices, run: RunTemplate): BodyText {
  const { bodyLine } = document;
  const body = document.body.read();
  if (!document.rendersLiquid || !/\{\{|\{%/.test(body)) return untouched(body, bodyLine);
  const prepared = prepareBody(body, document.isMarkdown ? services.findLiterals : null);
  const hasLiquid = /\{\{|\{%/.test(prepared.text);
  if (!hasLiquid && prepared.reveal(prepared.text) === body) return untouched(body, bodyLine);
  const source = {
    name: document.path,
    path: document.path,
    text: prepared.text,
    textLine: bodyLine,
    frontMatter: document.frontMatter,
  };
  const result = run(source, prepared.reveal);
  const lines = separateHighlights(prepared.reveal(result.text), result.lineOrigins);
  const diagnostics = result.diagnostics.map((diagnostic) => withOwnLine(diagnostic, document));
  return { ...lines, diagnostics, usedTemplates: result.usedTemplates };
}

function untouched(body: string, bodyLine: number): BodyText {
  const lineOrigins = body.split("\n").map((_line, index) => bodyLine + index);
  return { text: body, lineOrigins, diagnostics: [], usedTemplates: [] };
}

/** The line as the author wrote it, where the template had placeholders. */
function withOwnLine(diagnostic: Diagnostic, { path, body, bodyLine }: SiteDocument): Diagnostic {
  const { place } = diagnostic;
  if (place?.path !== path || place.line === undefined) return diagnostic;
  const lineText = body.read().split("\n")[place.line - bodyLine];
  return lineText === undefined ? diagnostic : { ...diagnostic, place: { ...place, lineText } };
}
