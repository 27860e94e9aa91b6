import assert from "node:assert/strict";
import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { request } from "../testing/request.js";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { startPreviewServer } from "./start-preview-server.js";

async function serve(context: TestContext, files: Readonly<Record<string, string>>, baseurl = "") {
  const parent = createTemporaryFolder(context);
  const rootDir = path.join(parent, "dist");
  mkdirSync(rootDir);
  writeFiles(parent, { "secret.txt": "secret", "dist-other/secret.txt": "secret" });
  writeFiles(rootDir, files);
  const server = await startPreviewServer({ rootDir, baseurl, port: 0 });
  context.after(() => server.close());
  return { ...server, rootDir, parent };
}

test("files are sent with their types, and what is missing gets the site's 404 page", async (context) => {
  const { origin } = await serve(context, {
    "index.html": "<p>home</p>",
    "404.html": "<p>lost</p>",
    "x/index.html": "x",
    "style.css": "a{}",
    "feed.xml": "<feed/>",
    "a b.svg": "<svg/>",
    "favicon.ico": "i",
    "font.woff2": "f",
    "app.js": "1",
    "data.bin": "b",
  });
  const types = {
    "/": "text/html; charset=utf-8",
    "/style.css": "text/css; charset=utf-8",
    "/feed.xml": "text/xml; charset=utf-8",
    "/a%20b.svg": "image/svg+xml; charset=utf-8",
    "/favicon.ico": "image/x-icon",
    "/font.woff2": "font/woff2",
    "/app.js": "text/javascript; charset=utf-8",
    "/data.bin": "application/octet-stream",
  };
  for (const [url, type] of Object.entries(types)) {
    const answer = await request(origin, url);
    assert.deepEqual([answer.status, answer.headers["content-type"]], [200, type], url);
    assert.equal(answer.headers["x-content-type-options"], "nosniff");
  }
  const lost = await request(origin, "/nowhere/");
  assert.deepEqual([lost.status, lost.body], [404, "<p>lost</p>"]);
  const redirect = await request(origin, "/x");
  assert.deepEqual([redirect.status, redirect.headers.location], [301, "/x/"]);
  assert.equal((await request(origin, "/style.css/")).status, 404);
});

test("without a 404 page the status is still 404, and folders are not listed", async (context) => {
  const { origin } = await serve(context, { "folder/file.txt": "x" });
  for (const url of ["/", "/folder/", "/folder"]) {
    const answer = await request(origin, url);
    assert.equal(answer.status, 404, url);
    assert.ok(!answer.body.includes("file.txt"));
  }
});

test("HEAD sends no body, other methods are refused, ranges and tags are understood", async (context) => {
  const { origin } = await serve(context, { "a.txt": "0123456789", "empty.txt": "" });
  const head = await request(origin, "/a.txt", { method: "HEAD" });
  assert.deepEqual([head.status, head.headers["content-length"], head.body], [200, "10", ""]);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const refused = await request(origin, "/a.txt", { method });
    assert.deepEqual([refused.status, refused.headers.allow], [405, "GET, HEAD"], method);
  }
  const part = await request(origin, "/a.txt", { headers: { range: "bytes=2-4" } });
  assert.deepEqual([part.status, part.body, part.headers["content-range"]], [206, "234", "bytes 2-4/10"]);
  assert.equal((await request(origin, "/a.txt", { headers: { range: "bytes=10-" } })).status, 416);
  const known = await request(origin, "/a.txt", { headers: { "if-none-match": head.headers.etag ?? "" } });
  assert.deepEqual([known.status, known.body], [304, ""]);
  assert.deepEqual((await request(origin, "/empty.txt")).body, "");
});

test("nothing outside the root is served, however it is asked for", async (context) => {
  const { origin, rootDir, parent } = await serve(context, {
    "index.html": "home",
    ".postulate-manifest.json": "secret",
    "inner.txt": "inner",
  });
  symlinkSync(path.join(parent, "secret.txt"), path.join(rootDir, "link.txt"));
  symlinkSync(parent, path.join(rootDir, "up"));
  symlinkSync(path.join(rootDir, "inner.txt"), path.join(rootDir, "good-link.txt"));
  symlinkSync(path.join(rootDir, ".postulate-manifest.json"), path.join(rootDir, "manifest-link.json"));
  const attempts = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/x/../../secret.txt",
    "/../dist-other/secret.txt",
    "/%2e%2e%2fsecret.txt%00.html",
    "/secret.txt%00",
    "//secret.txt",
    `/${parent}/secret.txt`,
    "/link.txt",
    "/up/secret.txt",
    "/.postulate-manifest.json",
    "/%2epostulate-manifest.json",
    "/manifest-link.json",
    `/${"x".repeat(5000)}`,
  ];
  for (const attempt of attempts) {
    const answer = await request(origin, attempt);
    assert.ok([400, 404].includes(answer.status), `${attempt}: ${answer.status}`);
    assert.ok(!answer.body.includes("secret"), attempt);
  }
  assert.equal((await request(origin, "/good-link.txt")).body, "inner");
  assert.equal((await request(origin, "/")).body, "home");
});

test("a request whose Host is a stranger's name is refused", async (context) => {
  const { origin, port } = await serve(context, { "index.html": "home" });
  const refused = await request(origin, "/", { headers: { host: `evil.example:${port}` } });
  assert.deepEqual([refused.status, refused.body.includes("home")], [403, false]);
  assert.equal((await request(origin, "/", { headers: { host: `localhost:${port}` } })).status, 200);
});

test("the next free port is taken, on 127.0.0.1", async (context) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  context.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const server = await startPreviewServer({ rootDir: createTemporaryFolder(context), baseurl: "", port });
  context.after(() => server.close());
  assert.ok(server.port > port);
  assert.equal(server.origin, `http://127.0.0.1:${server.port}`);
});

test("a host that is none of this machine's is said to be so", async (context) => {
  const rootDir = createTemporaryFolder(context);
  await assert.rejects(startPreviewServer({ rootDir, baseurl: "", port: 0, host: "203.0.113.7" }), {
    name: "ServerStartError",
    message: '"203.0.113.7" is not an address of this machine',
  });
});

test("the folder may be built anew while it is served", async (context) => {
  const { origin, rootDir } = await serve(context, { "index.html": "old" });
  renameSync(rootDir, `${rootDir}-old`);
  assert.equal((await request(origin, "/")).status, 404);
  writeFiles(rootDir, { "index.html": "new" });
  assert.equal((await request(origin, "/")).body, "new");
});

test("a browser that leaves in the middle of a large file does no harm", async (context) => {
  const { origin, port } = await serve(context, { "large.bin": "x".repeat(8_000_000), "index.html": "home" });
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
    });
    socket.once("data", () => {
      socket.destroy();
      resolve();
    });
  });
  assert.equal((await request(origin, "/")).body, "home");
});
