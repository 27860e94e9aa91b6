/** What keeps a build from writing is told, and the last good site stays. */
import assert from "node:assert/strict";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { createDisturbedSite, DISTURBED_EDIT } from "../testing/interrupted/disturbed-site.js";
import { runBuildProgram } from "../testing/interrupted/run-build-program.js";
import { createTemporaryFolder, readFiles } from "../testing/temporary-folder.js";

const renderers: Renderers = new Map();

/** Files of more than 200 blocks of 512 or 1,024 bytes cannot be written. */
const FULL = { fileBlocks: 200 };

const skip = process.platform === "win32" && "the size of files cannot be limited there";

test("a full disk is told, nothing of the site is lost, and with room again all is made good", {
  skip,
}, async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  await site.build();
  const before = readFiles(site.options.destinationDir ?? "");
  site.edit({ ...DISTURBED_EDIT, "large.txt": "A large file.\n".repeat(30_000) });
  const { code, report, stderr } = await runBuildProgram({ options: site.options, dieAt: null }, FULL);
  assert.deepEqual([code, stderr, report?.ok], [0, "", false]);
  assert.deepEqual(report?.codes, ["destination-not-writable"]);
  assert.deepEqual(readFiles(site.options.destinationDir ?? ""), before);
  await site.assertRecovers();
});

test("a disk without room for the cache alone is told, and no fault of the site", {
  skip,
}, async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  const posts = Array.from({ length: 40 }, (_, index) => [
    `_posts/2024-03-${String(10 + (index % 20))}-long-${index}.md`,
    `---\ntitle: Long ${index}\n---\n${`Words of post ${index}.\n\n`.repeat(200)}`,
  ]);
  site.edit(Object.fromEntries(posts) as Record<string, string>);
  const { report } = await runBuildProgram({ options: site.options, dieAt: null }, FULL);
  assert.deepEqual([report?.ok, report?.codes], [true, ["cache-not-writable"]]);
  await site.assertRecovers();
});

test("a destination that is a file is told, and stays", async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  const destinationDir = site.options.destinationDir ?? "";
  await site.build();
  rmSync(destinationDir, { recursive: true });
  writeFileSync(destinationDir, "A file.\n");
  const { diagnostics, write } = await site.build();
  assert.deepEqual([diagnostics.map(({ code }) => code), write], [["destination-not-writable"], null]);
  rmSync(destinationDir);
  const { ok } = await site.build();
  assert.equal(ok, true);
});

test("a destination that nobody may write to is told, and stays", {
  skip: process.getuid?.() === 0 && "whoever may write everywhere has no such folder",
}, async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  const destinationDir = site.options.destinationDir ?? "";
  await site.build();
  const before = readFiles(destinationDir);
  site.edit(DISTURBED_EDIT);
  chmodSync(destinationDir, 0o500);
  const { diagnostics } = await site.build();
  chmodSync(destinationDir, 0o700);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["destination-not-writable"],
  );
  assert.deepEqual(readFiles(path.resolve(destinationDir)), before);
  await site.assertRecovers();
});
