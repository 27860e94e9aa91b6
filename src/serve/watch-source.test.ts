import assert from "node:assert/strict";
import { mkdirSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { isWatchedPath } from "./is-watched-path.js";
import { watchSource } from "./watch-source.js";

test("temporary files and folders full of other things are not watched", () => {
  for (const watched of [
    "_posts/a.md",
    "a.swap.md",
    ".well-known/x",
    "git/x.md",
    "vendor/x.js",
    "_config.yml",
    ".htaccess",
  ]) {
    assert.equal(isWatchedPath(watched), true, watched);
  }
  const ignored = [
    "node_modules",
    "x/node_modules/a.js",
    ".git/HEAD",
    "vendor/bundle/x.rb",
    ".postulate-cache/x",
    ".jekyll-cache/x",
    "_posts/.a.md.swp",
    "_posts/a.md~",
    "_posts/#a.md#",
    "_posts/4913",
    "_posts/a.md___jb_tmp___",
    ".DS_Store",
  ];
  for (const one of ignored) assert.equal(isWatchedPath(one), false, one);
});

test("links are followed, but never in circles", async (context) => {
  const parent = createTemporaryFolder(context);
  const sourceDir = path.join(parent, "site");
  writeFiles(parent, { "elsewhere/post.md": "x", "site/a/x.md": "x", "site/b/y.md": "y" });
  mkdirSync(path.join(sourceDir, "links"));
  const link = (target: string, name: string): void =>
    symlinkSync(path.join(parent, target), path.join(sourceDir, name));
  link("site", "links/up");
  link("", "links/out");
  link("site/b", "a/to-b");
  link("site/a", "b/to-a");
  link("elsewhere", "links/good");
  link("nowhere", "links/dangling");
  const changed: string[] = [];
  const errors: unknown[] = [];
  const watcher = await watchSource({
    sourceDir,
    extraFiles: [],
    ownFolders: () => [],
    onChange: (file) => changed.push(path.relative(sourceDir, file)),
    onError: (error) => errors.push(error),
  });
  context.after(() => watcher.close());
  writeFiles(parent, { "elsewhere/post.md": "new", "site/a/x.md": "new" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.deepEqual(changed.sort(), ["a/x.md", "b/to-a/x.md", "links/good/post.md"]);
  assert.deepEqual(errors, []);
});

/** Watches a folder. What it gives resolves with the name of the next change that is told. */
async function watchNames(context: TestContext, sourceDir: string): Promise<() => Promise<string>> {
  let tell: (name: string) => void = () => undefined;
  const watcher = await watchSource({
    sourceDir,
    extraFiles: [],
    ownFolders: () => [],
    onChange: (changed) => tell(path.relative(sourceDir, changed)),
    onError: (error) => assert.ifError(error),
  });
  context.after(() => watcher.close());
  return () =>
    new Promise((resolve) => {
      tell = resolve;
    });
}

test("a change is told also when the file keeps its modification time", {
  timeout: 10_000,
}, async (context) => {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, { "a.md": "one", "b.md": "one" });
  const file = (name: string): string => path.join(sourceDir, name);
  const old = new Date(2024, 1, 1);
  // Read after it was written, as the file of a site that was built.
  const keepTime = (name: string): void => utimesSync(file(name), new Date(2025, 1, 1), old);
  for (const name of ["a.md", "b.md"]) keepTime(name);
  const next = await watchNames(context, sourceDir);
  for (const text of ["two", "three"]) {
    const told = next();
    writeFileSync(file("a.md"), text);
    keepTime("a.md");
    assert.equal(await told, "a.md");
    // The next change must not fall into the same tick of the file system's clock.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const told = next();
  writeFileSync(file("b.md~"), "two");
  keepTime("b.md~");
  renameSync(file("b.md~"), file("b.md"));
  assert.equal(await told, "b.md");
  assert.equal(statSync(file("b.md")).mtimeMs, old.getTime());
});

test("a new folder is told, since a file may be put into it before it is watched", {
  timeout: 10_000,
}, async (context) => {
  const sourceDir = createTemporaryFolder(context);
  const next = await watchNames(context, sourceDir);
  const told = next();
  mkdirSync(path.join(sourceDir, "new"));
  assert.equal(await told, "new");
});

test("a watcher that is closed while files go watches nothing any more", async (context) => {
  const sourceDir = createTemporaryFolder(context);
  const watched = (): number =>
    process.getActiveResourcesInfo().filter((name) => name.startsWith("FSEvent")).length;
  const files = (text: string | null) => ({ "a.md": text, "b.md": text, "c.md": text, "d.md": text });
  for (let round = 0; round < 60; round++) {
    writeFiles(sourceDir, files("one"));
    const options = { sourceDir, extraFiles: [], ownFolders: () => [], onChange: () => undefined };
    const watcher = await watchSource({ ...options, onError: (error) => assert.ifError(error) });
    writeFiles(sourceDir, files("two"));
    writeFiles(sourceDir, files(null));
    for (let turn = 0; turn < round % 8; turn++) await new Promise((resolve) => setImmediate(resolve));
    await watcher.close();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(watched(), 0);
});
