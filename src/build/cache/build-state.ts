/**
 * What one build leaves for the next: what was understood of each file, rendered of each body, made of each page, and
 * written. Every record holds all that it depends on, so that it can only be missing, never out of date.
 */
import { type ContentCache, type ContentRecords, createContentCache } from "../../content/content-cache.js";
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
  /** `null` when it could not be trusted yet. */
  readonly stamp: string | null;
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

/** Whether a build left just what it found, so that nothing has to be saved. */
export function isSameState(before: BuildState, after: BuildState): boolean {
  return (
    !after.content.hasChanged() &&
    isSameMap(before.bodies, after.bodies, Object.is) &&
    isSameMap(before.products, after.products, Object.is) &&
    isSameMap(before.versions, after.versions, Object.is) &&
    JSON.stringify(before.siteVersions) === JSON.stringify(after.siteVersions) &&
    isSameMap(
      before.written,
      after.written,
      (left, right) => left.stamp === right.stamp && left.content === right.content,
    )
  );
}

function isSameMap<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  isSame: (left: Value, right: Value) => boolean,
): boolean {
  if (before.size !== after.size) return false;
  for (const [key, value] of after) {
    const old = before.get(key);
    if (old === undefined || !isSame(old, value)) return false;
  }
  return true;
}

interface SavedState {
  readonly content: ContentRecords;
  /** Lists of questions, which whole families of pages share. */
  readonly questions: readonly (readonly string[])[];
  readonly inquiries: readonly SavedInquiry[];
  readonly bodies: Readonly<Record<string, SavedRecord<BodyRecord>>>;
  readonly products: Readonly<Record<string, SavedRecord<ProductRecord>>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly siteVersions: BuildState["siteVersions"];
  readonly written: Readonly<Record<string, WrittenRecord>>;
}

/** The stage, the subject, the number of its list of questions, and the hash of the answers. */
type SavedInquiry = readonly [Stage, string, number, string];

/** Many records share an inquiry: it is saved once, and each record has its number. */
type SavedRecord<Kind extends { readonly inquiries: unknown }> = Omit<Kind, "inquiries"> & {
  readonly inquiries: readonly number[];
};

/** As plain data for a file. */
export function saveState(state: BuildState): unknown {
  const numbers = new Map<Inquiry, number>();
  const numberOf = (inquiry: Inquiry): number => {
    const number = numbers.get(inquiry) ?? numbers.size;
    numbers.set(inquiry, number);
    return number;
  };
  const saveAll = <Kind extends { readonly inquiries: readonly Inquiry[] }>(records: Map<string, Kind>) =>
    Object.fromEntries(
      [...records].map(([name, record]) => [name, { ...record, inquiries: record.inquiries.map(numberOf) }]),
    );
  const [bodies, products] = [saveAll(state.bodies), saveAll(state.products)];
  const lists = new Map<string, number>();
  const inquiries = [...numbers.keys()].map(({ stage, subject, questions, answers }): SavedInquiry => {
    const list = JSON.stringify(questions);
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    return [stage, subject, number, answers];
  });
  return {
    content: state.content.exportRecords(),
    questions: [...lists.keys()].map((list) => JSON.parse(list) as readonly string[]),
    inquiries,
    bodies,
    products,
    versions: Object.fromEntries(state.versions),
    siteVersions: state.siteVersions,
    written: Object.fromEntries(state.written),
  };
}

/** From what `saveState` gave, when a file gave it back whole. */
export function loadState(saved: unknown): BuildState {
  const { content, questions, bodies, products, versions, siteVersions, written, ...rest } =
    saved as SavedState;
  const inquiries = rest.inquiries.map(
    ([stage, subject, list, answers]): Inquiry => ({
      ...{ stage, subject, answers },
      questions: questions[list] ?? [],
    }),
  );
  const loadAll = <Kind extends { readonly inquiries: readonly Inquiry[] }>(
    records: Readonly<Record<string, SavedRecord<Kind>>>,
  ): Map<string, Kind> =>
    new Map(
      Object.entries(records).map(([name, record]) => {
        const own = record.inquiries.flatMap((number) => inquiries[number] ?? []);
        // What was saved of a kind of record, with its inquiries, is one again.
        return [name, { ...record, inquiries: own } as unknown as Kind];
      }),
    );
  return {
    content: createContentCache(content),
    bodies: loadAll<BodyRecord>(bodies),
    products: loadAll<ProductRecord>(products),
    versions: new Map(Object.entries(versions)),
    siteVersions,
    written: new Map(Object.entries(written)),
  };
}
