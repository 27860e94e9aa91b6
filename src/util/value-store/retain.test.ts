import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createRandom } from "../../testing/create-random.js";
import { readStored, storedKey, storedValue } from "../../testing/stored-values.js";
import { createTemporaryFolder } from "../../testing/temporary-folder.js";
import { openSharedStore } from "./open-shared-store.js";
import { openValueStore } from "./open-value-store.js";
import { readValueAt } from "./read-value-at.js";
import type { ValueStore } from "./value-store.js";

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** One build: what it needs is read or set. */
function use(store: ValueStore, numbers: readonly number[]): void {
  for (const number of numbers) {
    if (store.get(storedKey(number)) === undefined) store.set(storedKey(number), storedValue(number));
  }
  store.retain(numbers.map(storedKey));
}

const bytesOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + storedValue(number).length, 0);

const LIMIT = { leastLimitBytes: 300_000 };

test("after every build the store is within its bound, in few files, and has all that the build used", (context) => {
  const folder = createTemporaryFolder(context);
  for (const place of [folder, null]) {
    const random = createRandom(7);
    let store = openValueStore(place, LIMIT);
    for (let build = 0; build < 60; build++) {
      const first = Math.floor(random() * 300);
      const numbers = range(first, first + Math.floor(random() * 45));
      use(store, numbers);
      const kept = readStored(store.get, 400);
      const bound = Math.max(LIMIT.leastLimitBytes, 2 * bytesOf(numbers));
      assert.deepEqual(
        numbers.filter((number) => !kept.includes(number)),
        [],
      );
      assert.ok(bytesOf(kept) <= bound);
      if (place === null || build % 7 < 6) continue;
      store.close();
      assert.ok(sizeOf(folder) <= bound + 400 * 64);
      assert.ok(readdirSync(folder).length <= 8);
      store = openValueStore(place, LIMIT);
    }
    store.close();
  }
});

test("what the last build did not use stays while there is room, and what was used earliest goes first", (context) => {
  for (const place of [createTemporaryFolder(context), null]) {
    const store = openValueStore(place, { leastLimitBytes: 400_000 });
    use(store, range(0, 10));
    use(store, range(10, 20));
    use(store, range(20, 30));
    assert.deepEqual(readStored(store.get, 30), range(0, 30));
    use(store, range(30, 41));
    const kept = readStored(store.get, 41);
    assert.ok(!kept.includes(1));
    assert.deepEqual(
      kept.filter((number) => number >= 20),
      range(20, 41),
    );
    store.close();
  }
});

test("many small builds are merged into few files, and no value is lost by it", (context) => {
  const folder = createTemporaryFolder(context);
  const store = openValueStore(folder);
  for (const number of range(0, 49)) {
    use(store, [number]);
    assert.ok(readdirSync(folder).length <= 8);
  }
  assert.deepEqual(readStored(store.get, 49), range(0, 49));
  store.close();
  const again = openValueStore(folder);
  assert.deepEqual(readStored(again.get, 49), range(0, 49));
  again.close();
});

test("a large segment is not copied for the sake of small ones", (context) => {
  const folder = createTemporaryFolder(context);
  const store = openValueStore(folder);
  use(store, range(0, 100));
  const [large = ""] = readdirSync(folder);
  for (const number of range(100, 140)) use(store, [number]);
  assert.ok(readdirSync(folder).includes(large));
  store.close();
});

test("what was shared and located before values were merged can be read until they are merged again", (context) => {
  const store = openValueStore(createTemporaryFolder(context), { leastLimitBytes: 1000 });
  use(store, range(0, 20));
  const shared = openSharedStore(store.share());
  const location = store.locate(storedKey(3));
  use(store, range(20, 22));
  assert.ok(!store.has(storedKey(3)));
  assert.deepEqual(readStored(shared.get, 20), range(0, 20));
  assert.ok(location !== undefined);
  assert.deepEqual(readValueAt(location), storedValue(3));
  use(store, range(22, 24));
  assert.equal(readValueAt(location), undefined);
  store.close();
});

test("a second copy of a value is dropped when it is merged", (context) => {
  const folder = createTemporaryFolder(context);
  const stores = range(0, 9).map(() => openValueStore(folder));
  for (const store of stores) {
    store.set(storedKey(9), storedValue(9));
    store.close();
  }
  assert.equal(readdirSync(folder).length, 9);
  const store = openValueStore(folder);
  store.retain([storedKey(9)]);
  assert.equal(readdirSync(folder).length, 1);
  assert.deepEqual(readStored(store.get, 10), [9]);
  assert.ok(sizeOf(folder) < 2 * bytesOf([9]));
  store.close();
});
