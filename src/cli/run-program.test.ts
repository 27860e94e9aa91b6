/** Commands in this process, with a build that is made up. */
import assert from "node:assert/strict";
import path from "node:path";
import { type TestContext, test } from "node:test";
import type { BuildOptions, BuildSession } from "../build/build-types.js";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { createFakeSession } from "../testing/create-fake-session.js";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { runProgram } from "./run-program.js";
import { createTerminal } from "./terminal/create-terminal.js";

interface RunOptions {
  readonly session?: BuildSession;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** What happens while a server runs. */
  readonly afterStart?: (currentDir: string, waitFor: (printed: RegExp) => Promise<void>) => Promise<void>;
}

async function run(
  context: TestContext,
  files: Readonly<Record<string, string>>,
  args: string,
  options: RunOptions = {},
) {
  const currentDir = createTemporaryFolder(context);
  writeFiles(currentDir, { "_posts/a.md": "A", ...files });
  const fake = createFakeSession();
  const { environment = {}, isTTY = false, session = fake, afterStart = async () => undefined } = options;
  const waitFor = async (printed: RegExp): Promise<void> => {
    for (let tries = 0; !printed.test(stderr) && tries < 500; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  let started = (): void => undefined;
  const running = new Promise<void>((resolve) => {
    started = resolve;
  }).then(() => afterStart(currentDir, waitFor));
  let stdout = "";
  let stderr = "";
  const code = await runProgram(args.split(" "), {
    terminal: createTerminal({
      stdout: {
        isTTY,
        write: (text) => {
          stdout += text;
          if (text.startsWith("Serving")) started();
        },
      },
      stderr: { isTTY, columns: 40, write: (text) => (stderr += text) },
      environment,
    }),
    environment,
    currentDir,
    clockMs: Date.now,
    createSession: async () => session,
    waitForShutdown: () => running,
  });
  return { code, stdout, stderr, builds: fake.builds, currentDir };
}

test("a build tells what it made, what it wrote and what it left out", async (context) => {
  const { code, stdout, stderr } = await run(context, { "index.html": "x" }, "build");
  assert.equal(code, 0);
  assert.equal(stderr, "");
  assert.equal(
    stdout,
    "Left out 1 file:\n  _drafts/later.md: it is a draft; build with --drafts\n\n" +
      "Built 1 post, 1 page, 2 categories, 1,432 equations, 1 code block\n" +
      "1 file written, 4 unchanged, 1 removed -> dist in 1.2 s\n",
  );
});

test("errors go to standard error with their frame, end with 1, and say that nothing was written", async (context) => {
  const { code, stderr, currentDir } = await run(
    context,
    { "a.html": "x ERROR", "dist/index.html": "old" },
    "build",
  );
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^error "<b>error<\/b>" is here \[fake-error\]\n {2}at a\.html:1:3\n {2}1 \| x ERROR\n {4}\| {3}\^{5}\n {2}hint Take it out\n/,
  );
  assert.ok(
    stderr.endsWith(`1 error: nothing was written; the last good ${currentDir}/dist stays as it is\n`),
  );
});

test("--keep-going writes in spite of errors, and still ends with 1", async (context) => {
  const { code, stderr, stdout } = await run(context, { "a.html": "ERROR" }, "build --keep-going");
  assert.equal(code, 1);
  assert.match(stderr, /1 error: what could be built was written\n$/);
  assert.match(stdout, /1 file written/);
});

test("warnings pass, and fail with --strict", async (context) => {
  const lax = await run(context, { "a.html": "WARNING" }, "build");
  assert.equal(lax.code, 0);
  assert.match(lax.stderr, /^warning [\s\S]*1 warning\n$/);
  const strict = await run(context, { "a.html": "WARNING" }, "build --strict");
  assert.equal(strict.code, 1);
  assert.match(strict.stderr, /1 warning \(and --strict is given\)/);
  assert.equal(strict.builds[0]?.strict, true);
});

test("--quiet prints only what fails", async (context) => {
  const lax = await run(context, { "a.html": "WARNING" }, "build -q");
  assert.deepEqual([lax.code, lax.stdout, lax.stderr], [0, "", ""]);
  const failing = await run(context, { "a.html": "WARNING ERROR" }, "build -q");
  assert.deepEqual([failing.code, failing.stdout], [1, ""]);
  assert.ok(failing.stderr.startsWith("error "));
});

test("of very many warnings the first are printed, and all with --verbose", async (context) => {
  const files = { "a.html": "WARNING\n".repeat(100) };
  const some = await run(context, files, "build");
  assert.equal(some.stderr.match(/^warning /gm)?.length, 40);
  assert.match(some.stderr, /… and 60 more warnings; --verbose prints them all/);
  const all = await run(context, files, "build --verbose");
  assert.equal(all.stderr.match(/^warning /gm)?.length, 100);
});

test("--json prints one object and nothing else", async (context) => {
  const { code, stdout, stderr } = await run(context, { "a.html": "ERROR" }, "build --json");
  assert.deepEqual([code, stderr], [1, ""]);
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual(Object.keys(printed), [
    "ok",
    "summary",
    "destination",
    "write",
    "diagnostics",
    "skipped",
    "elapsedMs",
  ]);
  assert.deepEqual([printed.ok, printed.write, printed.elapsedMs], [false, null, 1234]);
  assert.equal((printed.diagnostics as { code: string }[])[0]?.code, "fake-error");
});

test("--json holds the profile when --profile is given, and is still one object", async (context) => {
  const { code, stdout } = await run(context, {}, "build --json --profile");
  const { elapsedMs, profile } = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual([code, elapsedMs], [0, 1234]);
  assert.deepEqual(profile, {
    steps: [{ name: "render", ms: 1200 }],
    loaded: [{ name: "MathJax", ms: 456.7 }],
    slowest: {
      posts: [{ name: "a.md", ms: 12.3 }],
      formulas: [{ name: "x^2", ms: 3.2, path: "a.md" }],
      code: [],
    },
    madeAnew: [{ path: "a.html", reason: "its text changed" }],
  });
});

test("--profile prints where the time went, with the source of each formula", async (context) => {
  const { stdout } = await run(context, {}, "build --profile");
  for (const row of ["1200.0 ms  render", " 456.7 ms  MathJax", "12.3 ms  a.md", " 3.2 ms  x^2 (a.md)"])
    assert.ok(stdout.includes(row), row);
  assert.match(stdout, /1 page made anew, because of a change:\n {2}a\.html: its text changed/);
});

test("check builds in memory, checks everything, and says when nothing is wrong", async (context) => {
  const good = await run(context, { "a.html": "x" }, "check");
  assert.equal(good.code, 0);
  assert.match(good.stdout, /Checked 1 post.* in 1\.2 s\nNothing is wrong\n$/);
  assert.deepEqual([good.builds[0]?.write, good.builds[0]?.check], [false, true]);
  const bad = await run(context, { "a.html": "ERROR" }, "check");
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /1 error\n$/);
});

