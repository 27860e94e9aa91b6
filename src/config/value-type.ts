/** What the value of a configuration key may be: read and checked, told in words, described to editors. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import {
  describeValue,
  isNothing,
  type LocatedMapping,
  type LocatedValue,
  toPlain,
} from "../yaml/located-value.js";

/** JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ReadContext {
  readonly report: Report;
  /** Names of the code themes that exist; `null` when nobody said. */
  readonly codeThemes: readonly string[] | null;
}

export interface ValueType<Value> {
  /** Completes "must be …". */
  readonly words: string;
  readonly schema: JsonSchema;
  /** `undefined` for a value that is no such thing; `read` has then said why. `name` is for messages. */
  readonly read: (value: LocatedValue, name: string, context: ReadContext) => Value | undefined;
  /** The keys of a mapping whose keys are known. */
  readonly keys?: ConfigKeys;
}

/** One row of the table of keys. */
export interface ConfigKey<Value> {
  readonly group: string;
  readonly type: ValueType<Value>;
  /** What the key is when it is absent or has no value. */
  readonly default: Value;
  /** The default as an author would write it, where that differs from how it is read. */
  readonly defaultAsWritten?: unknown;
  /** One sentence, in Markdown. */
  readonly description: string;
  /** Lines of YAML, without those of the mapping around it. Empty for a mapping that only its keys explain. */
  readonly example: string;
  /** Names that Jekyll once had for it. */
  readonly oldNames?: readonly string[];
}

// biome-ignore lint/suspicious/noExplicitAny: the rows of one table have different values, and each is read by its own type
export type ConfigKeys = Readonly<Record<string, ConfigKey<any>>>;

/** What a table of keys is read to. */
export type ValuesOf<Keys extends ConfigKeys> = {
  readonly [Name in keyof Keys]: Keys[Name] extends ConfigKey<infer Value> ? Value : never;
};

/** Writes a row down, widening its default to what its type reads. */
export function defineKey<Value>(key: ConfigKey<Value>): ConfigKey<Value> {
  return key;
}

/** Reads every key of the table; one that is absent, empty or wrong is its default. */
export function readKeys<Keys extends ConfigKeys>(
  keys: Keys,
  mapping: LocatedMapping,
  prefix: string,
  context: ReadContext,
): ValuesOf<Keys> {
  const values = Object.entries(keys).map(([name, key]): [string, unknown] => {
    const value = findValue(name, key.oldNames ?? [], mapping, context);
    return [
      name,
      value === undefined ? key.default : (key.type.read(value, prefix + name, context) ?? key.default),
    ];
  });
  return Object.fromEntries(values) as ValuesOf<Keys>;
}

function findValue(
  name: string,
  oldNames: readonly string[],
  mapping: LocatedMapping,
  { report }: ReadContext,
): LocatedValue | undefined {
  const value = mapping.entries.get(name)?.value;
  if (!isNothing(value)) return value;
  for (const old of oldNames) {
    const entry = mapping.entries.get(old);
    if (entry === undefined || entry.value.kind !== "scalar" || typeof entry.value.value !== "string")
      continue;
    report.add(createDiagnostic("config-old-name", { old, now: name }, entry.keyPlace));
    return entry.value;
  }
  return undefined;
}

/** Says that a value is not what its key needs. */
export function rejectValue(
  value: LocatedValue,
  name: string,
  expected: string,
  { report }: ReadContext,
  hint = "",
): undefined {
  const facts = { key: name, expected, found: describeValue(value), hint: hint || `Write ${expected}` };
  report.add(createDiagnostic("config-type", facts, value.place));
}

/** The default of every key of the table. */
export function defaultsOf<Keys extends ConfigKeys>(keys: Keys): ValuesOf<Keys> {
  const values = Object.entries(keys).map(([name, key]) => [name, key.default]);
  return Object.fromEntries(values) as ValuesOf<Keys>;
}

/** A mapping with known keys; with `switchKey`, `true` and `false` alone stand for that key. */
export function settings<Keys extends ConfigKeys>(
  keys: Keys,
  switchKey: (keyof Keys & string) | null,
): ValueType<ValuesOf<Keys>> {
  const names = Object.keys(keys).join(", ");
  const words = `a mapping with the keys ${names}${switchKey === null ? "" : ", or true or false"}`;
  const properties = { type: "object", properties: describeKeys(keys), additionalProperties: true };
  return {
    words,
    keys,
    schema: switchKey === null ? properties : { anyOf: [properties, { type: "boolean" }] },
    read(value, name, context) {
      if (value.kind === "mapping") return readKeys(keys, value, `${name}.`, context);
      const written = toPlain(value);
      if (switchKey !== null && typeof written === "boolean")
        return { ...defaultsOf(keys), [switchKey]: written };
      return rejectValue(value, name, words, context);
    },
  };
}

/** The keys as properties of a JSON Schema. */
export function describeKeys(keys: ConfigKeys): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]) => {
      const standard = key.defaultAsWritten === undefined ? key.default : key.defaultAsWritten;
      const hasDefault = standard !== null && key.type.keys === undefined;
      const known = hasDefault ? { default: standard } : {};
      return [name, { description: key.description.replaceAll("`", ""), ...known, ...key.type.schema }];
    }),
  );
}
