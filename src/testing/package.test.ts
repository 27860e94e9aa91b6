/** The package as its users get it: packed, installed into an empty project, run on a folder of one post. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createTemporaryFolder, readFiles, writeFiles } from "./temporary-folder.js";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

test("the packed package installs into an empty project and builds a folder that holds one post and nothing else", (context) => {
  const project = createTemporaryFolder(context);
  const run = (cwd: string, command: string, ...words: string[]): string =>
    execFileSync(command, words, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
  // Without scripts: `prepare` would empty lib/, from which these tests are running.
  run(root, "npm", "pack", "--ignore-scripts", "--pack-destination", project);
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
  writeFiles(project, {
    "package.json": '{ "name": "empty", "private": true }\n',
    "blog/_posts/2021-03-04-python-memory-management.md":
      "---\ntitle: Memory\ncategories: Python\n---\nInline \\\\( a = x^2 \\\\) and\n\n```python\nx = 1\n```\n",
  });
  run(project, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", `./${tarball}`);
  const summary = run(project, "npx", "--no-install", "postulate", "build", "--source", "blog");

  assert.match(summary, /1 post\b/);
  const files = readFiles(path.join(project, "blog", "dist"));
  const post = files["python/2021/03/04/python-memory-management.html"] ?? "";
  assert.match(post, /<mjx-container/);
  assert.match(post, /class="language-python"/);
  assert.ok(files["index.html"]?.includes("/python/2021/03/04/python-memory-management.html"));
  assert.ok(files["category/python/index.html"]);
  assert.deepEqual(readdirSync(path.join(project, "blog")).sort(), [".postulate-cache", "_posts", "dist"]);
  assert.ok(
    !existsSync(path.join(project, "node_modules", "postulate", "lib", "testing")),
    "tests are not shipped",
  );
});
