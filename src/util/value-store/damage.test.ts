import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { createTemporaryFolder } from "../../testing/temporary-folder.js";
import { contentHash } from "../hash.js";
import { openSharedStore } from "./open-shared-store.js";
import { openValueStore } from "./open-value-store.js";

const VALUES = new Map(
  ["", "a", "some text", "a longer text ".repeat(4)].map((text) => [contentHash(text), text]),
);

interface SmallSegment {
  readonly folder: string;
  readonly file: string;
  readonly bytes: Buffer;
}

function createSegment(context: TestContext): SmallSegment {
  const folder = createTemporaryFolder(context);
  const store = openValueStore(folder);
  for (const [key, text] of VALUES) store.set(key, Buffer.from(text));
  store.close();
  const [name = ""] = readdirSync(folder);
  const file = path.join(folder, name);
  return { folder, file, bytes: readFileSync(file) };
}

/** How many values are found, by the store and as a worker sees it; none of them may be wrong. */
function countRight(folder: string): number {
  const store = openValueStore(folder);
  const shared = openSharedStore(store.share());
  let right = 0;
  for (const [key, text] of VALUES) {
    const seen = shared.get(key);
    const value = store.get(key);
    assert.deepEqual(seen, value);
    assert.ok(value === undefined || String(value) === text);
    assert.equal(store.has(key), value !== undefined);
    if (value !== undefined) right++;
  }
  store.close();
  return right;
}

test("a segment cut at any length, or with bytes after its end, has no value and is removed", (context) => {
  const { folder, file, bytes } = createSegment(context);
  assert.equal(countRight(folder), VALUES.size);
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(file, bytes.subarray(0, length));
    assert.equal(countRight(folder), 0);
    assert.deepEqual(readdirSync(folder), []);
  }
  writeFileSync(file, Buffer.concat([bytes, Buffer.from("x")]));
  assert.equal(countRight(folder), 0);
});

test("whichever byte of a segment is changed, no value is wrong, and at most one is missing or all are", (context) => {
  const { folder, file, bytes } = createSegment(context);
  for (let at = 0; at < bytes.length; at++) {
    for (const change of [0x01, 0x80, 0xff]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      writeFileSync(file, changed);
      assert.ok([0, VALUES.size - 1].includes(countRight(folder)));
    }
  }
});

test("a value that turned out to be damaged can be set again, and is right then and later", (context) => {
  const { folder, file, bytes } = createSegment(context);
  const [key = "", text = ""] = [...VALUES].at(-1) ?? [];
  const changed = Buffer.from(bytes);
  changed[bytes.indexOf(text)] = 0;
  writeFileSync(file, changed);
  const store = openValueStore(folder);
  assert.equal(store.get(key), undefined);
  store.set(key, Buffer.from(text));
  assert.equal(String(store.get(key)), text);
  store.close();
  assert.equal(countRight(folder), VALUES.size);
});

test("garbage under a segment's name is removed, and what is not the store's is left alone", (context) => {
  const { folder, bytes } = createSegment(context);
  const garbage = `values-${"0".repeat(16)}.segment`;
  for (const content of ["", "text", "\0".repeat(500), bytes.toReversed()]) {
    writeFileSync(path.join(folder, garbage), content);
    assert.equal(countRight(folder), VALUES.size);
    assert.ok(!readdirSync(folder).includes(garbage));
  }
  const foreign = ["values.txt", "values-1.segment", "notes.temporary", "values.12.temporary"];
  for (const name of foreign) writeFileSync(path.join(folder, name), "mine");
  mkdirSync(path.join(folder, garbage));
  assert.equal(countRight(folder), VALUES.size);
  for (const name of [...foreign, garbage]) assert.ok(readdirSync(folder).includes(name));
});

test("values of a segment that loses bytes while it is open are missing", (context) => {
  const { folder, file } = createSegment(context);
  const store = openValueStore(folder);
  writeFileSync(file, "");
  for (const [key, text] of VALUES) assert.equal(store.get(key)?.length, text === "" ? 0 : undefined);
  store.close();
  rmSync(file, { force: true });
  assert.equal(countRight(folder), 0);
});
