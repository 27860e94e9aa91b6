/** The text of a body, as it is to be rendered: what its Liquid made of it. */
import { createReport, type Report } from "../diagnostics/report.js";
import type { TemplateEngine } from "../liquid/create-template-engine.js";
import { SASS_SUBJECT } from "../liquid/services.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Reads } from "../model/reads.js";
import type { RenderedBody, RenderRequest } from "../model/rendered.js";
import type { Paginator, SiteDocument } from "../model/site.js";
import { contentHash } from "../util/hash.js";
import type { NoteSass, SassCompiler } from "./compile-sass.js";
import type { BuildContext } from "./create-build-context.js";
import { readOwnMacros } from "./read-own-macros.js";
import { renderPlainBody } from "./render-plain-body.js";

export interface PreparedText {
  readonly key: string;
  readonly request: RenderRequest;
  /** The body of what is no Markdown, and needs no renderer. */
  readonly plainBody: RenderedBody | null;
  readonly reads: Reads;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the Liquid of a body; that of a style sheet is compiled. Adds what Liquid, its macros and Sass have to say. */
export function prepareText(
  document: SiteDocument,
  paginator: Paginator | null,
  { tools, cache }: BuildContext,
): PreparedText {
  const rendered = tools.templates().renderBody(document, paginator);
  const report = createReport();
  report.add(...rendered.diagnostics);
  if (!document.isMarkdown) return preparePlainText(document, rendered, { tools, cache, report });
  const { path, excerptSeparator } = document;
  const macros = readOwnMacros(document, report);
  const { text, lineOrigins, reads } = rendered;
  const request = { path, text, lineOrigins, excerptSeparator, ...(macros === undefined ? {} : { macros }) };
  return {
    key: contentHash(JSON.stringify([tools.renderer.key, request])),
    request,
    plainBody: null,
    reads,
    diagnostics: report.list(),
  };
}

function preparePlainText(
  document: SiteDocument,
  { text, reads }: ReturnType<TemplateEngine["renderBody"]>,
  { tools, cache, report }: Pick<BuildContext, "tools" | "cache" | "report">,
): PreparedText {
  const { path, excerptSeparator } = document;
  const isSheet = isSassDocument(document);
  const asked = new Set(reads.get(SASS_SUBJECT));
  const note = (question: string): unknown => asked.add(question);
  const plainText = isSheet ? compileStyleSheet(document, text, tools.sass, report, note) : text;
  const request = { path, text: plainText, lineOrigins: [], excerptSeparator };
  return {
    key: contentHash(JSON.stringify([cache.programKey, "plain", request])),
    request,
    plainBody: renderPlainBody(plainText, document),
    reads: isSheet ? new Map([...reads, [SASS_SUBJECT, asked]]) : reads,
    diagnostics: report.list(),
  };
}

function isSassDocument({ extension }: SiteDocument): boolean {
  return extension === ".scss" || extension === ".sass";
}

function compileStyleSheet(
  document: SiteDocument,
  text: string,
  sass: SassCompiler,
  report: Report,
  note: NoteSass,
): string {
  const syntax = document.extension === ".sass" ? "sass" : "scss";
  const request = { text, syntax, path: document.path, textLine: document.bodyLine } as const;
  const compiled = sass.compile(request, note);
  report.add(...compiled.diagnostics);
  return compiled.text;
}
