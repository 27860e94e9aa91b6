import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createTemporaryFolder } from "../testing/temporary-folder.js";
import { readStateFile, writeStateFile } from "./state-file.js";

const VALUE = { posts: ["a.md", "ünïcode\n \ud800"], count: 2, nested: { empty: [], nothing: null } };

test("a value is read as it was written, whatever its key", (context) => {
  const file = path.join(createTemporaryFolder(context), "a", "state");
  for (const formatKey of ["1", "", "a key\nof two lines", "数"]) {
    assert.ok(writeStateFile(file, formatKey, VALUE));
    assert.deepEqual(readStateFile(file, formatKey), VALUE);
    assert.ok(writeStateFile(file, formatKey, null));
    assert.equal(readStateFile(file, formatKey), null);
  }
  assert.deepEqual(readdirSync(path.dirname(file)), ["state"]);
});

test("a value written under another key, or none, is undefined", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  assert.equal(readStateFile(file, "1"), undefined);
  assert.ok(writeStateFile(file, "1", VALUE));
  assert.equal(readStateFile(file, "2"), undefined);
  assert.equal(readStateFile(path.dirname(file), "1"), undefined);
});

test("a file that is cut, longer, or changed in any byte is undefined", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  assert.ok(writeStateFile(file, "1", VALUE));
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    writeFileSync(file, bytes.subarray(0, at));
    assert.equal(readStateFile(file, "1"), undefined);
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    assert.equal(readStateFile(file, "1"), undefined);
  }
  for (const content of [`${bytes}\n`, `\n${bytes}`, JSON.stringify(VALUE), "\n", "garbage"]) {
    writeFileSync(file, content);
    assert.equal(readStateFile(file, "1"), undefined);
  }
});

test("where it cannot be written nothing is changed and nothing is left over", (context) => {
  const folder = createTemporaryFolder(context);
  const taken = path.join(folder, "taken");
  mkdirSync(path.join(taken, "below"), { recursive: true });
  assert.equal(writeStateFile(taken, "1", VALUE), false);
  assert.deepEqual(readdirSync(folder), ["taken"]);
  writeFileSync(path.join(folder, "file"), "");
  assert.equal(writeStateFile(path.join(folder, "file", "state"), "1", VALUE), false);
  assert.equal(readStateFile(path.join(folder, "file", "state"), "1"), undefined);
});

test("writing removes what killed processes left of the same file", (context) => {
  const folder = createTemporaryFolder(context);
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(path.join(folder, `state.${pid}-${"0".repeat(16)}.temporary`), "half");
  assert.ok(writeStateFile(path.join(folder, "state"), "1", VALUE));
  assert.deepEqual(readdirSync(folder), ["state"]);
});

test("what is no JSON value is a bug of the caller", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  assert.throws(() => writeStateFile(file, "1", undefined), TypeError);
  assert.throws(() => writeStateFile(file, "1", 1n), TypeError);
});
