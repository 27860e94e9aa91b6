import assert from "node:assert/strict";
import { test } from "node:test";
import { readRange } from "./read-range.js";
import { readRequestPath } from "./read-request-path.js";

test("a request path is decoded once and keeps its query", () => {
  assert.deepEqual(readRequestPath("/a%20b/%C3%BC.html?x=%2F"), { path: "/a b/ü.html", query: "?x=%2F" });
  assert.deepEqual(readRequestPath("/%252e%252e/x"), { path: "/%2e%2e/x", query: "" });
});

test("paths that could lead out of the site are refused in every spelling", () => {
  const refused = [
    "/../x",
    "/a/../../x",
    "/%2e%2e/x",
    "/.%2E/x",
    "/./x",
    "/a%2f..%2fx",
    "/a%5c..%5cx",
    "/a\\..\\x",
    "/a%00.html",
    "/%",
    "/%ff",
    "http://example.org/",
    "*",
    "",
  ];
  for (const target of refused) assert.equal(readRequestPath(target), null, target);
});

test("a range is read as RFC 9110 has it", () => {
  assert.deepEqual(readRange("bytes=0-4", 10), { start: 0, end: 4 });
  assert.deepEqual(readRange("bytes=5-", 10), { start: 5, end: 9 });
  assert.deepEqual(readRange("bytes=-3", 10), { start: 7, end: 9 });
  assert.deepEqual(readRange("bytes=-30", 10), { start: 0, end: 9 });
  assert.deepEqual(readRange("bytes=8-30", 10), { start: 8, end: 9 });
  assert.equal(readRange("bytes=10-", 10), "outside");
  assert.equal(readRange("bytes=-0", 10), "outside");
  for (const ignored of [undefined, "bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=-"]) {
    assert.equal(readRange(ignored, 10), null, ignored);
  }
});
