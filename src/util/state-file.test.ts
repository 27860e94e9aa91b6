import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createTemporaryFolder } from "../testing/temporary-folder.js";
import { appendToStateFile, readStateFile, type StateFileEnd, writeStateFile } from "./state-file.js";

/** The end of what was written. */
function endOf(end: StateFileEnd | null): StateFileEnd {
  assert.ok(end);
  return end;
}

const VALUE = { posts: ["a.md", "ünïcode\n \ud800"], count: 2, nested: { empty: [], nothing: null } };

test("a value is read as it was written, whatever its key", (context) => {
  const file = path.join(createTemporaryFolder(context), "a", "state");
  for (const formatKey of ["1", "", "a key\nof two lines", "数"]) {
    for (const value of [VALUE, null]) {
      const end = endOf(writeStateFile(file, formatKey, value));
      assert.deepEqual(readStateFile(file, formatKey), { values: [value], end });
    }
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

test("a file that is cut or changed in any byte is undefined", (context) => {
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
  for (const content of [`\n${bytes}`, JSON.stringify(VALUE), "\n", "garbage"]) {
    writeFileSync(file, content);
    assert.equal(readStateFile(file, "1"), undefined);
  }
});

test("where it cannot be written nothing is changed and nothing is left over", (context) => {
  const folder = createTemporaryFolder(context);
  const taken = path.join(folder, "taken");
  mkdirSync(path.join(taken, "below"), { recursive: true });
  assert.equal(writeStateFile(taken, "1", VALUE), null);
  assert.deepEqual(readdirSync(folder), ["taken"]);
  writeFileSync(path.join(folder, "file"), "");
  assert.equal(writeStateFile(path.join(folder, "file", "state"), "1", VALUE), null);
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

/** A value long enough for two changes to be appended. */
const LONG = { text: "x".repeat(2000) };

test("changes are read in their order, by whoever wrote them and by whoever reads them first", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  const first = endOf(writeStateFile(file, "1", LONG));
  const second = endOf(appendToStateFile(file, first, { a: 1 }));
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG, { a: 1 }], end: second });
  const third = endOf(appendToStateFile(file, endOf(readStateFile(file, "1")?.end ?? null), [2]));
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG, { a: 1 }, [2]], end: third });
  assert.deepEqual([first.changes, second.changes, third.changes], [0, 1, 2]);
  assert.equal(readStateFile(file, "2"), undefined);
});

test("a change that is cut or changed in any byte is not read, and nothing is appended to it", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  const first = endOf(writeStateFile(file, "1", LONG));
  const second = endOf(appendToStateFile(file, first, { a: 1 }));
  const bytes = readFileSync(file);
  for (let at = first.fileBytes; at < bytes.length; at++) {
    writeFileSync(file, bytes.subarray(0, at));
    const isAtEnd = at === first.fileBytes;
    assert.deepEqual(readStateFile(file, "1"), { values: [LONG], end: isAtEnd ? first : null });
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    assert.deepEqual(readStateFile(file, "1"), { values: [LONG], end: null });
  }
  writeFileSync(file, `${bytes}\n`);
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG, { a: 1 }], end: null });
  assert.equal(appendToStateFile(file, second, { b: 2 }), null);
});

test("of two who append to the same end only the first is read, also when both did so at one moment", (context) => {
  const folder = createTemporaryFolder(context);
  const [file, other] = [path.join(folder, "state"), path.join(folder, "other")];
  const end = endOf(writeStateFile(file, "1", LONG));
  writeFileSync(other, readFileSync(file));
  const one = endOf(appendToStateFile(file, end, { a: 1 }));
  assert.equal(appendToStateFile(file, end, { a: 2 }), null);
  endOf(appendToStateFile(other, end, { a: 2 }));
  const late = readFileSync(other).subarray(end.fileBytes);
  writeFileSync(file, Buffer.concat([readFileSync(file), late]));
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG, { a: 1 }], end: null });
  // One wrote it whole meanwhile: the same value, yet not what the change was made to.
  endOf(writeStateFile(file, "1", LONG));
  writeFileSync(file, Buffer.concat([readFileSync(file), late]));
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG], end: null });
  assert.equal(appendToStateFile(path.join(folder, "none"), one, {}), null);
  assert.deepEqual(readdirSync(folder).sort(), ["other", "state"]);
});

test("no more is appended than half of what was written whole", (context) => {
  const file = path.join(createTemporaryFolder(context), "state");
  const end = endOf(writeStateFile(file, "1", LONG));
  assert.equal(appendToStateFile(file, end, "y".repeat(end.wholeBytes / 2)), null);
  assert.deepEqual(readStateFile(file, "1"), { values: [LONG], end });
});
