/** A cache that cannot be written is told, and keeps nobody from a site. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { buildSite, buildTinySite, listDiagnostics } from "../testing/build-tiny-site.js";
import { runCli } from "../testing/run-cli.js";
import { createTemporaryFolder, readFiles, writeFiles } from "../testing/temporary-folder.js";
import { createBuildSession } from "./create-build-session.js";

const SITE = {
  "_config.yml": "url: https://cache.example\n",
  "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nThe sum $a+b$.\n",
};
const TOLD = ["note cache-not-writable"];

test("a cache that is a file is told once a build, also with --strict, and the site is written", async (context) => {
  const cacheDir = path.join(createTemporaryFolder(context), "cache");
  writeFileSync(cacheDir, "A file.\n");
  const session = createBuildSession();
  const options = { cacheDir, strict: true, session };
  const { result, files, sourceDir } = await buildTinySite(context, SITE, options);
  assert.deepEqual([result.ok, listDiagnostics(result)], [true, TOLD]);
  assert.match(files["2024/01/01/a.html"] ?? "", /The sum/);
  const [told] = result.diagnostics;
  assert.equal(
    told?.message,
    `The cache "${cacheDir}" cannot be written: a file stands where a folder is needed`,
  );
  assert.match(told?.hint ?? "", /--disable-disk-cache/);
  writeFiles(sourceDir, { "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nAnother $a+c$.\n" });
  const second = await buildSite(sourceDir, options);
  session.close();
  assert.deepEqual([second.result.ok, listDiagnostics(second.result)], [true, TOLD]);
  assert.match(second.files["2024/01/01/a.html"] ?? "", /Another/);
});

test("a state file that cannot be written is told, though all values can", async (context) => {
  const cacheDir = createTemporaryFolder(context);
  mkdirSync(path.join(cacheDir, ".gitignore"));
  const first = createBuildSession();
  const { sourceDir } = await buildTinySite(context, SITE, { cacheDir, session: first });
  first.close();
  const [state = ""] = Object.keys(readFiles(cacheDir)).filter((name) => name.startsWith("state-"));
  assert.notEqual(state, "");
  rmSync(path.join(cacheDir, state));
  mkdirSync(path.join(cacheDir, state, "in-the-way"), { recursive: true });
  const { result } = await buildSite(sourceDir, { cacheDir });
  assert.deepEqual([result.ok, listDiagnostics(result)], [true, TOLD]);
});

test("a cache that can be written, or is wanted nowhere but in memory, is not told of", async (context) => {
  const cacheDir = path.join(createTemporaryFolder(context), "cache");
  for (const folder of [cacheDir, null]) {
    const session = createBuildSession();
    const { result } = await buildTinySite(context, SITE, { cacheDir: folder, session });
    session.close();
    assert.deepEqual(listDiagnostics(result), []);
  }
});

test("a cache that was removed while a session ran is made again, and is not told of", async (context) => {
  const cacheDir = path.join(createTemporaryFolder(context), "cache");
  const session = createBuildSession();
  const { sourceDir } = await buildTinySite(context, SITE, { cacheDir, session });
  rmSync(cacheDir, { recursive: true });
  writeFiles(sourceDir, { "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nAnother $a+c$.\n" });
  const { result } = await buildSite(sourceDir, { cacheDir, session });
  session.close();
  assert.deepEqual(listDiagnostics(result), []);
  assert.ok(Object.keys(readFiles(cacheDir)).some((name) => name.startsWith("state-")));
});

test("a source that nobody may write to is built with --strict into another folder", {
  skip: process.getuid?.() === 0 && "whoever may write everywhere has no such folder",
}, async (context) => {
  const dir = createTemporaryFolder(context);
  const destination = createTemporaryFolder(context);
  writeFiles(dir, SITE);
  chmodSync(dir, 0o500);
  const { code, stderr } = await runCli(["build", "--strict", "-d", destination], { cwd: dir });
  chmodSync(dir, 0o700);
  assert.equal(code, 0);
  assert.match(stderr, /note The cache "\.postulate-cache" cannot be written: permission is denied/);
});

test("build says on standard error that the cache is lost, and ends with 0", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { ...SITE, ".postulate-cache": "A file.\n" });
  const { code, stderr } = await runCli(["build", "--strict"], { cwd: dir });
  assert.equal(code, 0);
  assert.equal(stderr.match(/cache-not-writable/g)?.length, 1);
  assert.match(
    stderr,
    /^note The cache "\.postulate-cache" cannot be written: .*\n {2}hint The site is complete/,
  );
  const without = await runCli(["build", "--disable-disk-cache"], { cwd: dir });
  assert.deepEqual([without.code, without.stderr], [0, ""]);
});

test("a cache that can no longer be written when the session ends is told then", async (context) => {
  const cacheDir = path.join(createTemporaryFolder(context), "cache");
  const session = createBuildSession();
  const options = { cacheDir, session, write: false };
  const { result, sourceDir } = await buildTinySite(context, SITE, options);
  writeFiles(sourceDir, { "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nAnother $a+c$.\n" });
  const second = await buildSite(sourceDir, options);
  assert.deepEqual([listDiagnostics(result), listDiagnostics(second.result)], [[], []]);
  rmSync(cacheDir, { recursive: true });
  writeFileSync(cacheDir, "A file.\n");
  assert.deepEqual(
    session.close().map(({ code }) => code),
    ["cache-not-writable"],
  );
});
