import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogue } from "./catalogue.js";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

test("every code of the catalogue has a test that asks for it", () => {
  const tests = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(path.join(root, "src", file), "utf8"))
    .join("\n");
  const untested = Object.keys(catalogue).filter((code) => !new RegExp(`\\b${code}\\b(?!-)`).test(tests));
  assert.deepEqual(untested, []);
});

test("no code stands in two parts of the catalogue", () => {
  const folder = path.join(root, "src", "diagnostics", "catalogue");
  const codes = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/^ {2}"?([a-z][a-z-]+)"?: row/gm)].map(
      ([, code]) => code,
    ),
  );
  assert.equal(codes.length, Object.keys(catalogue).length);
  assert.deepEqual(
    codes.filter((code, index) => codes.indexOf(code) !== index),
    [],
  );
});