test("the command line is handed on to the build", async (context) => {
  const args =
    "build -d out --config a.yml,b.yml -D --no-future --unpublished -b /blog --limit_posts 3 --force";
  const environment = { SOURCE_DATE_EPOCH: "1000" };
  const { builds, currentDir } = await run(context, {}, args, { environment });
  const { onProgress: _onProgress, ...options } = builds[0] as BuildOptions;
  assert.deepEqual(options, {
    sourceDir: currentDir,
    destinationDir: `${currentDir}/out`,
    cacheDir: path.join(currentDir, ".postulate-cache"),
    configPaths: ["a.yml", "b.yml"],
    overrides: {
      baseurl: "/blog",
      drafts: true,
      future: false,
      unpublished: true,
      limitPosts: 3,
      environment: "production",
    },
    strict: false,
    keepGoing: false,
    force: true,
    write: true,
    check: false,
    nowMs: 1_000_000,
  });
});

test("dev builds for development unless JEKYLL_ENV says otherwise, and ends when it is told to", async (context) => {
  const { code, builds, stdout } = await run(context, { "a.html": "x" }, "dev --port 0");
  assert.equal(code, 0);
  assert.equal(builds[0]?.overrides.environment, "development");
  assert.match(stdout, /Serving at http:\/\/127\.0\.0\.1:\d+\/\n/);
  const staging = await run(context, {}, "dev --port 0 -q", { environment: { JEKYLL_ENV: "staging" } });
  assert.equal(staging.builds[0]?.overrides.environment, "staging");
});

