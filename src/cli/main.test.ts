/** The program as a process: what it prints where, and how it ends. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { test } from "node:test";
import { readUrl } from "../testing/read-url.js";
import { request } from "../testing/request.js";
import { runCli, spawnCli } from "../testing/run-cli.js";
import { createTemporaryFolder, readFiles, writeFiles } from "../testing/temporary-folder.js";
import { commands } from "./commands.js";

const ESCAPE = "\u001b[";
/** 2026-03-04 23:30 UTC. */
const LATE_EVENING = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 4, 23, 30) / 1000) };

test("--version prints the package's version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  for (const args of [["--version"], ["-v"], ["build", "--version"]])
    assert.deepEqual(await runCli(args), { code: 0, stdout: `${version}\n`, stderr: "" });
});

test("--help lists all commands, and that of a command all its options", async () => {
  const program = await runCli(["--help"]);
  assert.deepEqual([program.code, program.stderr], [0, ""]);
  for (const { name } of commands) assert.match(program.stdout, new RegExp(`^  ${name}\\b`, "m"));
  const build = await runCli(["build", "--help"]);
  assert.equal(build.code, 0);
  assert.match(build.stdout, /-s, --source DIR/);
  assert.match(build.stdout, /-D, --\[no-\]drafts/);
  assert.match(build.stdout, /--limit-posts COUNT/);
  assert.ok(Math.max(...build.stdout.split("\n").map((line) => line.length)) <= 80);
});

test("no command at all is a mistake that the help answers", async () => {
  const { code, stdout, stderr } = await runCli([]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /Usage: postulate COMMAND/);
});

test("wrong use ends with 2, a message and a hint on standard error", async () => {
  const { code, stdout, stderr } = await runCli(["bulid"]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.equal(stderr, 'error There is no command "bulid"\n  hint Did you mean "postulate build"?\n');
});

test("a source that is missing, a file or empty is wrong use", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "file.txt": "x", "empty/README.md": "# No front matter\n" });
  for (const command of ["build", "check", "dev"]) {
    const missing = await runCli([command, "--source", "nowhere"], { cwd: dir });
    assert.deepEqual([missing.code, /There is no folder .*nowhere/.test(missing.stderr)], [2, true], command);
  }
  const file = await runCli(["build", "-s", "file.txt"], { cwd: dir });
  assert.deepEqual([file.code, /is not a folder/.test(file.stderr)], [2, true]);
  const empty = await runCli(["build"], { cwd: path.join(dir, "empty") });
  assert.equal(empty.code, 2);
  assert.match(empty.stderr, /nothing to build[\s\S]*postulate new/);
  assert.deepEqual(Object.keys(readFiles(path.join(dir, "empty"))), ["README.md"]);
});

test("a destination that holds the source is refused", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "blog/_posts/2026-01-01-a.md": "A" });
  for (const destination of [".", "..", "./"]) {
    const { code, stderr } = await runCli(["build", "-d", destination], { cwd: path.join(dir, "blog") });
    assert.deepEqual([code, /holds the source/.test(stderr)], [2, true], destination);
  }
});

test("colours are for terminals, NO_COLOR and FORCE_COLOR have their say", async () => {
  const help = async (environment: Record<string, string>) =>
    (await runCli(["--help"], { environment })).stdout.includes(ESCAPE);
  assert.equal(await help({}), false);
  assert.equal(await help({ FORCE_COLOR: "1" }), true);
  assert.equal(await help({ FORCE_COLOR: "0" }), false);
  assert.equal(await help({ NO_COLOR: "1" }), false);
});

test("new makes a post dated by the site's clock, and never overwrites one", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "_config.yml": "timezone: Asia/Tokyo\n" });
  const words = ["new", "What's", "new:", "\\(L^2\\)", "-c", "math,real analysis"];
  const first = await runCli(words, { cwd: dir, environment: LATE_EVENING });
  const file = path.join("_posts", "2026-03-05-whats-new-l2.md");
  assert.deepEqual(first, { code: 0, stdout: `${file}\n`, stderr: "" });
  const text = readFileSync(path.join(dir, file), "utf8");
  assert.equal(
    text,
    "---\ntitle: 'What''s new: \\(L^2\\)'\ndate: 2026-03-05 08:30:00 +0900\ncategories: [math, real analysis]\n---\n\n",
  );
  const second = await runCli([...words, "--tag", "x"], { cwd: dir, environment: LATE_EVENING });
  assert.equal(second.code, 2);
  assert.match(second.stderr, /exists already/);
  assert.equal(readFileSync(path.join(dir, file), "utf8"), text);
});

