import assert from "node:assert/strict";
import { test } from "node:test";
import { createChangeLog } from "./create-change-log.js";

test("what changed after a version is listed once, and nothing after the last", () => {
  const log = createChangeLog({ mostVersions: 9, mostChanges: 9 });
  log.add("1", null);
  log.add("2", ["a", "b"]);
  log.add("3", ["b", "c"]);
  assert.deepEqual(log.since("1"), ["a", "b", "c"]);
  assert.deepEqual(log.since("2"), ["b", "c"]);
  assert.deepEqual(log.since("3"), []);
});

test("of a version that is unknown, forgotten, or before changes that nobody can list, nothing is known", () => {
  const log = createChangeLog({ mostVersions: 3, mostChanges: 2 });
  for (const [version, changed] of [
    ["1", ["a"]],
    ["2", null],
    ["3", ["a"]],
    ["4", ["b"]],
  ] as const)
    log.add(version, changed);
  assert.deepEqual([log.since(null), log.since("0"), log.since("1")], [null, null, null]);
  assert.deepEqual(log.since("2"), ["a", "b"]);
  log.add("5", null);
  assert.deepEqual([log.since("3"), log.since("5")], [null, []]);
});

test("more changes than are told are not known", () => {
  const log = createChangeLog({ mostVersions: 3, mostChanges: 2 });
  log.add("1", []);
  log.add("2", ["a", "b"]);
  log.add("3", ["c"]);
  assert.deepEqual([log.since("1"), log.since("2")], [null, ["c"]]);
});
