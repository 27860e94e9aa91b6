/** A build state as JSON, short: a large site's is read by every build. */
import { createContentCache } from "../../content/content-cache.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { createNumbering } from "../../util/create-numbering.js";
import type { BodyFacts } from "./body-values.js";
import type { BodyRecord, BuildState, ProductRecord } from "./build-state.js";
import type { Inquiry } from "./ledger.js";
import { loadInquiries, type SavedInquiries, saveInquiries } from "./saved-inquiries.js";
import { type ChangedRecords, PARTS, type RecordMaps, type StateRecords } from "./state-records.js";

/** Records, all or those that changed, and the names of those that are no more. */
interface SavedRecords {
  readonly contentKey: string;
  readonly siteVersions: BuildState["siteVersions"];
  readonly inquiries: SavedInquiries;
  readonly files: Table<ValueOf<"files">>;
  readonly texts: Table<ValueOf<"texts">>;
  readonly bodies: Table<SavedBody>;
  readonly products: Table<SavedProduct>;
  readonly versions: Table<ValueOf<"versions">>;
  readonly written: Table<SavedFile>;
  readonly removed: ChangedRecords["removed"];
}

type ValueOf<Part extends keyof RecordMaps> =
  RecordMaps[Part] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Names and values in one order: an object of ten thousand keys takes longer to read. */
type Table<Value> = readonly [names: readonly string[], values: readonly Value[]];

/** Many records share an inquiry: it is saved once, and each record has its number. What most bodies lack is left out. */
type SavedBody =
  | readonly [input: string, key: string, formulas: number, codeBlocks: number]
  | readonly [input: string, key: string, formulas: number, codeBlocks: number, rest: SavedRest];

interface SavedRest {
  readonly inquiries: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: Pick<BodyFacts, "images" | "diagnostics">;
}

type SavedFile =
  | readonly [stamp: string, content: string]
  | readonly [stamp: string, content: string, unsettled: true];

type SavedProduct =
  | readonly [input: string, hash: string, inquiries: readonly number[]]
  | readonly [input: string, hash: string, inquiries: readonly number[], diagnostics: readonly Diagnostic[]];

/** As plain data for a file. */
export function saveRecords({ records, removed }: ChangedRecords): unknown {
  const inquiries = createNumbering<Inquiry>();
  const bodies = saveTable(records.bodies, (record) => saveBody(record, inquiries.numberOf));
  const products = saveTable(records.products, (record) => saveProduct(record, inquiries.numberOf));
  const saved: SavedRecords = {
    contentKey: records.contentKey,
    siteVersions: records.siteVersions,
    inquiries: saveInquiries(inquiries.values()),
    files: saveTable(records.files, (record) => record),
    texts: saveTable(records.texts, (record) => record),
    bodies,
    products,
    versions: saveTable(records.versions, (version) => version),
    written: saveTable(
      records.written,
      ({ stamp, content, isSettled }): SavedFile => (isSettled ? [stamp, content] : [stamp, content, true]),
    ),
    removed,
  };
  return saved;
}

/** From what `saveRecords` gave, all records first, then the changes, when a file gave them back whole. */
export function loadState(saved: readonly unknown[]): BuildState {
  const [first, ...changes] = (saved as readonly SavedRecords[]).map(loadRecords);
  if (first === undefined) throw new Error("A state was saved without records.");
  const records = changes.reduce(applyChanges, first.records);
  const { contentKey: key, files, texts, ...rest } = records;
  return { ...rest, content: createContentCache({ key, files, texts }) };
}

interface LoadedRecords extends ChangedRecords {
  readonly records: LoadedMaps;
}

type LoadedMaps = { [Part in keyof RecordMaps]: Map<string, ValueOf<Part>> } & Omit<
  StateRecords,
  keyof RecordMaps
>;

function loadRecords(saved: SavedRecords): LoadedRecords {
  const inquiries = loadInquiries(saved.inquiries);
  const find: Find = (numbers) =>
    numbers.map((number) => {
      const inquiry = inquiries[number];
      if (inquiry === undefined) throw new Error("A record was saved without its inquiries.");
      return inquiry;
    });
  const records = {
    contentKey: saved.contentKey,
    siteVersions: saved.siteVersions,
    files: loadTable(saved.files, (record) => record),
    texts: loadTable(saved.texts, (record) => record),
    bodies: loadTable(saved.bodies, (body) => loadBody(body, find)),
    products: loadTable(saved.products, (product) => loadProduct(product, find)),
    versions: loadTable(saved.versions, (version) => version),
    written: loadTable(saved.written, ([stamp, content, unsettled]) => ({
      ...{ stamp, content },
      isSettled: unsettled === undefined,
    })),
  };
  return { records, removed: saved.removed };
}

function applyChanges(before: LoadedMaps, { records, removed }: LoadedRecords): LoadedMaps {
  for (const part of PARTS) {
    const into: Map<string, unknown> = before[part];
    for (const name of removed[part] ?? []) into.delete(name);
    for (const [name, value] of records[part]) into.set(name, value);
  }
  return { ...before, contentKey: records.contentKey, siteVersions: records.siteVersions };
}

function saveBody(record: BodyRecord, numberOf: (inquiry: Inquiry) => number): SavedBody {
  const { input, key, inquiries, diagnostics, facts } = record;
  const { formulas, codeBlocks, images } = facts;
  const isPlain = [inquiries, diagnostics, images, facts.diagnostics].every(({ length }) => length === 0);
  if (isPlain) return [input, key, formulas, codeBlocks];
  const rest = { images, diagnostics: facts.diagnostics };
  return [input, key, formulas, codeBlocks, { inquiries: inquiries.map(numberOf), diagnostics, facts: rest }];
}

type Find = (numbers: readonly number[]) => readonly Inquiry[];

function loadBody([input, key, formulas, codeBlocks, rest = NO_REST]: SavedBody, find: Find): BodyRecord {
  const { inquiries, diagnostics, facts } = rest;
  const found = inquiries.length === 0 ? NONE : find(inquiries);
  return { input, key, inquiries: found, diagnostics, facts: { formulas, codeBlocks, ...facts } };
}

const NONE: readonly never[] = [];
const NO_REST: SavedRest = { inquiries: NONE, diagnostics: NONE, facts: { images: NONE, diagnostics: NONE } };

function saveProduct(record: ProductRecord, numberOf: (inquiry: Inquiry) => number): SavedProduct {
  const { input, hash, inquiries, diagnostics } = record;
  const numbers = inquiries.map(numberOf);
  return diagnostics.length === 0 ? [input, hash, numbers] : [input, hash, numbers, diagnostics];
}

function loadProduct([input, hash, inquiries, diagnostics = NONE]: SavedProduct, find: Find): ProductRecord {
  return { input, hash, inquiries: find(inquiries), diagnostics };
}

function saveTable<Value, Result>(
  values: ReadonlyMap<string, Value>,
  save: (value: Value) => Result,
): Table<Result> {
  return [[...values.keys()], Array.from(values.values(), save)];
}

function loadTable<Value, Result>(
  [names, values]: Table<Value>,
  load: (value: Value) => Result,
): Map<string, Result> {
  const loaded = new Map<string, Result>();
  values.forEach((value, index) => {
    loaded.set(names[index] ?? "", load(value));
  });
  return loaded;
}
