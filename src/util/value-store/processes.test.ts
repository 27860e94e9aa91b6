import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createRandom } from "../../testing/create-random.js";
import { readStored, storedKey, storedValue } from "../../testing/stored-values.js";
import { createTemporaryFolder } from "../../testing/temporary-folder.js";
import { openValueStore } from "./open-value-store.js";

const PROGRAM = fileURLToPath(new URL("../../testing/stored-values.js", import.meta.url));

function start(context: TestContext, ...words: readonly (string | number)[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...words.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  context.after(() => child.kill("SIGKILL"));
  return child;
}

test("processes that write at the same time lose nothing of their own", async (context) => {
  const folder = createTemporaryFolder(context);
  const children = [0, 80, 160].map((first) => start(context, folder, first, 100, "once"));
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  assert.deepEqual(ends, [
    [0, null],
    [0, null],
    [0, null],
  ]);
  const store = openValueStore(folder);
  context.after(store.close);
  assert.deepEqual(
    readStored(store.get, 300),
    Array.from({ length: 260 }, (_, number) => number),
  );
});

test("processes killed at any moment leave only right values, and no file that the next one does not remove", async (context) => {
  const folder = createTemporaryFolder(context);
  const random = createRandom(11);
  let kills = 0;
  let leftovers = 0;
  let found = 0;
  while (kills < 36) {
    const children = [0, 1, 2].map((index) => start(context, folder, kills + index, 150, "forever"));
    for (const child of children) {
      if (child.stdout !== null) await once(child.stdout, "data");
      await setTimeout(random() * 30);
      child.kill("SIGKILL");
      kills++;
    }
    for (const child of children) if (child.signalCode === null) await once(child, "exit");
    const left = readdirSync(folder);
    leftovers += left.filter((name) => name.endsWith(".temporary")).length;
    const store = openValueStore(folder);
    // A file has its final name only when it is complete: none had to be removed.
    assert.deepEqual(readdirSync(folder).sort(), left.filter((name) => name.endsWith(".segment")).sort());
    const stored = readStored(store.get, 150);
    found += stored.length;
    store.set(storedKey(150), storedValue(150));
    store.retain(stored.map(storedKey));
    assert.equal(store.fault, null);
    assert.deepEqual(readStored(store.get, 150), stored);
    store.close();
    assert.deepEqual(
      readdirSync(folder).filter((name) => !name.endsWith(".segment")),
      [],
    );
  }
  // Had none been killed while it wrote, or had none written anything, this would have shown nothing.
  assert.ok(leftovers > 0 && found > 0);
});
