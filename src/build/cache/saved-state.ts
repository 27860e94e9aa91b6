/** A build state as JSON, short: a large site's is read and written by every build. */
import { type ContentRecords, createContentCache } from "../../content/content-cache.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { BodyFacts } from "./body-values.js";
import type { BodyRecord, BuildState, ProductRecord } from "./build-state.js";
import type { Inquiry, Stage } from "./ledger.js";

interface SavedState {
  readonly content: ContentRecords;
  /** Lists of questions, which whole families of pages share. */
  readonly questions: readonly (readonly string[])[];
  readonly inquiries: readonly SavedInquiry[];
  readonly bodies: Readonly<Record<string, SavedBody>>;
  readonly products: Readonly<Record<string, SavedProduct>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly siteVersions: BuildState["siteVersions"];
  readonly written: Readonly<Record<string, readonly [stamp: string | null, content: string]>>;
}

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

type SavedProduct =
  | readonly [input: string, hash: string, inquiries: readonly number[]]
  | readonly [input: string, hash: string, inquiries: readonly number[], diagnostics: readonly Diagnostic[]];

/** As plain data for a file. */
export function saveState(state: BuildState): unknown {
  const numbers = new Map<Inquiry, number>();
  const numberOf = (inquiry: Inquiry): number => {
    const number = numbers.get(inquiry) ?? numbers.size;
    numbers.set(inquiry, number);
    return number;
  };
  const bodies = mapValues(state.bodies, (record) => saveBody(record, numberOf));
  const products = mapValues(state.products, (record) => saveProduct(record, numberOf));
  const lists = new Map<string, number>();
  const inquiries = Array.from(numbers.keys(), ({ stage, subject, questions, answers }): SavedInquiry => {
    const list = JSON.stringify(questions);
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    return [stage, subject, number, answers];
  });
  const saved: SavedState = {
    content: state.content.exportRecords(),
    questions: Array.from(lists.keys(), (list) => JSON.parse(list) as readonly string[]),
    inquiries,
    bodies,
    products,
    versions: Object.fromEntries(state.versions),
    siteVersions: state.siteVersions,
    written: mapValues(state.written, ({ stamp, content }) => [stamp, content] as const),
  };
  return saved;
}

/** From what `saveState` gave, when a file gave it back whole. */
export function loadState(given: unknown): BuildState {
  const saved = given as SavedState;
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
  return {
    content: createContentCache(saved.content),
    bodies: mapEntries(saved.bodies, (body) => loadBody(body, find)),
    products: mapEntries(saved.products, (product) => loadProduct(product, find)),
    versions: new Map(Object.entries(saved.versions)),
    siteVersions: saved.siteVersions,
    written: mapEntries(saved.written, ([stamp, content]) => ({ stamp, content })),
  };
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
