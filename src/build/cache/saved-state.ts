/** A build state as JSON, short: a large site's is read by every build. */
import { createContentCache } from "../../content/content-cache.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { BodyFacts } from "./body-values.js";
import type { BodyRecord, BuildState, ProductRecord } from "./build-state.js";
import type { Inquiry, Stage } from "./ledger.js";
import { type ChangedRecords, PARTS, type RecordMaps, type StateRecords } from "./state-records.js";

/** Records, all or those that changed, and the names of those that are no more. */
interface SavedRecords {
  readonly contentKey: string;
  readonly siteVersions: BuildState["siteVersions"];
  /** Lists of questions, which whole families of pages share. */
  readonly questions: readonly (readonly string[])[];
  readonly inquiries: readonly SavedInquiry[];
  readonly files: Named<"files">;
  readonly texts: Named<"texts">;
  readonly bodies: Readonly<Record<string, SavedBody>>;
  readonly products: Readonly<Record<string, SavedProduct>>;
  readonly versions: Named<"versions">;
  readonly written: Readonly<Record<string, SavedFile>>;
  readonly removed: ChangedRecords["removed"];
}

/** Records as they are in memory. */
type Named<Part extends keyof RecordMaps> =
  RecordMaps[Part] extends ReadonlyMap<string, infer Value> ? Readonly<Record<string, Value>> : never;

/** The list of questions is a number: of its place in `questions`. */
type SavedInquiry = readonly [stage: Stage, subject: string, questions: number, answers: string];

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
  const numbers = new Map<Inquiry, number>();
  const numberOf = (inquiry: Inquiry): number => {
    const number = numbers.get(inquiry) ?? numbers.size;
    numbers.set(inquiry, number);
    return number;
  };
  const bodies = mapValues(records.bodies, (record) => saveBody(record, numberOf));
  const products = mapValues(records.products, (record) => saveProduct(record, numberOf));
  const lists = new Map<string, number>();
  const inquiries = Array.from(numbers.keys(), ({ stage, subject, questions, answers }): SavedInquiry => {
    const list = JSON.stringify(questions);
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    return [stage, subject, number, answers];
  });
  const saved: SavedRecords = {
    contentKey: records.contentKey,
    siteVersions: records.siteVersions,
    questions: Array.from(lists.keys(), (list) => JSON.parse(list) as readonly string[]),
    inquiries,
    files: Object.fromEntries(records.files),
    texts: Object.fromEntries(records.texts),
    bodies,
    products,
    versions: Object.fromEntries(records.versions),
    written: mapValues(
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
type ValueOf<Part extends keyof RecordMaps> =
  RecordMaps[Part] extends ReadonlyMap<string, infer Value> ? Value : never;

function loadRecords(saved: SavedRecords): LoadedRecords {
  const inquiries = saved.inquiries.map(
    ([stage, subject, list, answers]): Inquiry => ({
      stage,
      subject,
      questions: saved.questions[list] ?? [],
      answers,
    }),
  );
  const find = (numbers: readonly number[]): readonly Inquiry[] =>
    numbers.flatMap((number) => inquiries[number] ?? []);
  const records = {
    contentKey: saved.contentKey,
    siteVersions: saved.siteVersions,
    files: new Map(Object.entries(saved.files)),
    texts: new Map(Object.entries(saved.texts)),
    bodies: mapEntries(saved.bodies, (body) => loadBody(body, find)),
    products: mapEntries(saved.products, (product) => loadProduct(product, find)),
    versions: new Map(Object.entries(saved.versions)),
    written: mapEntries(saved.written, ([stamp, content, unsettled]) => ({
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

function mapValues<Value, Result>(
  values: ReadonlyMap<string, Value>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Array.from(values, ([name, value]) => [name, change(value)]));
}

function mapEntries<Value, Result>(
  values: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Map<string, Result> {
  return new Map(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
