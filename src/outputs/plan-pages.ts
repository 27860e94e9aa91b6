import type { PlannedPage } from "../model/page.js";
import type { Site } from "../model/site.js";
import { planDocuments } from "./plan-documents.js";
import { planListings } from "./plan-listings.js";

/** Every page that goes through layouts: documents first, then the pages that no source file stands for. */
export function planPages(site: Site): readonly PlannedPage[] {
  return [...planDocuments(site), ...planListings(site)];
}
