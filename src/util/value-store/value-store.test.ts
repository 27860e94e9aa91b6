import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { Worker } from "node:worker_threads";
import { readStored, storedKey, storedValue } from "../../testing/stored-values.js";
import { createTemporaryFolder } from "../../testing/temporary-folder.js";
import { openValueStore } from "./open-value-store.js";
import { readValueAt } from "./read-value-at.js";
import type { ValueStore } from "./value-store.js";

const COUNT = 120;
const ALL = Array.from({ length: COUNT }, (_, number) => number);

function fill(store: ValueStore, numbers: readonly number[] = ALL): void {
  for (const number of numbers) store.set(storedKey(number), storedValue(number));
}

/** A store in a folder and one in memory, closed before the folder goes. */
function openBoth(context: TestContext): readonly ValueStore[] {
  const stores = [openValueStore(path.join(createTemporaryFolder(context), "a", "b")), openValueStore(null)];
  context.after(() => {
    for (const store of stores) store.close();
  });
  return stores;
}

test("a value is read as it was set, at once and after a flush, on disk and in memory", (context) => {
  for (const store of openBoth(context)) {
    assert.deepEqual(readStored(store.get, COUNT), []);
    assert.ok(!store.has(storedKey(1)));
    fill(store);
    assert.deepEqual(readStored(store.get, COUNT), ALL);
    store.flush();
    assert.deepEqual(readStored(store.get, COUNT), ALL);
    assert.ok(store.has(storedKey(1)));
    assert.equal(store.get(storedKey(COUNT)), undefined);
    assert.equal(store.fault, null);
  }
});

test("a value is a copy on its way in and on its way out", (context) => {
  for (const store of openBoth(context)) {
    const given = Buffer.from("right");
    store.set(storedKey(1), given);
    given.fill("x");
    store.get(storedKey(1))?.fill("x");
    assert.equal(String(store.get(storedKey(1))), "right");
  }
});

test("a key that has a value keeps it", (context) => {
  for (const store of openBoth(context)) {
    store.set(storedKey(1), Buffer.from("first"));
    store.set(storedKey(1), Buffer.from("second"));
    store.flush();
    store.set(storedKey(1), Buffer.from("third"));
    assert.equal(String(store.get(storedKey(1))), "first");
  }
});

test("what is no key is refused when it is set and has no value", (context) => {
  for (const store of openBoth(context)) {
    for (const key of ["", "abc", `${storedKey(1)}00`, storedKey(1).toUpperCase(), "../".repeat(11)]) {
      assert.throws(() => store.set(key, Buffer.from("a")), RangeError);
      assert.equal(store.get(key), undefined);
    }
  }
});

test("a closed store has nothing and takes nothing", (context) => {
  for (const store of openBoth(context)) {
    fill(store, [1, 2]);
    store.close();
    store.set(storedKey(3), storedValue(3));
    assert.deepEqual(readStored(store.get, COUNT), []);
    store.close();
  }
});

test("a store opened later has what was flushed, from every segment", (context) => {
  const folder = createTemporaryFolder(context);
  for (const half of [ALL.slice(0, 60), ALL.slice(60)]) {
    const store = openValueStore(folder);
    fill(store, half);
    store.close();
  }
  assert.equal(readdirSync(folder).length, 2);
  const store = openValueStore(folder);
  context.after(store.close);
  assert.deepEqual(readStored(store.get, COUNT), ALL);
});

test("nothing is written to disk when nothing is set", (context) => {
  const parent = createTemporaryFolder(context);
  const store = openValueStore(path.join(parent, "cache"));
  store.get(storedKey(1));
  store.retain([]);
  store.close();
  assert.deepEqual(readdirSync(parent), []);
});

test("a location leads to its value, also of a value not yet flushed, and nowhere else", (context) => {
  for (const store of openBoth(context)) {
    fill(store, [1, 2, 3]);
    const early = store.locate(storedKey(2));
    assert.ok(early !== undefined);
    assert.deepEqual(readValueAt(early), storedValue(2));
    store.flush();
    const late = store.locate(storedKey(2));
    assert.ok(late !== undefined);
    assert.deepEqual(readValueAt(early), storedValue(2));
    assert.deepEqual(readValueAt(late), storedValue(2));
    assert.equal(readValueAt({ ...late, checksum: late.checksum ^ 1 }), undefined);
    assert.equal(readValueAt({ ...late, offset: 1e9 }), undefined);
    assert.equal(readValueAt({ ...late, offset: -1 }), undefined);
    assert.equal(store.locate(storedKey(4)), undefined);
  }
});

test("a worker thread reads what was set before the store was shared, and later values by their location", async (context) => {
  for (const store of openBoth(context)) {
    fill(store, ALL.slice(0, 40));
    store.flush();
    fill(store, ALL.slice(40));
    const worker = new Worker(new URL("../../testing/shared-store-worker.js", import.meta.url), {
      workerData: { shared: store.share(), count: COUNT },
    });
    context.after(() => worker.terminate());
    assert.deepEqual(await once(worker, "message"), [ALL]);
    fill(store, [COUNT]);
    worker.postMessage(store.locate(storedKey(COUNT)));
    const [value] = await once(worker, "message");
    assert.deepEqual(Buffer.from(value), storedValue(COUNT));
  }
});
