import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { BuildSession } from "../build/build-types.js";
import { createFakeSession } from "../testing/create-fake-session.js";
import { type EventListener, listenToEvents } from "../testing/listen-to-events.js";
import { request } from "../testing/request.js";
import { startDevSite } from "../testing/start-dev-site.js";
import { readFiles } from "../testing/temporary-folder.js";

const PAGE = "<html><body><p>one</p></body></html>";

async function serve(context: TestContext, files: Readonly<Record<string, string>>, buildMs = 0) {
  const session = createFakeSession(buildMs);
  const errors: unknown[] = [];
  const { server, ...site } = await startDevSite(context, files, session, {
    onError: (error) => errors.push(error),
  });
  return { ...server, ...site, session, errors };
}

/** The statuses that a browser is sent, one after the other. */
async function listen(context: TestContext, origin: string): Promise<EventListener> {
  const events = await listenToEvents(origin);
  assert.equal(events.contentType, "text/event-stream; charset=utf-8");
  context.after(events.close);
  return events;
}

test("pages are served from memory with the script that reloads them, and nothing is written", async (context) => {
  const { origin, sourceDir, session } = await serve(context, {
    "index.html": PAGE,
    "post/index.html": PAGE,
    "a.css": "a{}",
  });
  const page = await request(origin, "/post/");
  assert.match(
    page.body,
    /<p>one<\/p><script type="module" src="\/__postulate\/client.js" data-version="[^"]+" data-baseurl="" data-output="post\/index.html"><\/script>\n<\/body>/,
  );
  assert.equal((await request(origin, "/a.css")).body, "a{}");
  for (const file of ["client.js", "overlay.js", "overlay-styles.js"]) {
    const script = await request(origin, `/__postulate/${file}`);
    assert.deepEqual(
      [script.status, script.headers["content-type"]],
      [200, "text/javascript; charset=utf-8"],
      file,
    );
  }
  assert.equal((await request(origin, "/__postulate/start-dev-server.js")).status, 404);
  const lost = await request(origin, "/nowhere");
  assert.equal(lost.status, 404);
  assert.match(lost.body, /data-output=""/);
  assert.deepEqual(
    session.builds.map(({ write }) => write),
    [false],
  );
  assert.deepEqual(
    Object.keys(readFiles(sourceDir)),
    ["a.css", "index.html", "post", "post/index.html"].filter((name) => name !== "post"),
  );
});

test("an edited, a new, a renamed and a deleted file are built, and browsers told what changed", async (context) => {
  const { origin, sourceDir, edit } = await serve(context, { "index.html": PAGE, "a.css": "a{}" });
  const events = await listen(context, origin);
  const { version } = await events.next();
  edit({ "a.css": "b{}" });
  const edited = await events.next();
  assert.deepEqual(edited.changed, ["a.css"]);
  assert.notEqual(edited.version, version);
  edit({ "new/index.html": PAGE });
  assert.deepEqual((await events.next()).changed, ["new/index.html"]);
  assert.equal((await request(origin, "/new/")).status, 200);
  renameSync(`${sourceDir}/new/index.html`, `${sourceDir}/new/other.html`);
  assert.deepEqual((await events.next()).changed, ["new/index.html", "new/other.html"]);
  edit({ "new/other.html": null });
  assert.deepEqual((await events.next()).changed, ["new/other.html"]);
  assert.equal((await request(origin, "/new/other.html")).status, 404);
});

test("with errors the last good pages stay, the faults are told, and are gone when they are fixed", async (context) => {
  const { origin, edit } = await serve(context, { "index.html": PAGE });
  const events = await listen(context, origin);
  const { version } = await events.next();
  edit({ "index.html": "<body>ERROR and WARNING</body>" });
  const broken = await events.next();
  assert.equal(broken.version, version);
  assert.deepEqual(
    broken.diagnostics.map(({ severity, place }) => [severity, place?.path, place?.line, place?.column]),
    [
      ["error", "index.html", 1, 7],
      ["warning", "index.html", 1, 17],
    ],
  );
  assert.match((await request(origin, "/")).body, /<p>one<\/p>/);
  edit({ "index.html": "<body>two</body>" });
  const fixed = await events.next();
  assert.deepEqual([fixed.diagnostics, fixed.changed], [[], ["index.html"]]);
  assert.match((await request(origin, "/")).body, /two/);
});

