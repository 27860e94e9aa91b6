import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { createReport } from "../diagnostics/report.js";
import { configGroups, configKeys } from "./config-keys.js";
import { createConfigPage } from "./create-config-page.js";
import { createConfigSchema } from "./create-config-schema.js";
import { readConfig } from "./read-config.js";
import type { ConfigKey, ConfigKeys, JsonSchema } from "./value-type.js";

const docs = new URL("../../docs/", import.meta.url);
const RENEW = "run: npm run compile && node scripts/write-config-docs.js";

test("docs/configuration.md is what the table of keys says", () => {
  assert.equal(readFileSync(new URL("configuration.md", docs), "utf8"), createConfigPage(), RENEW);
});

test("docs/config.schema.json is what the table of keys says", () => {
  const written: unknown = JSON.parse(readFileSync(new URL("config.schema.json", docs), "utf8"));
  assert.deepEqual(written, createConfigSchema(), RENEW);
});

function listRows(
  keys: ConfigKeys,
  path: readonly string[] = [],
): { path: string[]; key: ConfigKey<unknown> }[] {
  return Object.entries(keys).flatMap(([name, key]) => {
    const own = { path: [...path, name], key };
    return [own, ...(key.type.keys === undefined ? [] : listRows(key.type.keys, own.path))];
  });
}

function readText(text: string): readonly string[] {
  const report = createReport();
  readConfig({ files: [{ path: "_config.yml", text }], overrides: {}, hasGemfile: false }, report);
  return report.list().map(({ message }) => message);
}

/** The example of a row with the lines of the mappings around it. */
function writeExample(path: readonly string[], example: string): string {
  const outer = path.slice(0, -1).map((name, depth) => `${"  ".repeat(depth)}${name}:`);
  const inner = example.split("\n").map((line) => "  ".repeat(outer.length) + line);
  return [...outer, ...inner].join("\n");
}

test("every row has a known group, a sentence, and an example of its own key that is read without a word", () => {
  for (const { path, key } of listRows(configKeys)) {
    const name = path.join(".");
    assert.ok(Object.hasOwn(configGroups, key.group), name);
    assert.match(key.description, /^[A-Z].*\.$/, name);
    if (key.example === "") {
      assert.ok(key.type.keys, `${name} has no example and no keys that have`);
      continue;
    }
    assert.deepEqual(Object.keys(parse(key.example) as object), [path.at(-1)], name);
    assert.deepEqual(readText(writeExample(path, key.example)), [], name);
  }
});

test("every example of the page is read without a word", () => {
  const blocks = [...createConfigPage().matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = ""]) => yaml);
  assert.equal(blocks.length, Object.keys(configGroups).length + 1);
  for (const block of blocks) assert.deepEqual(readText(block), [], block);
});

/** As much of JSON Schema, draft 7, as the schema uses; any other word in it fails the test. */
function isValid(value: unknown, schema: JsonSchema): boolean {
  return Object.entries(schema).every(([word, operand]) => {
    const check = CHECKS[word];
    assert.ok(check, `the schema uses "${word}", which this test does not know`);
    return check(value, operand, schema);
  });
}

type Check = (value: unknown, operand: unknown, schema: JsonSchema) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

const CHECKS: Readonly<Record<string, Check>> = {
  $schema: () => true,
  title: () => true,
  description: (_value, operand) => typeof operand === "string" && operand !== "",
  default: () => true,
  type: (value, operand) =>
    [operand].flat().some((name) => {
      const check = TYPES[String(name)];
      assert.ok(check, `no JSON type: ${String(name)}`);
      return check(value);
    }),
  enum: (value, operand) => (operand as unknown[]).includes(value),
  const: (value, operand) => value === operand,
  anyOf: (value, operand) => (operand as JsonSchema[]).some((schema) => isValid(value, schema)),
  minimum: (value, operand) => typeof value !== "number" || value >= Number(operand),
  pattern: (value, operand) => typeof value !== "string" || new RegExp(String(operand)).test(value),
  minItems: (value, operand) => !Array.isArray(value) || value.length >= Number(operand),
  maxItems: (value, operand) => !Array.isArray(value) || value.length <= Number(operand),
  required: (value, operand) =>
    !isObject(value) || (operand as string[]).every((name) => Object.hasOwn(value, name)),
  items: (value, operand) =>
    !Array.isArray(value) ||
    value.every((item, index) => {
      const schema = Array.isArray(operand) ? operand[index] : operand;
      return isValid(item, schema as JsonSchema);
    }),
  properties: (value, operand) =>
    !isObject(value) ||
    Object.entries(operand as Record<string, JsonSchema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || isValid(value[name], schema),
    ),
  additionalProperties: (value, operand, schema) => {
    if (operand === true || !isObject(value)) return true;
    const known = Object.keys((schema.properties ?? {}) as object);
    return Object.entries(value).every(
      ([name, item]) => known.includes(name) || isValid(item, operand as JsonSchema),
    );
  },
};

test("the schema accepts every example and its own defaults", () => {
  const schema = createConfigSchema();
  for (const { path, key } of listRows(configKeys)) {
    if (key.example === "") continue;
    const example: unknown = parse(writeExample(path, key.example));
    assert.ok(isValid(example, schema), path.join("."));
  }
  const properties = schema.properties as Record<string, JsonSchema>;
  for (const [name, property] of Object.entries(properties)) {
    if (name === "permalink" || property.default === undefined) continue;
    assert.ok(isValid(property.default, property), name);
  }
});

test("the schema and the reader refuse the same values", () => {
  const schema = createConfigSchema();
  const refused = [
    "title: [a]",
    "paginate: ten",
    "paginate: -1",
    "future: x",
    "exclude: a",
    "math: {enabled: 3}",
    "math: {macros: {R: [a, b]}}",
    "feed: {posts_limit: x}",
    "collections: x",
    "defaults: [a]",
    "paginate_path: /a/",
    "static_dir: true",
    "author: [a]",
  ];
  for (const text of refused) {
    assert.equal(isValid(parse(text), schema), false, text);
    assert.notDeepEqual(readText(text), [], text);
  }
  assert.ok(isValid({ anything: { goes: 1 }, title: "A" }, schema));
});

test("every key of the table is described for editors", () => {
  const properties = createConfigSchema().properties as Record<string, JsonSchema>;
  assert.deepEqual(Object.keys(properties), Object.keys(configKeys));
  for (const [name, { description }] of Object.entries(properties)) assert.ok(description, name);
});
