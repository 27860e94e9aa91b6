import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { MANIFEST_NAME } from "../content/manifest-name.js";
import { createReport } from "../diagnostics/report.js";
import type { Output } from "../model/output.js";
import { createTemporaryFolder, readFiles, writeFiles } from "../testing/temporary-folder.js";
import { createSiteWriter, type FinishOptions, type SiteWriterOptions } from "./create-site-writer.js";

async function write(
  destinationDir: string,
  files: Readonly<Record<string, string>>,
  options: Partial<SiteWriterOptions & FinishOptions> = {},
) {
  const report = createReport();
  const outputs = new Map(
    Object.entries(files).map(([file, content]): [string, Output] => [
      file,
      { path: file, content, source: file },
    ]),
  );
  const writer = createSiteWriter({
    ...{ destinationDir, keepFiles: [], isWanted: () => true, before: new Map() },
    ...options,
  });
  const read: FinishOptions["read"] = async ({ path: file }) => files[file] ?? "";
  const summary = await writer.finish(outputs, { force: false, removeStale: true, read, report, ...options });
  writer.abandon();
  return { summary, codes: report.list().map(({ code }) => code) };
}

function contentsOf(dir: string): Record<string, string> {
  const { [MANIFEST_NAME]: _, ...files } = readFiles(dir);
  return files;
}

test("only files whose bytes differ are written, and stale ones of ours are removed with their empty folders", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1", "old/b.html": "2" });
  const before = statSync(path.join(dir, "a.html"));
  const { summary } = await write(dir, { "a.html": "1", "new/c.html": "3" });
  assert.deepEqual(summary, { written: ["new/c.html"], unchanged: 1, removed: ["old/b.html"] });
  assert.deepEqual(contentsOf(dir), { "a.html": "1", "new/c.html": "3" });
  assert.equal(statSync(path.join(dir, "a.html")).mtimeMs, before.mtimeMs);
  assert.ok(!existsSync(path.join(dir, "old")));
});

test("files that we did not write are never removed", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { CNAME: "ada.example", "blog/notes.txt": "mine" });
  await write(dir, { "blog/a.html": "1" });
  await write(dir, {});
  assert.deepEqual(contentsOf(dir), { CNAME: "ada.example", "blog/notes.txt": "mine" });
});

test("a file that we did not write is not overwritten, unless forced: destination-file-not-ours", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "index.html": "mine" });
  assert.deepEqual((await write(dir, { "index.html": "ours", "a.html": "1" })).codes, [
    "destination-file-not-ours",
  ]);
  assert.deepEqual(readFiles(dir), { "index.html": "mine" });
  assert.deepEqual((await write(dir, { "index.html": "ours" }, { force: true })).codes, []);
  assert.deepEqual(contentsOf(dir), { "index.html": "ours" });
});

test("a file that became a folder, and a folder that became a file, change places", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { about: "file", "x/y/index.html": "deep" });
  const { codes } = await write(dir, { "about/index.html": "folder", x: "file" });
  assert.deepEqual(codes, []);
  assert.deepEqual(contentsOf(dir), { "about/index.html": "folder", x: "file" });
});

test("kept files stay although nothing makes them any more", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "old.html": "1", "keep/a.html": "2", "a.html": "3" });
  const { summary } = await write(dir, { "a.html": "3" }, { keepFiles: ["keep"] });
  assert.deepEqual(summary?.removed, ["old.html"]);
});

test("after a build with errors nothing is removed, and the manifest still owns it", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1", "b.html": "2" });
  await write(dir, { "a.html": "new" }, { removeStale: false });
  assert.deepEqual(contentsOf(dir), { "a.html": "new", "b.html": "2" });
  await write(dir, { "a.html": "new" });
  assert.deepEqual(contentsOf(dir), { "a.html": "new" });
});

test("a destination that cannot be written is an error, and everything in it stays: destination-not-writable", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1" });
  const before = readFiles(dir);
  // A file where the staging folder belongs stops root as well, whom permissions do not.
  writeFileSync(path.join(dir, ".postulate-temporary"), "in the way");
  assert.deepEqual((await write(dir, { "a.html": "2" })).codes, ["destination-not-writable"]);
  assert.deepEqual(readFiles(dir), { ...before, ".postulate-temporary": "in the way" });
});

test("somebody else's file where a folder is needed stops the writing and stays: destination-interrupted", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { about: "mine" });
  assert.deepEqual((await write(dir, { "about/index.html": "ours" })).codes, ["destination-interrupted"]);
  assert.equal(contentsOf(dir).about, "mine");
});

test("a read-only destination is an error that loses nothing", {
  skip: process.getuid?.() === 0 && "root may write anywhere",
}, async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1" });
  chmodSync(dir, 0o500);
  assert.deepEqual((await write(dir, { "a.html": "2" })).codes, ["destination-not-writable"]);
  chmodSync(dir, 0o700);
  assert.equal(contentsOf(dir)["a.html"], "1");
});

test("what an ended process left in the staging folder is cleared away", async (context) => {
  const dir = createTemporaryFolder(context);
  mkdirSync(path.join(dir, ".postulate-temporary", "999999999"), { recursive: true });
  writeFileSync(path.join(dir, ".postulate-temporary", "999999999", "0"), "left over");
  await write(dir, { "a.html": "1" });
  assert.ok(!existsSync(path.join(dir, ".postulate-temporary")));
});

test("files written before a process was ended belong to us at the next build", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1" });
  // The state between the first rename and the last: the manifest names old and new files.
  writeFiles(dir, { "b.html": "half", [MANIFEST_NAME]: JSON.stringify({ files: ["a.html", "b.html"] }) });
  assert.deepEqual((await write(dir, { "c.html": "3" })).codes, []);
  assert.deepEqual(contentsOf(dir), { "c.html": "3" });
});

test("a manifest that leads out of the destination is not believed", async (context) => {
  const parent = createTemporaryFolder(context);
  const dir = path.join(parent, "dist");
  writeFiles(parent, { "precious.txt": "mine" });
  await write(dir, { "a.html": "1" });
  writeFiles(dir, {
    [MANIFEST_NAME]: JSON.stringify({
      files: ["a.html", "../precious.txt", "/etc/x", "a/../../precious.txt"],
    }),
  });
  await write(dir, {});
  assert.equal(readFiles(parent)["precious.txt"], "mine");
});

test("without a change not even the manifest is written", async (context) => {
  const dir = createTemporaryFolder(context);
  await write(dir, { "a.html": "1" });
  const before = statSync(path.join(dir, MANIFEST_NAME)).mtimeMs;
  const { summary } = await write(dir, { "a.html": "1" });
  assert.deepEqual(summary, { written: [], unchanged: 1, removed: [] });
  assert.equal(statSync(path.join(dir, MANIFEST_NAME)).mtimeMs, before);
});