test("a file that is copied and changed while the site had errors is told when they are gone", async (context) => {
  const { origin, edit } = await serve(context, { "index.html": PAGE, "a.png": "one" });
  const events = await listen(context, origin);
  await events.next();
  for (const [trouble, text] of [
    ["ERROR", "two"],
    ["CRASH", "three"],
  ] as const) {
    edit({ "other.html": trouble });
    assert.deepEqual((await events.next()).changed, []);
    edit({ "a.png": text });
    assert.deepEqual((await events.next()).changed, []);
    edit({ "other.html": null });
    assert.deepEqual((await events.next()).changed, ["a.png"]);
  }
});

test("a site that is broken from the start is served as far as it can be built", async (context) => {
  const { origin } = await serve(context, { "index.html": "<body>ERROR</body>", "good.html": PAGE });
  assert.match((await request(origin, "/good")).body, /<p>one<\/p>/);
  const { diagnostics } = await (await listen(context, origin)).next();
  assert.equal(diagnostics.length, 1);
});

test("an exception in the build is shown, and the server lives on", async (context) => {
  const { origin, edit, errors } = await serve(context, { "index.html": PAGE });
  const events = await listen(context, origin);
  await events.next();
  edit({ "other.html": "CRASH" });
  assert.equal((await events.next()).crash?.message, "crashed on other.html");
  assert.equal(errors.length, 1);
  assert.match((await request(origin, "/")).body, /<p>one<\/p>/);
  edit({ "other.html": null });
  assert.equal((await events.next()).crash, null);
});

test("a build that crashes at the start still leaves a server that waits for better", async (context) => {
  const { origin, edit } = await serve(context, { "index.html": "CRASH" });
  const events = await listen(context, origin);
  assert.equal((await events.next()).crash?.message, "crashed on index.html");
  const page = await request(origin, "/");
  assert.equal(page.status, 404);
  assert.match(page.body, /__postulate\/client.js/);
  edit({ "index.html": PAGE });
  assert.equal((await events.next()).crash, null);
  assert.equal((await request(origin, "/")).status, 200);
});

