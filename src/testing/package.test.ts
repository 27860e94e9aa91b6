/** The package as its users get it: packed, installed into an empty project, run on a folder of one post. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { packageDir } from "../util/package-dir.js";
import { readUrl } from "./read-url.js";
import { request } from "./request.js";
import { createTemporaryFolder, readFiles, writeFiles } from "./temporary-folder.js";

/** Gives what it prints. */
function run(cwd: string, command: string, ...words: string[]): string {
  return execFileSync(command, words, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
}

/** A new project with the package in it, and a blog of one post. */
function installPackage(context: TestContext): string {
  const project = createTemporaryFolder(context);
  // Without scripts: `prepare` would empty lib/, from which these tests are running.
  run(packageDir, "npm", "pack", "--ignore-scripts", "--pack-destination", project);
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
  writeFiles(project, {
    "package.json": '{ "name": "empty", "private": true }\n',
    "blog/_posts/2021-03-04-python-memory-management.md":
      "---\ntitle: Memory\ncategories: Python\n---\nInline \\\\( a = x^2 \\\\) and\n\n```python\nx = 1\n```\n",
  });
  run(project, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", `./${tarball}`);
  return project;
}

/** Starts a server of the package, and gives what it answers and what it complains of. */
async function serve(project: string, command: string, ...paths: string[]) {
  const main = path.join(project, "node_modules", "postulate", "lib", "bundle", "main.js");
  const child = spawn(process.execPath, [main, command, "--source", "blog", "--port", "0", "--quiet"], {
    cwd: project,
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const url = await readUrl(child);
  const answers = await Promise.all(paths.map((one) => request(url, one)));
  child.kill("SIGINT");
  await once(child, "close");
  return { answers, stderr };
}

test("the packed package installs into an empty project and builds a folder that holds one post and nothing else", async (context) => {
  const project = installPackage(context);
  const summary = run(project, "npx", "--no-install", "postulate", "build", "--source", "blog");
  assert.match(summary, /1 post\b/);
  const files = readFiles(path.join(project, "blog", "dist"));
  const post = files["python/2021/03/04/python-memory-management.html"] ?? "";
  assert.match(post, /<mjx-container/);
  assert.match(post, /class="language-python"/);
  assert.ok(files["index.html"]?.includes("/python/2021/03/04/python-memory-management.html"));
  assert.ok(files["category/python/index.html"]);
  assert.deepEqual(readdirSync(path.join(project, "blog")).sort(), [".postulate-cache", "_posts", "dist"]);
  const lib = path.join(project, "node_modules", "postulate", "lib");
  assert.ok(!existsSync(path.join(lib, "testing")), "tests are not shipped");
  assert.ok(existsSync(path.join(lib, "bundle", "LICENSES.txt")), "other people's licences are shipped");
  for (const command of ["dev", "preview"]) {
    const { answers, stderr } = await serve(project, command, "/", "/__postulate/client.js");
    const [home, script] = answers;
    assert.equal(home?.status, 200, command);
    assert.equal(script?.status, command === "dev" ? 200 : 404);
    assert.equal(stderr, "");
  }
});
