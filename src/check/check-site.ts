/** Everything wrong with a built site that only the finished pages show. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { Output, ReadOutput } from "../model/output.js";
import type { RenderedBody } from "../model/rendered.js";
import type { Site, SiteDocument } from "../model/site.js";
import { findFaults, type PageFault } from "./find-faults.js";
import { findPlace } from "./find-place.js";
import { type PageFacts, readPage } from "./read-page.js";
import { createSiteFiles } from "./site-files.js";

export interface CheckInput {
  /** Everything that is written, by path. */
  readonly outputs: ReadonlyMap<string, Output>;
  readonly read: ReadOutput;
  readonly config: Pick<SiteConfig, "url" | "baseurl">;
  readonly bodies: ReadonlyMap<string, RenderedBody>;
  readonly site: Pick<Site, "posts" | "pages" | "collections">;
}

interface Finding {
  readonly fault: PageFault;
  readonly place: Place;
  readonly outputPath: string;
  morePages: number;
}

/**
 * Links, anchors (on other pages too), images, scripts and style sheets resolve as a static host serves them, with
 * `baseurl`; no id stands twice on a page; images have alternative text. Other hosts are never asked. A fault of
 * a body is told at its line; one that a layout repeats is told once, at the first page, with the number of pages.
 * Adds the diagnostics of `catalogue/check.ts`, all of them warnings or notes.
 */
export async function checkSite(
  { outputs, read, config, bodies, site }: CheckInput,
  report: Report,
): Promise<void> {
  const pages = await readPages(outputs, read);
  const context = { config, pages, files: createSiteFiles(new Set(outputs.keys())) };
  const documents = new Map(
    [...site.posts, ...site.pages, ...Object.values(site.collections).flat()].map((document) => [
      document.path,
      document,
    ]),
  );
  const findings = new Map<string, Finding>();
  const writers = findWriters(bodies, config.baseurl);
  const sourceOf = (outputPath: string): string => outputs.get(outputPath)?.source ?? "";
  // A post's own page comes before the lists that show its excerpt.
  const ordered = [...pages].sort(
    ([left], [right]) => Number(documents.has(sourceOf(right))) - Number(documents.has(sourceOf(left))),
  );
  for (const [outputPath, facts] of ordered) {
    for (const fault of findFaults(outputPath, facts, context)) {
      const document = documents.get(sourceOf(outputPath)) ?? documents.get(writers.get(fault.url) ?? "");
      addFinding(fault, outputPath, document, bodies, config.baseurl, findings);
    }
  }
  for (const finding of findings.values()) report.add(toDiagnostic(finding));
}

async function readPages(
  outputs: ReadonlyMap<string, Output>,
  read: ReadOutput,
): Promise<Map<string, PageFacts>> {
  const pages = new Map<string, PageFacts>();
  for (const [path, output] of outputs) {
    if (!/\.x?html?$/.test(path)) continue;
    const content = await read(output);
    if (typeof content === "string") pages.set(path, readPage(content));
  }
  return pages;
}

/** The source whose body holds a reference, by URL: what a list shows comes from an excerpt. The first of several. */
function findWriters(
  bodies: ReadonlyMap<string, RenderedBody>,
  baseurl: string,
): ReadonlyMap<string, string> {
  const writers = new Map<string, string>();
  for (const [path, { references }] of bodies) {
    for (const { url } of references) {
      for (const written of [url, baseurl + url]) if (!writers.has(written)) writers.set(written, path);
    }
  }
  return writers;
}

function addFinding(
  fault: PageFault,
  outputPath: string,
  document: SiteDocument | undefined,
  bodies: ReadonlyMap<string, RenderedBody>,
  baseurl: string,
  findings: Map<string, Finding>,
): void {
  const body = bodies.get(document?.path ?? "");
  const { place, isInBody } = findPlace(fault.url, outputPath, document, body, baseurl);
  // Every build tells of it, at the same line.
  if (isInBody && fault.code === "check-target-missing" && fault.kind === "image") return;
  const key = JSON.stringify([withoutPage(fault), ...(isInBody ? [place.path, place.line] : [])]);
  const known = findings.get(key);
  if (known === undefined) findings.set(key, { fault, place, outputPath, morePages: 0 });
  else if (known.outputPath !== outputPath) known.morePages++;
}

/** `#menu` in a layout is missing on each page anew, and one fault. */
function withoutPage(fault: PageFault): unknown {
  return fault.code === "check-anchor-missing" && fault.url.startsWith("#")
    ? { code: fault.code, url: fault.url }
    : fault;
}

function toDiagnostic({ fault, place, outputPath, morePages }: Finding): Diagnostic {
  const diagnostic = createFault(fault, place, morePages);
  return place.path === outputPath ? diagnostic : { ...diagnostic, page: outputPath };
}

function createFault(fault: PageFault, place: Place, morePages: number): Diagnostic {
  switch (fault.code) {
    case "check-target-missing":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
    case "check-anchor-missing":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
    case "check-url-malformed":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
    case "check-outside-baseurl":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
    case "check-id-repeated":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
    case "check-image-without-text":
      return createDiagnostic(fault.code, { ...fault, morePages }, place);
  }
}
