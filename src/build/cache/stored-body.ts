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
  let known = summary;
  const read = (wanted: string): Buffer => {
    const bytes = values.get(wanted);
    if (bytes === undefined) throw new ValueLost(wanted);
    return bytes;
  };
  const readSummary = (): BodySummary => {
    known ??= decodeSummary(read(summaryKey(key)));
    return known;
  };
  return {
    key,
    facts,
    formulas: facts.formulas,
    codeBlocks: facts.codeBlocks,
    images: facts.images,
    diagnostics: facts.diagnostics,
    get html() {
      return decodeText(read(key), "html");
    },
    get feedHtml() {
      return decodeText(read(key), "feedHtml");
    },
    get headings() {
      return JSON.parse(decodeText(read(key), "headings")) as RenderedBody["headings"];
    },
    get references() {
      return JSON.parse(decodeText(read(key), "references")) as RenderedBody["references"];
    },
    get excerptHtml() {
      return readSummary().excerptHtml;
    },
    get excerptText() {
      return readSummary().excerptText;
    },
    get words() {
      return readSummary().words;
    },
  };
}
