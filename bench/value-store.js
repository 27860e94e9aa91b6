/**
 * How fast values come out of the store and go into it, beside two other ways to keep them:
 *
 *   npm run compile && node bench/value-store.js [values=60000] [ways=store files]
 *
 * A third way, `lmdb`, needs `npm install --no-save --prefix bench lmdb@3.5.6`. Every value has 45 kB, about what is
 * kept of a post with formulas. Each way is filled by one process and measured in another, with 10,000 values or keys
 * in random order; the files are in the system's cache, as after any build.
 *
 * Processor time at 60,000 values, Node 20 on a shared virtual machine with two processors, the better of two runs
 * (the time that passed depended on what else ran there):
 *
 *                                            store    one file each      LMDB
 *   open                                    3.0 ms           0.1 ms     43 ms
 *   read 10,000 values                      293 ms           301 ms    177 ms
 *   look for 10,000 missing keys            5.2 ms            58 ms    6.6 ms
 *   write 10,000 values, and flush          989 ms           916 ms   1276 ms
 *   fill                                     2.7 s            2.5 s     5.4 s
 *   memory after filling                    151 MB            91 MB    692 MB
 *   files                                        1           60,000         2
 *   remove the folder                        10 ms           1.8 s    113 ms
 *   retain 60,000 keys, nothing to merge    116 ms                -         -
 *   retain 6,000 of them, drop the rest     798 ms                -         -
 *
 * Decision: a store of our own, of few files. Reading and writing cost about what they cost with one file for each
 * value, at most 0.1 ms, where making a value takes milliseconds; but 60,000 files took between 12 s and two minutes
 * to remove, have no checksums, and have to be listed to be kept within a bound. LMDB reads faster, for it maps the
 * file into memory; against it speak a native module in a package that has none, a file that never shrinks, and the
 * map itself: reading past the end of a file that was cut ends the process. A native SQLite has the first of these
 * faults too.
 */
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { contentHash } from "../lib/util/hash.js";
import { openValueStore } from "../lib/util/value-store/open-value-store.js";
import { createRandom } from "./random.js";

const VALUE_BYTES = 45_000;
const SAMPLE = 10_000;

/** Each way: `get`, `set`, `flush`, and `retain` where there is one. */
const WAYS = {
  store: (folder) => openValueStore(folder),
  files: (folder) => openFiles(folder),
  lmdb: (folder) => openLmdb(folder),
};

/** One file a value, in 256 folders, each written under another name first. */
function openFiles(folder) {
  const fileOf = (key) => path.join(folder, key.slice(0, 2), key.slice(2));
  const made = new Set();
  return {
    get(key) {
      try {
        return readFileSync(fileOf(key));
      } catch {
        return undefined;
      }
    },
    set(key, bytes) {
      const parent = path.join(folder, key.slice(0, 2));
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      const temporary = path.join(folder, `${process.pid}.temporary`);
      writeFileSync(temporary, bytes);
      renameSync(temporary, fileOf(key));
    },
    flush() {},
    close() {},
  };
}

async function openLmdb(folder) {
  const { open } = await import("lmdb");
  const database = open({ path: folder, encoding: "binary", keyEncoding: "binary", noSync: true });
  let waiting = [];
  const flush = () => {
    database.transactionSync(() => {
      for (const [key, bytes] of waiting) database.putSync(Buffer.from(key, "hex"), bytes);
    });
    waiting = [];
  };
  return {
    get: (key) => database.get(Buffer.from(key, "hex")),
    set(key, bytes) {
      waiting.push([key, Buffer.from(bytes)]);
      if (waiting.length === 100) flush();
    },
    flush,
    close: () => database.close(),
  };
}

const keyOf = (number) => contentHash(`value ${number}`);

/** Different for each number, and cheap to make. */
function bytesOf(number) {
  return Buffer.alloc(VALUE_BYTES, `${number} <mjx-container class="MathJax" jax="SVG"> `);
}