test("new makes drafts, and posts of a given day", async (context) => {
  const dir = createTemporaryFolder(context);
  assert.equal((await runCli(["new", "Later", "--draft"], { cwd: dir })).code, 0);
  assert.equal(readFileSync(path.join(dir, "_drafts", "later.md"), "utf8"), "---\ntitle: Later\n---\n\n");
  assert.equal((await runCli(["new", "Then", "--date", "2021-3-4"], { cwd: dir })).code, 0);
  assert.ok(existsSync(path.join(dir, "_posts", "2021-03-04-then.md")));
  for (const date of ["2021-02-30", "2021-13-01", "yesterday", "0000-00-00"]) {
    assert.equal((await runCli(["new", "Never", "--date", date], { cwd: dir })).code, 2, date);
  }
  assert.equal((await runCli(["new"], { cwd: dir })).code, 2);
  assert.equal((await runCli(["new", "A", "--date", "2021-03-04", "--draft"], { cwd: dir })).code, 2);
});

test("a SOURCE_DATE_EPOCH that is no time is wrong use", async (context) => {
  const dir = createTemporaryFolder(context);
  const { code, stderr } = await runCli(["new", "A"], {
    cwd: dir,
    environment: { SOURCE_DATE_EPOCH: "soon" },
  });
  assert.deepEqual([code, /whole seconds since 1970, but is "soon"/.test(stderr)], [2, true]);
});

test("preview serves the destination on the next free port until it is told to end", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "_config.yml": "baseurl: /blog\n", "dist/index.html": "<p>home</p>" });
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  context.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const child = spawnCli(["preview", "--port", String(port)], { cwd: dir });
  context.after(() => child.kill("SIGKILL"));
  const url = await readUrl(child);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
  assert.ok(Number(new URL(url).port) > port);
  assert.equal((await request(url, "/blog/")).body, "<p>home</p>");
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("build, check and dev work on a folder that has posts and nothing else", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "_posts/2021-03-04-a.md": "---\ntitle: A\n---\nThe area is $x^2$.\n" });
  const first = await runCli(["build"], { cwd: dir });
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stdout,
    /Built 1 post, .*1 equation\n\d+ files written, 0 unchanged -> dist in [\d.]+ s\n$/,
  );
  assert.match((await runCli(["build"], { cwd: dir })).stdout, /\n0 files written, \d+ unchanged -> dist/);
  const checked = JSON.parse((await runCli(["check", "--json"], { cwd: dir })).stdout) as {
    ok: boolean;
    write: null;
  };
  assert.deepEqual([checked.ok, checked.write], [true, null]);
  const child = spawnCli(["dev", "--port", "0"], { cwd: dir });
  context.after(() => child.kill("SIGKILL"));
  const url = await readUrl(child);
  assert.match((await request(url, "/2021/03/04/a.html")).body, /mjx-container[\s\S]*__postulate/);
  child.kill("SIGTERM");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("a broken configuration stops preview and new, and is shown", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, { "_config.yml": "title: [\n", "dist/index.html": "x" });
  for (const args of [["preview"], ["new", "A"]]) {
    const { code, stderr, stdout } = await runCli(args, { cwd: dir });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^error .*\n {2}at _config\.yml:/);
  }
  assert.ok(!existsSync(path.join(dir, "_posts")));
});

test("a configuration is found from the current folder, or else in the source", async (context) => {
  const dir = createTemporaryFolder(context);
  writeFiles(dir, {
    "here.yml": "timezone: Asia/Tokyo\n",
    "blog/there.yml": "timezone: Asia/Tokyo\n",
    "blog/_posts/a.md": "A",
  });
  for (const [index, config] of ["here.yml", "there.yml", "blog/there.yml"].entries()) {
    const args = ["new", `Post ${index}`, "-s", "blog", "--config", config];
    const { stdout } = await runCli(args, { cwd: dir, environment: LATE_EVENING });
    assert.equal(stdout, `${path.join("blog", "_posts", `2026-03-05-post-${index}.md`)}\n`);
  }
});

test("preview of a site that was never built says how to build it", async (context) => {
  const { code, stderr } = await runCli(["preview"], { cwd: createTemporaryFolder(context) });
  assert.equal(code, 2);
  assert.match(stderr, /no built site in .*dist[\s\S]*postulate build/);
});
