/** Types of values that say which documents there are: `collections` and `defaults`. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { CollectionConfig, DefaultsRule } from "../model/config.js";
import { nearestName } from "../util/text.js";
import { isNothing, type LocatedMapping, type LocatedValue, toRecord } from "../yaml/located-value.js";
import { permalink } from "./permalink-types.js";
import { mapping, text, texts, trueOrFalse } from "./plain-types.js";
import { type ReadContext, rejectValue, type ValueType } from "./value-type.js";

const COLLECTIONS_WORDS = "a list of names, or a mapping from names to settings";

/** Collections by name. `posts` may be among them, and is not taken out here. */
export const collections: ValueType<readonly CollectionConfig[]> = {
  words: COLLECTIONS_WORDS,
  schema: {
    anyOf: [
      texts.schema,
      {
        type: "object",
        additionalProperties: {
          type: ["object", "null"],
          properties: {
            output: { type: "boolean", default: false, description: "Whether each document becomes a page." },
            permalink: { ...permalink.schema, description: "Where its documents are written." },
          },
        },
      },
    ],
  },
  read(value, name, context) {
    if (value.kind === "list") {
      const labels = texts.read(value, name, context) ?? [];
      return labels.map((label) => ({ label, output: false, permalink: null, values: {} }));
    }
    if (value.kind !== "mapping") return rejectValue(value, name, COLLECTIONS_WORDS, context);
    return [...value.entries].flatMap(([label, entry]) => {
      const collection = readCollection(label, entry.value, `${name}.${label}`, context);
      return collection === undefined ? [] : [collection];
    });
  },
};

function readCollection(
  label: string,
  value: LocatedValue,
  name: string,
  context: ReadContext,
): CollectionConfig | undefined {
  if (isNothing(value)) return { label, output: false, permalink: null, values: {} };
  if (value.kind !== "mapping") return rejectValue(value, name, "a mapping of settings", context);
  const output = settingOf(value, "output");
  const template = settingOf(value, "permalink");
  return {
    label,
    output: (output && trueOrFalse.read(output, `${name}.output`, context)) ?? false,
    permalink: (template && permalink.read(template, `${name}.permalink`, context)) ?? null,
    values: toRecord(value),
  };
}

const DEFAULTS_WORDS = "a list of rows, each with scope and values";

/** Rows of front matter for the documents of a scope; paths without slashes at their ends. */
export const defaults: ValueType<readonly DefaultsRule[]> = {
  words: DEFAULTS_WORDS,
  schema: {
    type: "array",
    items: {
      type: "object",
      required: ["values"],
      properties: {
        scope: {
          type: "object",
          properties: {
            path: { type: "string", description: "A folder or a pattern; empty for every file." },
            type: { type: "string", description: "posts, drafts, pages or a collection." },
          },
        },
        values: { type: "object", description: "Front matter for the documents of the scope." },
      },
    },
  },
  read(value, name, context) {
    if (value.kind !== "list") return rejectValue(value, name, DEFAULTS_WORDS, context);
    return value.items.flatMap((item, index) => {
      const rule = readRule(item, `${name}[${index}]`, context);
      return rule === undefined ? [] : [rule];
    });
  },
};

function readRule(value: LocatedValue, name: string, context: ReadContext): DefaultsRule | undefined {
  if (value.kind !== "mapping") return rejectValue(value, name, "a mapping with scope and values", context);
  const held = value.entries.get("values")?.value;
  if (held === undefined)
    return rejectValue(value, name, "a mapping with scope and values", context, "Add values");
  const values = mapping.read(held, `${name}.values`, context);
  const scope = settingOf(value, "scope");
  if (values === undefined) return undefined;
  if (scope === undefined) return { scope: { path: "", type: null }, values };
  if (scope.kind !== "mapping")
    return rejectValue(scope, `${name}.scope`, "a mapping with path and type", context);
  const path = settingOf(scope, "path");
  const type = settingOf(scope, "type");
  const folder = path && text.read(path, `${name}.scope.path`, context);
  const kind = type && text.read(type, `${name}.scope.type`, context);
  if ((path && folder === undefined) || (type && kind === undefined)) return undefined;
  return { scope: { path: tidyScope(folder ?? ""), type: kind || null }, values };
}

function tidyScope(path: string): string {
  return path
    .trim()
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\/+$/, "")
    .replace(/^\.$/, "");
}

/** The names of Jekyll 2, which Jekyll still reads. */
const OLD_TYPES: Readonly<Record<string, string>> = { post: "posts", page: "pages", draft: "drafts" };

/**
 * The rules with today's names of types. A type that no document can have is a warning. `value` is where the rules
 * were read from.
 */
export function checkScopeTypes(
  rules: readonly DefaultsRule[],
  labels: readonly string[],
  value: LocatedValue | undefined,
  report: Report,
): readonly DefaultsRule[] {
  const known = ["posts", "drafts", "pages", ...labels];
  const places = value === undefined ? new Map() : findTypePlaces(value);
  return rules.map((rule) => {
    const type = rule.scope.type;
    if (type === null || known.includes(type)) return rule;
    const now = OLD_TYPES[type];
    if (now === undefined) {
      const facts = { name: type, nearest: nearestName(type, known) };
      report.add(createDiagnostic("config-scope-type", facts, places.get(type)));
      return rule;
    }
    report.add(createDiagnostic("config-old-name", { old: type, now }, places.get(type)));
    return { ...rule, scope: { ...rule.scope, type: now } };
  });
}

function findTypePlaces(value: LocatedValue): Map<string, LocatedValue["place"]> {
  const places = new Map<string, LocatedValue["place"]>();
  for (const item of value.kind === "list" ? value.items : []) {
    const scope = item.kind === "mapping" ? settingOf(item, "scope") : undefined;
    const type = scope?.kind === "mapping" ? settingOf(scope, "type") : undefined;
    if (type?.kind === "scalar" && !places.has(String(type.value)))
      places.set(String(type.value), type.place);
  }
  return places;
}

function settingOf(from: LocatedMapping, key: string): LocatedValue | undefined {
  const value = from.entries.get(key)?.value;
  return isNothing(value) ? undefined : value;
}
