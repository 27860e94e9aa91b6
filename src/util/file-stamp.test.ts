import assert from "node:assert/strict";
import { renameSync, type Stats, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createTemporaryFolder } from "../testing/temporary-folder.js";
import { createStamp, isSettled } from "./file-stamp.js";

const statsOf = (mtimeMs: number, ctimeMs = mtimeMs) => ({ mtimeMs, ctimeMs }) as Stats;

test("a stamp is trusted once the file is older than a tick of the clock, whichever of its times is the later", () => {
  const cases: readonly (readonly [stats: Stats, seenMs: number, isTrusted: boolean])[] = [
    [statsOf(10_001), 10_001, false],
    [statsOf(10_001), 10_040, false],
    [statsOf(10_001), 10_100, true],
    [statsOf(5_001, 10_001), 10_040, false],
    [statsOf(20_001, 10_001), 10_100, false],
    [statsOf(10_000), 10_100, false],
    [statsOf(10_000), 12_000, false],
    [statsOf(10_000), 12_200, true],
  ];
  for (const [stats, seenMs, isTrusted] of cases) assert.equal(isSettled(stats, seenMs), isTrusted);
});

test("a content of the same length with its time set back, and another file in its place, have another stamp", async (context) => {
  const file = path.join(createTemporaryFolder(context), "file");
  writeFileSync(file, "one");
  const stats = statSync(file);
  // Longer than a tick of the clock of any file system that is in use here.
  await setTimeout(60);
  writeFileSync(file, "two");
  utimesSync(file, stats.atime, stats.mtime);
  const rewritten = statSync(file);
  assert.notEqual(createStamp(rewritten), createStamp(stats));
  writeFileSync(`${file}-2`, "new");
  utimesSync(`${file}-2`, stats.atime, stats.mtime);
  renameSync(`${file}-2`, file);
  assert.notEqual(createStamp(statSync(file)), createStamp(rewritten));
});
