/**
 * What one build leaves for the next: what was understood of each file, rendered of each body, made of each page, and
 * written. Every record holds all that it depends on, so that it can only be missing, never out of date.
 */
import { type ContentCache, createContentCache } from "../../content/content-cache.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { BodyFacts } from "./body-values.js";
import type { Inquiry, Stage } from "./ledger.js";

/** How a body came to be. */
export interface BodyRecord {
  /** Stands for the document and the renderer. */
  readonly input: string;
  /** What its Liquid asked of the site. */
  readonly inquiries: readonly Inquiry[];
  /** Of its Liquid, and of its macros; those of the rendering are in the facts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the rendered body is in the store of values. */
  readonly key: string;
  readonly facts: BodyFacts;
}

/** How an output came to be that is made from bodies and templates: a page, a feed. */
export interface ProductRecord {
  /** Stands for its plan, its content and the renderer. */
  readonly input: string;
  readonly inquiries: readonly Inquiry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of its text. */
  readonly hash: string;
}

/** A file of the destination as it was left. */
export interface WrittenRecord {
  readonly stamp: string;
  /** Whether every later change is sure to show in the stamp; of another stamp it is sure in any case. */
  readonly isSettled: boolean;
  /** Of its content; for a copied file, the stamp of the file that it was copied from. */
  readonly content: string;
}

export interface BuildState {
  readonly content: ContentCache;
  readonly bodies: Map<string, BodyRecord>;
  readonly products: Map<string, ProductRecord>;
  /** For each document what stood for it, and for its body, in the step of the layouts. */
  versions: ReadonlyMap<string, string>;
  /** What stood for the whole site in each stage. */
  siteVersions: Readonly<Partial<Record<Stage, string>>>;
  written: ReadonlyMap<string, WrittenRecord>;
}

export function createBuildState(): BuildState {
  return {
    content: createContentCache(),
    bodies: new Map(),
    products: new Map(),
    versions: new Map(),
    siteVersions: {},
    written: new Map(),
  };
}

/** Each inquiry of its records once. */
export function listInquiries({ bodies, products }: BuildState): ReadonlySet<Inquiry> {
  const found = new Set<Inquiry>();
  for (const { inquiries } of bodies.values()) for (const inquiry of inquiries) found.add(inquiry);
  for (const { inquiries } of products.values()) for (const inquiry of inquiries) found.add(inquiry);
  return found;
}
