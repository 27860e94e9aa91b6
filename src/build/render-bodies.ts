/** The render step: every body to HTML and facts, posts and documents before the pages that list them. */
import { setImmediate } from "node:timers/promises";
import type { Report } from "../diagnostics/report.js";
import type { RenderedBody } from "../model/rendered.js";
import type { Paginator, Site, SiteDocument } from "../model/site.js";
import type { BuildProgress } from "./build-types.js";
import type { RenderTools } from "./create-render-tools.js";
import { isSassDocument } from "./create-render-tools.js";
import { readOwnMacros } from "./read-own-macros.js";
import { renderPlainBody } from "./render-plain-body.js";

/** How many bodies are rendered before other work of the process, such as answering a browser, gets a turn. */
const BATCH_SIZE = 20;

/** All bodies by the path of their document. Templates see them when this ends. */
export async function renderBodies(
  site: Site,
  tools: RenderTools,
  report: Report,
  progress: (progress: BuildProgress) => void,
): Promise<ReadonlyMap<string, RenderedBody>> {
  const bodies = new Map<string, RenderedBody>();
  const listed = [...site.posts, ...Object.values(site.collections).flat()];
  const total = listed.length + site.pages.length;
  for (const documents of [listed, site.pages]) {
    for (const document of documents) {
      if (bodies.size % BATCH_SIZE === 0) await setImmediate();
      progress({ step: "render", done: bodies.size, total, current: document.path });
      bodies.set(document.path, renderBody(document, null, tools, report));
    }
    tools.showBodies(bodies);
  }
  return bodies;
}

/** One body: Liquid, then what its kind of file asks for. */
export function renderBody(
  document: SiteDocument,
  paginator: Paginator | null,
  tools: RenderTools,
  report: Report,
): RenderedBody {
  const { text, lineOrigins, diagnostics } = tools.templates.renderBody(document, paginator);
  report.add(...diagnostics);
  if (!document.isMarkdown)
    return renderPlainBody(compileStyleSheet(document, text, tools, report), document);
  const macros = readOwnMacros(document, report);
  const body = tools.memory.renderOnce(tools.markdown, {
    path: document.path,
    text,
    lineOrigins,
    excerptSeparator: document.excerptSeparator,
    ...(macros === undefined ? {} : { macros }),
  });
  report.add(...body.diagnostics);
  return body;
}

function compileStyleSheet(
  document: SiteDocument,
  text: string,
  { sass }: RenderTools,
  report: Report,
): string {
  if (!isSassDocument(document)) return text;
  const syntax = document.extension === ".sass" ? "sass" : "scss";
  const compiled = sass.compile({ text, syntax, path: document.path, textLine: document.bodyLine });
  report.add(...compiled.diagnostics);
  return compiled.text;
}
