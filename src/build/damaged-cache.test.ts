/** A cache can hold anything: a build never fails because of it, and never believes it. */
import assert from "node:assert/strict";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { createDisturbedSite, type DisturbedSite } from "../testing/interrupted/disturbed-site.js";
import { createTemporaryFolder } from "../testing/temporary-folder.js";
import { readStateFile, writeStateFile } from "../util/state-file.js";
import { readProgramKey } from "./cache/program-key.js";

const renderers: Renderers = new Map();

type Damage = (file: string) => void;

const change = (turn: (bytes: Buffer) => Uint8Array): Damage => {
  return (file) => writeFileSync(file, turn(readFileSync(file)));
};

const DAMAGES: Readonly<Record<string, Damage>> = {
  "cut in half": change((bytes) => bytes.subarray(0, bytes.length / 2)),
  emptied: change(() => new Uint8Array()),
  "changed in its first bytes": change((bytes) => bytes.map((byte, index) => (index < 40 ? byte ^ 1 : byte))),
  "changed in every 50th byte": change((bytes) =>
    bytes.map((byte, index) => (index % 50 === 7 ? byte ^ 4 : byte)),
  ),
  "changed in its last bytes": change((bytes) =>
    bytes.map((byte, index) => (index > bytes.length - 9 ? ~byte : byte)),
  ),
  "replaced by a folder": (file) => {
    rmSync(file);
    mkdirSync(file);
  },
  removed: (file) => rmSync(file),
  unreadable: (file) => chmodSync(file, 0),
};

const EDIT = { "_layouts/post.html": "<h3>{{ page.title }}</h3>{{ content }}{{ page.next.excerpt }}" };

function cacheFiles({ options }: DisturbedSite): string[] {
  const cacheDir = options.cacheDir ?? "";
  return readdirSync(cacheDir)
    .filter((name) => !name.startsWith("."))
    .map((name) => path.join(cacheDir, name));
}

/** More posts than a build starts again. */
function manyPosts(): Record<string, string> {
  const names = Array.from({ length: 9 }, (_, index) => `_posts/2024-02-0${index + 1}-post.md`);
  return Object.fromEntries(names.map((name) => [name, `---\nlayout: post\ntitle: ${name}\n---\n${name}\n`]));
}

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`a file of the cache that is ${name} is made again`, async (context) => {
    const folder = createTemporaryFolder(context);
    const site = createDisturbedSite(folder, renderers);
    site.edit(manyPosts());
    await site.build();
    const whole = path.join(folder, "whole");
    cpSync(path.join(folder, "cache"), whole, { recursive: true });
    for (const edit of [{}, EDIT]) {
      site.edit(edit);
      for (const name of readdirSync(whole).filter((one) => !one.startsWith("."))) {
        rmSync(path.join(folder, "cache"), { recursive: true });
        cpSync(whole, path.join(folder, "cache"), { recursive: true });
        damage(path.join(folder, "cache", name));
        await site.assertRecovers();
      }
    }
  });
}

test("what another version of the program left is not read", async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  await site.build();
  for (const file of cacheFiles(site).filter((name) => name.endsWith(".json"))) {
    const state = readStateFile(file, readProgramKey());
    assert.notEqual(state, undefined);
    writeStateFile(file, "another program", { ...(state?.values[0] as object), bodies: null });
  }
  await site.assertRecovers();
});

test("a cache folder that cannot be made leaves the site as it would be", async (context) => {
  const folder = createTemporaryFolder(context);
  const site = createDisturbedSite(folder, renderers);
  writeFileSync(path.join(folder, "cache"), "A file.\n");
  await site.assertRecovers();
  site.edit(EDIT);
  await site.assertRecovers();
  assert.equal(readFileSync(path.join(folder, "cache"), "utf8"), "A file.\n");
});

test("a cache folder that cannot be written is read", {
  skip: process.getuid?.() === 0 && "whoever may write everywhere has no such folder",
}, async (context) => {
  const folder = createTemporaryFolder(context);
  const site = createDisturbedSite(folder, renderers);
  await site.build();
  site.edit(EDIT);
  chmodSync(path.join(folder, "cache"), 0o500);
  try {
    await site.assertRecovers();
  } finally {
    chmodSync(path.join(folder, "cache"), 0o700);
  }
});
