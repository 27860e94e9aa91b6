/** The front matter of one document: its own keys over the defaults, each with the place to point at. */
import { placeAtOffset } from "../diagnostics/place-in-text.js";
import type { Place } from "../model/diagnostic.js";
import { type FrontMatterValues, mergeDeep } from "./apply-defaults.js";
import type { Span, YamlItem } from "./parse-yaml.js";
import type { SplitText } from "./split-front-matter.js";

/** A value that is there. */
export interface KeyValue {
  readonly value: unknown;
  /** As written, when it is a scalar of the file itself. */
  readonly source: string | null;
  /** Whether it is a scalar of the file itself, without quotes. */
  readonly isPlain: boolean;
  readonly items: readonly YamlItem[];
  /** Made when asked for: most values are right. */
  readonly place: () => Place;
  readonly placeOfItem: (item: YamlItem) => Place;
}

export interface FrontMatter {
  readonly path: string;
  /** Own values over the defaults, merged deeply. */
  readonly values: FrontMatterValues;
  readonly keyPositions: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
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
  /** The whole text, front matter included. */
  readonly text: string;
  readonly split: SplitText;
}

/**
 * Joins own keys and defaults. As in Jekyll, a null of the document's own gives way to the default, except in pages
 * (`keepsNull`).
 */
export function createFrontMatter(
  { path, text, split }: DocumentText,
  defaults: FrontMatterValues,
  keepsNull: boolean,
): FrontMatter {
  const entries = new Map(split.entries.map((entry) => [entry.key, entry]));
  const placeOf = ({ start, end }: Span): Place =>
    placeAtOffset(
      path,
      text,
      split.yamlOffset + start,
      lengthOnLine(text, split.yamlOffset + start, end - start),
    );
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
    keyPositions: findKeyPositions(text, split),
    get: (key) => {
      const value = Object.hasOwn(values, key) ? values[key] : null;
      if (value === null || value === undefined) return null;
      const entry = Object.hasOwn(own, key) ? entries.get(key) : undefined;
      if (entry === undefined) return createDefaultValue(value);
      const { source, quoting, items, span } = entry;
      const isPlain = quoting === "none";
      return {
        value,
        source,
        isPlain,
        items,
        place: () => placeOf(span),
        placeOfItem: (item) => placeOf(item.span),
      };
    },
    getDefault: (key) => {
      const value = Object.hasOwn(defaults, key) ? defaults[key] : null;
      return value === null || value === undefined ? null : createDefaultValue(value);
    },
    isNull: (key) => split.values[key] === null && (entries.get(key)?.source ?? "") !== "",
    placeOfKey: (key) => placeOf(entries.get(key)?.keySpan ?? { start: 0, end: 1 }),
  };
}

/** A value from the configuration: its line is not known here, and every document that has it says the same. */
function createDefaultValue(value: unknown): KeyValue {
  const place = (): Place => ({ path: "_config.yml" });
  return { value, source: null, isPlain: false, items: [], place, placeOfItem: place };
}

/** A caret never runs over the end of its line. */
function lengthOnLine(text: string, offset: number, length: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? length : Math.min(length, end - offset);
}

function findKeyPositions(text: string, { entries, yamlOffset }: SplitText): FrontMatter["keyPositions"] {
  let line = 1;
  let lineStart = 0;
  const positions = [...entries]
    .sort((left, right) => left.span.start - right.span.start)
    .map(({ key, span }): [string, { line: number; column: number }] => {
      const offset = yamlOffset + span.start;
      for (
        let end = text.indexOf("\n", lineStart);
        end >= 0 && end < offset;
        end = text.indexOf("\n", lineStart)
      ) {
        line++;
        lineStart = end + 1;
      }
      return [key, { line, column: offset - lineStart + 1 }];
    });
  return Object.fromEntries(positions);
}
