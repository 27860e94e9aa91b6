/** The layouts of a page, from the one that it names outwards, through the layouts' own front matter. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../model/content.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { PlannedPage } from "../model/page.js";
import type { SiteDocument } from "../model/site.js";
import { positionOfKey } from "../util/key-positions.js";
import { nearestName } from "../util/text.js";
import type { TemplateShelf } from "./template-shelf.js";

export interface LayoutChain {
  /** Innermost first. */
  readonly layouts: readonly TemplateSource[];
  readonly diagnostics: readonly Diagnostic[];
}

export function findLayoutChain(
  page: PlannedPage,
  document: SiteDocument | null,
  layouts: TemplateShelf,
): LayoutChain {
  const chain: TemplateSource[] = [];
  let name = page.layout;
  let place = placeOfLayout(page, document);
  while (isName(name)) {
    const layout = layouts.get(name) ?? layouts.get(name.replace(/\.[^./]+$/, ""));
    if (layout === undefined) {
      const nearest = nearestName(name, layouts.names());
      return failed(chain, createDiagnostic("liquid-missing-layout", { name, nearest }, place), page);
    }
    if (chain.includes(layout)) {
      const names = [...chain, layout].map((link) => link.name);
      return failed(chain, createDiagnostic("liquid-layout-cycle", { chain: names }, place), page);
    }
    chain.push(layout);
    place = { path: layout.path };
    name = typeof layout.frontMatter.layout === "string" ? layout.frontMatter.layout : null;
  }
  return { layouts: chain, diagnostics: [] };
}

function isName(name: string | null): name is string {
  return name !== null && name !== "" && name !== "none" && name !== "null";
}

function failed(layouts: readonly TemplateSource[], diagnostic: Diagnostic, page: PlannedPage): LayoutChain {
  return { layouts, diagnostics: [{ ...diagnostic, page: page.source }] };
}

function placeOfLayout(page: PlannedPage, document: SiteDocument | null): Place {
  if (document === null) return { path: page.source };
  return { path: document.path, ...positionOfKey(document.keyPositions, "layout") };
}
