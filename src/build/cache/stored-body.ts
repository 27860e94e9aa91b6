/** A rendered body whose texts lie in the store of values: ten thousand bodies would not fit into memory. */
import type { RenderedBody } from "../../model/rendered.js";
import { GroundMoved } from "../../util/ground-moved.js";
import type { ValueStore } from "../../util/value-store/value-store.js";
import { type BodyFacts, type BodySummary, decodeSummary, decodeText, summaryKey } from "./body-values.js";

export interface StoredBody extends RenderedBody {
  /** Stands for everything that the body was made from. */
  readonly key: string;
  readonly facts: BodyFacts;
}

/** Thrown where a value is gone that was there when the build looked. */
export class ValueLost extends GroundMoved {
  constructor(key: string) {
    super(`the value ${key} is gone from the cache`);
    this.name = "ValueLost";
  }
}

/** Reads from the store what is asked for, when it is. `summary` saves a look at the store where it is known. */
export function createStoredBody(
  key: string,
  facts: BodyFacts,
  values: Pick<ValueStore, "get">,
  summary?: BodySummary,
): StoredBody {
  return new LazyBody(key, facts, values, summary);
}

/** A class, since there may be ten thousand of them: objects with getters of their own take ten times as long to make. */
class LazyBody implements StoredBody {
  /** The texts that were read last: a page asks for several of one body. */
  static #latest: { readonly key: string; readonly bytes: Buffer } | null = null;
  readonly key: string;
  readonly facts: BodyFacts;
  readonly #values: Pick<ValueStore, "get">;
  #summary: BodySummary | undefined;

  constructor(
    key: string,
    facts: BodyFacts,
    values: Pick<ValueStore, "get">,
    summary: BodySummary | undefined,
  ) {
    this.key = key;
    this.facts = facts;
    this.#values = values;
    this.#summary = summary;
  }

  get formulas(): number {
    return this.facts.formulas;
  }
  get codeBlocks(): number {
    return this.facts.codeBlocks;
  }
  get images(): RenderedBody["images"] {
    return this.facts.images;
  }
  get diagnostics(): RenderedBody["diagnostics"] {
    return this.facts.diagnostics;
  }
  get html(): string {
    return decodeText(this.#readTexts(), "html");
  }
  get feedHtml(): string {
    return decodeText(this.#readTexts(), "feedHtml");
  }
  get headings(): RenderedBody["headings"] {
    return JSON.parse(decodeText(this.#readTexts(), "headings")) as RenderedBody["headings"];
  }
  get references(): RenderedBody["references"] {
    return JSON.parse(decodeText(this.#readTexts(), "references")) as RenderedBody["references"];
  }
  get excerptHtml(): string {
    return this.#readSummary().excerptHtml;
  }
  get excerptText(): string {
    return this.#readSummary().excerptText;
  }
  get words(): number {
    return this.#readSummary().words;
  }

  #readTexts(): Buffer {
    const latest = LazyBody.#latest;
    if (latest?.key === this.key) return latest.bytes;
    const bytes = this.#read(this.key);
    LazyBody.#latest = { key: this.key, bytes };
    return bytes;
  }

  #read(key: string): Buffer {
    const bytes = this.#values.get(key);
    if (bytes === undefined) throw new ValueLost(key);
    return bytes;
  }

  #readSummary(): BodySummary {
    this.#summary ??= decodeSummary(this.#read(summaryKey(this.key)));
    return this.#summary;
  }
}
