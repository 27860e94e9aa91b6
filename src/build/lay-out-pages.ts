/** The lay out step: every planned page through its chain of layouts. */
import { setImmediate } from "node:timers/promises";
import type { Report } from "../diagnostics/report.js";
import type { PlannedPage } from "../model/page.js";
import type { RenderedBody } from "../model/rendered.js";
import type { Site, SiteDocument } from "../model/site.js";
import { planPages } from "../outputs/plan-pages.js";
import type { BuildProgress } from "./build-types.js";
import type { RenderTools } from "./create-render-tools.js";
import { renderBody } from "./render-bodies.js";

export interface LaidOutPage extends PlannedPage {
  /** The finished text: HTML, or whatever the page is. */
  readonly text: string;
}

const BATCH_SIZE = 20;

/** In the order in which they were planned. */
export async function layOutPages(
  site: Site,
  bodies: ReadonlyMap<string, RenderedBody>,
  tools: RenderTools,
  report: Report,
  progress: (progress: BuildProgress) => void,
): Promise<readonly LaidOutPage[]> {
  const documents = new Map(
    [...site.posts, ...site.pages, ...Object.values(site.collections).flat()].map((document) => [
      document.path,
      document,
    ]),
  );
  const planned = planPages(site);
  const pages: LaidOutPage[] = [];
  for (const page of planned) {
    if (pages.length % BATCH_SIZE === 0) await setImmediate();
    progress({ step: "lay out", done: pages.length, total: planned.length, current: page.source });
    const document = page.document === null ? undefined : documents.get(page.document);
    const content = contentOf(page, document, bodies, tools, report);
    const { text, diagnostics } = tools.templates.renderLayouts(page, content);
    report.add(...diagnostics);
    pages.push({ ...page, text });
  }
  return pages;
}

/** A page that lists posts page by page is rendered anew for each of its pages. */
function contentOf(
  page: PlannedPage,
  document: SiteDocument | undefined,
  bodies: ReadonlyMap<string, RenderedBody>,
  tools: RenderTools,
  report: Report,
): string {
  if (document === undefined) return "";
  if (page.paginator !== null) return renderBody(document, page.paginator, tools, report).html;
  return bodies.get(document.path)?.html ?? "";
}
