import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createTemporaryFolder } from "../testing/temporary-folder.js";
import { createTemporaryPath, removeAbandonedFiles } from "./temporary-files.js";

/** The id of a process that has ended. */
function endedProcessId(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("of temporary files only those go that no running process will finish", (context) => {
  const folder = createTemporaryFolder(context);
  const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1000);
  const create = (owner: number, digit: string, written: Date, base = "state") => {
    const name = `${base}.${owner}-${digit.repeat(16)}.temporary`;
    writeFileSync(path.join(folder, name), "");
    utimesSync(path.join(folder, name), written, written);
    return name;
  };
  const ended = endedProcessId();
  const own = path.basename(createTemporaryPath(folder, "state"));
  writeFileSync(path.join(folder, own), "");
  const kept = [
    own,
    create(process.ppid, "1", hours(2)),
    create(ended, "2", hours(0), "state.json"),
    create(ended, "3", hours(0), "other"),
  ];
  create(ended, "4", hours(0));
  // Of an earlier process with the same id; and of an id that has gone to a process that runs long.
  create(process.pid, "5", hours(2));
  create(process.ppid, "6", hours(30));
  create(0, "7", hours(0));
  removeAbandonedFiles(folder, "state");
  assert.deepEqual(readdirSync(folder).sort(), kept.sort());
});

test("no temporary files are looked for where there is no folder", (context) => {
  const folder = path.join(createTemporaryFolder(context), "none");
  removeAbandonedFiles(folder, "state");
  assert.throws(() => readdirSync(folder), { code: "ENOENT" });
});