/** The time that passed, and the processor time of this process, which tells more on a machine that is busy. */
function measure(label, work, times = 1) {
  let best = { elapsedMs: Number.POSITIVE_INFINITY, processorMs: Number.POSITIVE_INFINITY };
  for (let time = 0; time < times; time++) {
    const started = process.hrtime.bigint();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    const elapsedMs = Number(process.hrtime.bigint() - started) / 1e6;
    if (elapsedMs < best.elapsedMs) best = { elapsedMs, processorMs: (user + system) / 1000 };
  }
  report(label, best.elapsedMs, best.processorMs);
}

function report(label, elapsedMs, processorMs) {
  const [elapsed, processor] = [elapsedMs, processorMs].map((ms) => `${ms.toFixed(1).padStart(9)} ms`);
  console.log(`  ${label.padEnd(38)} ${elapsed}   processor ${processor}`);
}

async function fill(way, folder, count) {
  const store = await WAYS[way](folder);
  measure("fill, from making the values to a flush", () => {
    for (let number = 0; number < count; number++) store.set(keyOf(number), bytesOf(number));
    store.flush();
  });
  console.log(`  ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of memory after it`);
  await store.close();
}

async function use(way, folder, count) {
  const { integer } = createRandom(1);
  const some = Array.from({ length: SAMPLE }, () => keyOf(integer(0, count - 1)));
  const missing = Array.from({ length: SAMPLE }, (_, number) => keyOf(`no ${number}`));
  const added = Array.from({ length: SAMPLE }, (_, number) => [
    keyOf(count + number),
    bytesOf(count + number),
  ]);
  const started = process.hrtime.bigint();
  const before = process.cpuUsage();
  const store = await WAYS[way](folder);
  const { user, system } = process.cpuUsage(before);
  report("open", Number(process.hrtime.bigint() - started) / 1e6, (user + system) / 1000);
  const readSome = () => {
    for (const key of some)
      if (store.get(key)?.length !== VALUE_BYTES) throw new Error("A value is missing.");
  };
  const readMissing = () => {
    for (const key of missing) if (store.get(key) !== undefined) throw new Error("A value is too many.");
  };
  measure(`read ${SAMPLE} values`, readSome, 5);
  measure(`look for ${SAMPLE} missing keys`, readMissing, 5);
  measure(`write ${SAMPLE} values, and flush`, () => {
    for (const [key, value] of added) store.set(key, value);
    store.flush();
  });
  if (store.retain !== undefined) {
    const all = Array.from({ length: count }, (_, number) => keyOf(number));
    measure("retain all, nothing to merge", () => store.retain(all));
    measure("retain a tenth, the rest is dropped", () => store.retain(all.slice(0, count / 10)));
  }
  await store.close();
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => statSync(path.join(folder, name)))
    .filter((stats) => stats.isFile());
  const disk = files.reduce((sum, { blocks }) => sum + blocks * 512, 0);
  return `${files.length} files, ${(disk / 1e9).toFixed(2)} GB on disk`;
}

function run(...words) {
  const { status } = spawnSync(process.execPath, [import.meta.filename, ...words], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${words.join(" ")} failed.`);
}

function compare(count, ways) {
  for (const way of ways) {
    const folder = mkdtempSync(path.join(tmpdir(), "postulate-values-"));
    console.log(`${way}, ${count} values`);
    run("fill", way, folder, String(count));
    console.log(`  ${sizeOf(folder)}`);
    run("use", way, folder, String(count));
    measure("remove the folder", () => rmSync(folder, { recursive: true }));
  }
}

const [first, way, folder, count] = process.argv.slice(2);
if (first === "fill") await fill(way, folder, Number(count));
else if (first === "use") await use(way, folder, Number(count));
else compare(Number(first ?? 60_000), process.argv.length > 3 ? process.argv.slice(3) : ["store", "files"]);
