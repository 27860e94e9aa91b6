/** A body before it is rendered: taken from the last build, or made ready by its Liquid. */
import type { RenderedBody, RenderRequest } from "../model/rendered.js";
import type { Paginator, SiteDocument } from "../model/site.js";
import { contentHash } from "../util/hash.js";
import {
  type BodySummary,
  decodeSummary,
  encodeSummary,
  encodeTexts,
  summarizeBody,
  summaryKey,
} from "./cache/body-values.js";
import type { BodyRecord } from "./cache/build-state.js";
import type { Stage } from "./cache/ledger.js";
import { createStoredBody, type StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { prepareText } from "./prepare-text.js";

export interface BodyPlan {
  /** Of its record: a document whose page is made several times has several bodies. */
  readonly name: string;
  readonly document: SiteDocument;
  readonly stage: Stage;
  readonly paginator: Paginator | null;
}

export interface BodyTask {
  readonly document: SiteDocument;
  /** What is still to be rendered; `null` when the body is known. */
  readonly request: RenderRequest | null;
  readonly key: string;
  /** To be told of what came of `request`. */
  complete(summary: BodySummary): void;
  /** The body; `undefined` while it is still to be rendered. */
  rendered(): StoredBody | undefined;
}

const HAS_LIQUID = /\{\{|\{%/;

export async function prepareBody(plan: BodyPlan, context: BuildContext): Promise<BodyTask> {
  const { before, cache, ledger, tools, versions } = context;
  const { name, document, paginator } = plan;
  const input = contentHash(JSON.stringify([tools.renderer.key, versions.versionOf(document), paginator]));
  const record = before.bodies.get(name);
  if (record?.input === input && ledger.findChange(record.inquiries) === undefined) {
    return createKnownTask(plan, record, context);
  }
  const isPlainText = !document.rendersLiquid || !HAS_LIQUID.test(document.body.read());
  if (!isPlainText || !document.isMarkdown) await tools.renderer.load();
  const prepared = prepareText(document, paginator, context);
  const inquiries = ledger.record(plan.stage, prepared.reads, record?.inquiries);
  const partial = { input, inquiries, diagnostics: prepared.diagnostics, key: prepared.key };
  const stored = cache.values.get(summaryKey(prepared.key));
  if (stored !== undefined && cache.values.has(prepared.key)) {
    return createTask(plan, partial, decodeSummary(stored), null, context);
  }
  if (prepared.plainBody === null) return createTask(plan, partial, null, prepared.request, context);
  return createTask(plan, partial, storeBody(prepared.key, prepared.plainBody, context), null, context);
}

/** Puts a body into the store, and gives what is kept at hand of it. */
export function storeBody(
  key: string,
  body: RenderedBody,
  { cache }: Pick<BuildContext, "cache">,
): BodySummary {
  const summary = summarizeBody(body);
  cache.values.set(key, encodeTexts(body));
  cache.values.set(summaryKey(key), encodeSummary(summary));
  return summary;
}

function createKnownTask(plan: BodyPlan, record: BodyRecord, context: BuildContext): BodyTask {
  const { report, after, cache } = context;
  const { key, facts } = record;
  report.add(...record.diagnostics, ...facts.diagnostics);
  after.bodies.set(plan.name, record);
  const body = createStoredBody(key, facts, cache.values);
  return { document: plan.document, request: null, key, complete: () => {}, rendered: () => body };
}

/** `summary` is `null` while the body is still to be rendered. */
function createTask(
  plan: BodyPlan,
  partial: Omit<BodyRecord, "facts">,
  summary: BodySummary | null,
  request: RenderRequest | null,
  { report, after, cache }: BuildContext,
): BodyTask {
  const { key, diagnostics } = partial;
  report.add(...diagnostics);
  let body: StoredBody | undefined;
  const complete = (known: BodySummary): void => {
    const { facts } = known;
    report.add(...facts.diagnostics);
    after.bodies.set(plan.name, { ...partial, facts });
    body = createStoredBody(key, facts, cache.values, known);
  };
  if (summary !== null) complete(summary);
  return { document: plan.document, request, key, complete, rendered: () => body };
}

/** Of a task of which nothing is left to be rendered. */
export function bodyOf({ document, rendered }: BodyTask): StoredBody {
  const body = rendered();
  if (body === undefined) throw new Error(`The body of ${document.path} was never rendered.`);
  return body;
}