test("a burst of saves is one build, builds never overlap, and no save is lost", async (context) => {
  const { session, edit, origin, idle } = await serve(context, { "index.html": PAGE }, 40);
  const events = await listen(context, origin);
  await events.next();
  for (let count = 0; count < 10; count++) edit({ [`page-${count}.html`]: PAGE });
  assert.equal((await events.next()).changed?.length, 10);
  assert.equal(session.builds.length, 2);
  for (let count = 0; count < 12; count++) {
    edit({ "index.html": `<body>save ${count}</body>` });
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  await idle();
  assert.equal(session.mostAtOnce(), 1);
  assert.match((await request(origin, "/")).body, /save 11/);
});

test("the destination, caches and editors' temporary files start no build", async (context) => {
  const { session, edit, origin } = await serve(context, { "index.html": PAGE, "dist/old.html": "" });
  const events = await listen(context, origin);
  await events.next();
  edit({
    "dist/index.html": "x",
    "node_modules/a/index.js": "x",
    ".git/index": "x",
    ".postulate-cache/a": "x",
    ".index.html.swp": "x",
    "index.html~": "x",
    "4913": "x",
    ".#index.html": "x",
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(session.builds.length, 1);
  edit({ "real.html": PAGE });
  assert.deepEqual((await events.next()).changed?.includes("real.html"), true);
});

test("a page that was made ahead of a build, but is done only after it, is not shown", async (context) => {
  let finish: () => void = () => undefined;
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const session: BuildSession = {
    ...createFakeSession(),
    async rebuildPage() {
      await isFinished;
      return { path: "index.html", text: "<body>half</body>", hash: "half" };
    },
  };
  const { server, edit } = await startDevSite(context, { "index.html": PAGE }, session);
  const events = await listen(context, server.origin);
  await events.next();
  edit({ "index.html": "<body>whole</body>" });
  const { version } = await events.next();
  finish();
  await setImmediate();
  const { body } = await request(server.origin, "/");
  assert.match(body, /whole/);
  assert.ok(body.includes(version));
});

test("a page is shown while a build runs that reads the text before it, and stays when that one ends", async (context) => {
  const session = createFakeSession(400);
  let readTexts = 0;
  const { server, sourceDir, edit } = await startDevSite(
    context,
    { "index.html": PAGE },
    {
      ...session,
      async rebuildPage(file) {
        readTexts++;
        const text = readFileSync(file, "utf8");
        return { path: path.relative(sourceDir, file), text, hash: text };
      },
    },
  );
  const events = await listen(context, server.origin);
  await events.next();
  edit({ "index.html": "<body>one</body>" });
  assert.deepEqual((await events.next()).changed, ["index.html"]);
  while (session.builds.length < 2) await sleep(5);
  edit({ "index.html": "<body>two</body>" });
  assert.deepEqual((await events.next()).changed, ["index.html"]);
  assert.match((await request(server.origin, "/")).body, /two/);
  // The build that had read "one" ends, and the one after it.
  assert.deepEqual([readTexts, session.builds.length], [2, 2]);
  assert.deepEqual((await events.next()).changed, []);
  assert.match((await request(server.origin, "/")).body, /two/);
  await server.idle();
  assert.equal(session.builds.length, 3);
  assert.match((await request(server.origin, "/")).body, /two/);
});

test("a changed configuration moves the site to its new baseurl", async (context) => {
  const { origin, edit, url } = await serve(context, { "index.html": PAGE });
  const events = await listen(context, origin);
  await events.next();
  edit({ "_config.yml": "baseurl: /blog\n" });
  assert.equal((await events.next()).changed, null);
  assert.equal(url(), `${origin}/blog/`);
  assert.match((await request(origin, "/blog/")).body, /data-baseurl="\/blog"/);
  assert.equal((await request(origin, "/")).headers.location, "/blog/");
});

test("the source folder may vanish and come back", async (context) => {
  const { origin, sourceDir, edit } = await serve(context, { "index.html": PAGE });
  const events = await listen(context, origin);
  await events.next();
  rmSync(sourceDir, { recursive: true });
  let status = await events.next();
  while (!status.changed?.includes("index.html")) status = await events.next();
  await new Promise((resolve) => setTimeout(resolve, 700));
  edit({ "index.html": "<body>back</body>" });
  status = await events.next();
  while (!status.changed?.includes("index.html")) status = await events.next();
  assert.match((await request(origin, "/")).body, /back/);
  edit({ "index.html": "<body>again</body>" });
  status = await events.next();
  while (!status.changed?.includes("index.html")) status = await events.next();
  assert.match((await request(origin, "/")).body, /again/);
});

test("closing ends open event streams and frees the port", async (context) => {
  const server = await serve(context, { "index.html": PAGE });
  await (await listen(context, server.origin)).next();
  await server.close();
  await assert.rejects(request(server.origin, "/"), { code: "ECONNREFUSED" });
});

test("closing closes the session, whether or not somebody wants to hear what it leaves", async (context) => {
  let closed = 0;
  const close = () => {
    closed++;
    return [];
  };
  const { server } = await startDevSite(context, { "index.html": PAGE }, { ...createFakeSession(), close });
  await server.close();
  assert.equal(closed, 1);
});

test("a request whose Host is a stranger's name gets neither pages nor events", async (context) => {
  const { origin } = await serve(context, { "index.html": PAGE });
  for (const path of ["/", "/__postulate/events", "/__postulate/client.js"]) {
    assert.equal((await request(origin, path, { headers: { host: "evil.example" } })).status, 403, path);
  }
});
