import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutputFiles } from "./create-output-files.js";
import { readRequestPath } from "./read-request-path.js";
import { resolvePath } from "./resolve-path.js";

const paths = [
  "index.html",
  "about.html",
  "x/index.html",
  "both.html",
  "both/index.html",
  "CNAME",
  "ü/index.html",
];
const files = createOutputFiles(
  new Map(paths.map((path) => [path, { path, content: path, source: path }])),
  async ({ path }) => path,
);

async function resolve(target: string, baseurl = ""): Promise<string> {
  const requested = readRequestPath(target);
  assert.ok(requested !== null);
  const found = await resolvePath(requested, files, baseurl);
  if (found.kind === "file") return found.file.path;
  return found.kind === "redirect" ? `${found.status} ${found.location}` : "missing";
}

test("paths lead to files as on a static host", async () => {
  assert.equal(await resolve("/"), "index.html");
  assert.equal(await resolve("/x/"), "x/index.html");
  assert.equal(await resolve("/about"), "about.html");
  assert.equal(await resolve("/about.html"), "about.html");
  assert.equal(await resolve("/CNAME"), "CNAME");
  assert.equal(await resolve("/both"), "both.html");
  assert.equal(await resolve("/about/"), "missing");
  assert.equal(await resolve("/nothing"), "missing");
  assert.equal(await resolve("/u%CC%88/"), "ü/index.html");
});

test("a folder without its slash redirects to itself, query kept, and never to another host", async () => {
  assert.equal(await resolve("/x?page=2"), "301 /x/?page=2");
  assert.equal(await resolve("/%C3%BC"), "301 /%C3%BC/");
  assert.equal(await resolve("//x"), "missing");
  assert.equal(await resolve("/x//"), "missing");
});

test("with a baseurl the site is found below it only", async () => {
  assert.equal(await resolve("/", "/blog"), "302 /blog/");
  assert.equal(await resolve("/blog", "/blog"), "302 /blog/");
  assert.equal(await resolve("/blog/", "/blog"), "index.html");
  assert.equal(await resolve("/blog/about", "/blog"), "about.html");
  assert.equal(await resolve("/blog/x", "/blog"), "301 /blog/x/");
  assert.equal(await resolve("/about", "/blog"), "missing");
  assert.equal(await resolve("/blogs/", "/blog"), "missing");
});
