import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { createStamp } from "../util/file-stamp.js";
import { contentHash } from "../util/hash.js";
import { createWrittenFiles } from "./written-files.js";

/** Whether a file with this text is taken for one with the text "new", when it is known to have been left as `known`. */
function holdsNew(context: TestContext, text: string, known: { text: string; isSettled: boolean }): boolean {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "a.html": text });
  const stamp = createStamp(statSync(path.join(dir, "a.html")));
  const before = { stamp, isSettled: known.isSettled, content: contentHash(known.text) };
  return createWrittenFiles(dir, new Map([["a.html", before]])).holds("a.html", {
    madeHash: contentHash("new"),
  });
}

test("a file with a settled stamp is what it was left as, without being read", (context) => {
  assert.equal(holdsNew(context, "odd", { text: "new", isSettled: true }), true);
  assert.equal(holdsNew(context, "new", { text: "old", isSettled: true }), false);
});

test("a file that may have changed right after it was left is read before it is taken for the same", (context) => {
  assert.equal(holdsNew(context, "odd", { text: "new", isSettled: false }), false);
  assert.equal(holdsNew(context, "new", { text: "new", isSettled: false }), true);
});

test("a file that was left with another content right before is written, without being read", (context) => {
  assert.equal(holdsNew(context, "old", { text: "old", isSettled: false }), false);
  assert.equal(holdsNew(context, "new", { text: "old", isSettled: false }), false);
});
