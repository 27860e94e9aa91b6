/** The front matter of one document: its own keys over the defaults, each with the place to point at. */
import type { KeyPositions } from "../model/content.js";
import type { Place } from "../model/diagnostic.js";
import { mergeDeep, type PlainRecord } from "../util/record.js";
import type { LocatedValue } from "../yaml/located-value.js";
import type { SplitText } from "./split-front-matter.js";

/** A value that is there. */
export interface KeyValue {
  readonly value: unknown;
  /** As the file itself has it; `null` when it comes from the defaults. */
  readonly located: LocatedValue | null;
  readonly place: Place;
}

export interface FrontMatter {
  readonly path: string;
  /** Own values over the defaults, merged deeply. */
  readonly values: PlainRecord;
  readonly keyPositions: KeyPositions;
  /** `null` when the key is absent or its value is null. */
  readonly get: (key: string) => KeyValue | null;
  /** The same for the defaults alone. */
  readonly getDefault: (key: string) => KeyValue | null;
  /** Whether the file itself has the key with the word `null` (or `~`) for its value. */
  readonly isNull: (key: string) => boolean;
  readonly placeOfKey: (key: string) => Place;
}

/** Whose front matter it is. */
export interface DocumentText {
  readonly path: string;
  readonly split: SplitText;
  /** As of a `SourceDocument`. */
  readonly textHash: string;
  readonly headHash: string;
}

/**
 * Joins own keys and defaults. As in Jekyll, a null of the document's own gives way to the default, except in pages
 * (`keepsNull`).
 */
export function createFrontMatter(
  { path, split }: Pick<DocumentText, "path" | "split">,
  defaults: PlainRecord,
  keepsNull: boolean,
): FrontMatter {
  const { entries } = split;
  const own = keepsNull
    ? split.values
    : Object.fromEntries(
        Object.entries(split.values).filter(
          ([key, value]) => value !== null || !Object.hasOwn(defaults, key),
        ),
      );
  const values = mergeDeep(defaults, own);
  return {
    path,
    values,
    keyPositions: findKeyPositions(split),
    get: (key) => {
      const value = Object.hasOwn(values, key) ? values[key] : null;
      if (value === null || value === undefined) return null;
      const located = Object.hasOwn(own, key) ? entries.get(key)?.value : undefined;
      return located === undefined ? createDefaultValue(value) : { value, located, place: located.place };
    },
    getDefault: (key) => {
      const value = Object.hasOwn(defaults, key) ? defaults[key] : null;
      return value === null || value === undefined ? null : createDefaultValue(value);
    },
    isNull: (key) => {
      const value = entries.get(key)?.value;
      return value?.kind === "scalar" && value.value === null && value.source !== "";
    },
    placeOfKey: (key) => entries.get(key)?.keyPlace ?? { path },
  };
}

/** A value from the configuration: its line is not known here, and every document that has it says the same. */
function createDefaultValue(value: unknown): KeyValue {
  return { value, located: null, place: { path: "_config.yml" } };
}

function findKeyPositions({ entries }: SplitText): KeyPositions {
  return [...entries].flatMap(([key, { value }]) => {
    const { line = 1, column = 1 } = value.place;
    return [key, line, column];
  });
}
