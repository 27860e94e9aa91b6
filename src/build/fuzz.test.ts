/** Posts with bytes changed at random: a build never throws, and what it says has its place in a file. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../model/diagnostic.js";
import { buildSite } from "../testing/build-tiny-site.js";
import { createRandom } from "../testing/create-random.js";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { createBuildSession } from "./create-build-session.js";

const MUTATIONS = 60;
const postsDir = fileURLToPath(new URL("../../_posts/", import.meta.url));
const POSTS: readonly string[] = readdirSync(postsDir).sort();

/** Bytes that mean something to one of the languages of a post, beside any byte at all. */
const MEANINGFUL = Buffer.from("$\\{}[]()<>|`*_#-:%\"'&~!^=\n\r\t \0");

test("60 random changes of bytes in the own posts never end a build, and every fault has its place", async (context) => {
  const sourceDir = createTemporaryFolder(context);
  const originals = new Map(POSTS.map((name) => [name, readFileSync(path.join(postsDir, name))]));
  writeFiles(sourceDir, { "_config.yml": "title: Fuzz\nurl: https://fuzz.example\n" });
  writeFiles(sourceDir, Object.fromEntries([...originals].map(([name, bytes]) => [`_posts/${name}`, bytes])));
  const random = createRandom(300);
  const session = createBuildSession();
  let faults = 0;
  for (let number = 0; number < MUTATIONS; number += POSTS.length) {
    // All posts at once: what is wrong with one must not hide the others.
    for (const [name, original] of originals)
      writeFileSync(path.join(sourceDir, "_posts", name), mutate(original, random));
    const { result } = await buildSite(sourceDir, { session, write: false });
    for (const diagnostic of result.diagnostics) checkPlace(diagnostic, sourceDir);
    faults += result.diagnostics.length;
  }
  assert.ok(faults > MUTATIONS / 4, `${faults} faults were met`);
});

/** One to four changes: a byte replaced, put in or taken out, a part cut, doubled or moved to the end. */
function mutate(original: Uint8Array, random: () => number): Buffer {
  let bytes = Buffer.from(original);
  const below = (limit: number): number => Math.floor(random() * limit);
  const anyByte = (): number => (random() < 0.7 ? (MEANINGFUL[below(MEANINGFUL.length)] ?? 0) : below(256));
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(bytes.length);
    const end = Math.min(bytes.length, at + 1 + below(60));
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
    const kinds: readonly (() => readonly Uint8Array[])[] = [
      () => [before, Buffer.from([anyByte()]), bytes.subarray(at + 1)],
      () => [before, Buffer.from([anyByte()]), bytes.subarray(at)],
      () => [before, bytes.subarray(at + 1)],
      () => [before, after],
      () => [before, part, part, after],
      () => [before, after, part],
    ];
    bytes = Buffer.concat(kinds[below(kinds.length)]?.() ?? [bytes]);
  }
  return bytes;
}

function checkPlace({ code, place }: Diagnostic, sourceDir: string): void {
  if (place === undefined) return;
  assert.ok(/^[\w./-]+$/.test(place.path), `${code}: ${place.path}`);
  const lines = readFileSync(path.join(sourceDir, place.path), "utf8").split(/\r\n|\n|\r/);
  const where = `${code} at ${place.path}:${place.line}:${place.column} of ${lines.length} lines`;
  if (place.line === undefined) return;
  assert.ok(place.line >= 1 && place.line <= lines.length, where);
  const longest = Math.max(lines[place.line - 1]?.length ?? 0, place.lineText?.length ?? 0);
  if (place.column !== undefined) assert.ok(place.column >= 1 && place.column <= longest + 1, where);
}