test("dev tells a fault once, and what was left out once", async (context) => {
  const files = { "a.html": "WARNING" };
  const { stdout, stderr } = await run(context, files, "dev --port 0", {
    async afterStart(currentDir, waitFor) {
      writeFiles(currentDir, { "b.html": "WARNING" });
      await waitFor(/2 warnings/);
      writeFiles(currentDir, { "b.html": "ERROR" });
      await waitFor(/1 error/);
    },
  });
  assert.deepEqual(stderr.match(/at [ab]\.html|^\d .*$/gm), [
    "at a.html",
    "1 warning",
    "at b.html",
    "2 warnings",
    "at b.html",
    "1 error, 1 warning: the pages follow once that is fixed",
  ]);
  assert.equal(stdout.match(/Left out/g)?.length, 1);
  assert.equal(stdout.match(/^Built/gm)?.length, 2);
});

test("dev tells when it ends what keeps later builds from knowing of it", async (context) => {
  const fault = { path: ".postulate-cache", reason: "the disk is full" };
  const close = () => [createDiagnostic("cache-not-writable", fault)];
  const session = { ...createFakeSession(), close };
  const { code, stderr } = await run(context, { "a.html": "x" }, "dev --port 0", { session });
  assert.equal(code, 0);
  assert.match(
    stderr,
    /^note The cache "\.postulate-cache" cannot be written: the disk is full \[cache-not-writable\]\n/,
  );
});

test("an exception is owned up to, with its stack only when asked for", async (context) => {
  const short = await run(context, { "a.html": "CRASH" }, "build");
  assert.equal(short.code, 1);
  assert.match(short.stderr, /^error Postulate itself failed: crashed on a\.html\n/);
  assert.match(short.stderr, /Please report it/);
  assert.ok(!short.stderr.includes("    at "));
  const long = await run(context, { "a.html": "CRASH" }, "build --verbose");
  assert.match(long.stderr, /\n {4}at /);
});

test("progress is one line that is written over, on a terminal only", async (context) => {
  const session: BuildSession = {
    rebuildPage: async () => null,
    close: () => [],
    async build(options) {
      for (let done = 0; done < 40; done++) {
        options.onProgress?.({
          step: "render",
          done,
          total: 40,
          current: `_posts/${"long-name".repeat(9)}.md`,
        });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return createFakeSession().build({ ...options, onProgress: () => undefined });
    },
  };
  const piped = await run(context, {}, "build", { session });
  assert.equal(piped.stderr, "");
  const dumb = await run(context, {}, "build", { session, isTTY: true, environment: { TERM: "dumb" } });
  assert.equal(dumb.stderr, "");
  const { stderr } = await run(context, {}, "build", { session, isTTY: true });
  const shown = stderr.split("\r\u001b[2K").filter((line) => line !== "");
  assert.ok(shown.length >= 1 && shown.length <= 5, `${shown.length} times`);
  for (const line of shown) assert.match(line, /^render {2}\d+\/40 {2}0\.\d s {2}_posts\/long[^\n]{1,20}$/);
  assert.ok(stderr.endsWith("\r\u001b[2K"), "nothing of it is left behind");
});

test("colours follow the terminal and NO_COLOR", async (context) => {
  const coloured = await run(context, { "a.html": "ERROR" }, "build", { isTTY: true });
  assert.ok(coloured.stderr.includes("\u001b[31m"));
  const environments: readonly Readonly<Record<string, string>>[] = [{ NO_COLOR: "1" }, { TERM: "dumb" }];
  for (const environment of environments) {
    const plain = await run(context, { "a.html": "ERROR" }, "build", { isTTY: true, environment });
    assert.ok(!plain.stderr.includes("\u001b[3"), JSON.stringify(environment));
  }
});
