import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readStored, storedKey, storedValue } from "../../testing/stored-values.js";
import { createTemporaryFolder } from "../../testing/temporary-folder.js";
import { openSharedStore } from "./open-shared-store.js";
import { openValueStore } from "./open-value-store.js";
import type { ValueStore } from "./value-store.js";

const COUNT = 60;
const ALL = Array.from({ length: COUNT }, (_, number) => number);

function codeOf({ fault }: ValueStore): string | undefined {
  return (fault?.error as NodeJS.ErrnoException | undefined)?.code;
}

/** Sets all values, and asserts that each can be read in every way, before and after a build's end. */
function assertHoldsAll(store: ValueStore): void {
  for (const number of ALL) store.set(storedKey(number), storedValue(number));
  assert.deepEqual(readStored(store.get, COUNT), ALL);
  assert.deepEqual(readStored(openSharedStore(store.share()).get, COUNT), ALL);
  store.retain(ALL.map(storedKey));
  assert.deepEqual(readStored(store.get, COUNT), ALL);
}

test("where no folder can be made the store works in memory, and says why", (context) => {
  const file = path.join(createTemporaryFolder(context), "file");
  writeFileSync(file, "");
  for (const folder of [file, path.join(file, "below")]) {
    const store = openValueStore(folder);
    assertHoldsAll(store);
    assert.match(codeOf(store) ?? "", /^(ENOTDIR|EEXIST)$/);
    assert.equal(store.fault?.folder, folder);
    store.close();
  }
});

const isAllPowerful = process.getuid === undefined || process.getuid() === 0;

test("a folder that may not be written is read, and new values are kept in memory", {
  skip: isAllPowerful && "this user may write everywhere",
}, (context: TestContext) => {
  const folder = path.join(createTemporaryFolder(context), "cache");
  mkdirSync(folder);
  const first = openValueStore(folder);
  first.set(storedKey(1), storedValue(1));
  first.close();
  const store = openValueStore(folder);
  chmodSync(folder, 0o500);
  try {
    assert.deepEqual(readStored(store.get, COUNT), [1]);
    assertHoldsAll(store);
    assert.equal(codeOf(store), "EACCES");
  } finally {
    chmodSync(folder, 0o700);
    store.close();
  }
});

test("when the folder is removed nothing that was set is lost to this process, and it is made again", (context) => {
  const folder = path.join(createTemporaryFolder(context), "cache");
  const store = openValueStore(folder);
  store.set(storedKey(1), storedValue(1));
  store.flush();
  store.set(storedKey(2), storedValue(2));
  rmSync(folder, { recursive: true });
  store.flush();
  assert.equal(codeOf(store), "ENOENT");
  assert.deepEqual(readStored(store.get, COUNT), [1, 2]);
  assertHoldsAll(store);
  store.close();
  const again = openValueStore(folder);
  assert.deepEqual(readStored(again.get, COUNT), [0, ...ALL.slice(3)]);
  again.close();
});

const skip = process.platform === "win32" && "the size of files cannot be limited there";

/** Runs the program with files of at most 100 blocks of 512 or 1,024 bytes: past that writing fails, as on a full disk. */
function runOnFullDisk(folder: string, retainAfterEach: boolean): unknown {
  const program = fileURLToPath(new URL("../../testing/store-on-full-disk.js", import.meta.url));
  const words = [process.execPath, program, folder, String(COUNT), String(retainAfterEach)];
  const { status, stdout, stderr } = spawnSync("sh", ["-c", 'ulimit -f 100; exec "$0" "$@"', ...words], {
    encoding: "utf8",
  });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  return JSON.parse(stdout);
}

test("when the disk is full all that was set can be read, and nothing half-written stays", {
  skip,
}, (context: TestContext) => {
  const folder = createTemporaryFolder(context);
  assert.deepEqual(runOnFullDisk(folder, false), { code: "EFBIG", stored: COUNT });
  assert.deepEqual(readdirSync(folder), []);
});

test("when the disk is too full to merge what is there stays as it is", { skip }, (context: TestContext) => {
  const folder = createTemporaryFolder(context);
  assert.deepEqual(runOnFullDisk(folder, true), { code: "EFBIG", stored: COUNT });
  assert.ok(readdirSync(folder).length > 1);
  assert.ok(readdirSync(folder).every((name) => name.endsWith(".segment")));
  const store = openValueStore(folder);
  assert.ok(readStored(store.get, COUNT).length >= readdirSync(folder).length);
  store.close();
});
