import assert from "node:assert/strict";
import { test } from "node:test";
import { isTrustedHost } from "./is-trusted-host.js";

test("loopback names and the chosen host are trusted", () => {
  for (const header of [
    "localhost",
    "localhost:4000",
    "LOCALHOST",
    "blog.localhost:1",
    "127.0.0.1:4000",
    "127.9.9.9",
    "[::1]:4000",
  ]) {
    assert.equal(isTrustedHost(header, "127.0.0.1"), true, header);
  }
  assert.equal(isTrustedHost("Desk.example:4000", "desk.example"), true);
});

test("names that anybody may point here are not", () => {
  const refused = [
    undefined,
    "",
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "192.168.1.5",
    "a@localhost",
    "localhost/x",
    "[::1",
  ];
  for (const header of refused) assert.equal(isTrustedHost(header, "127.0.0.1"), false, header);
});

test("a server on all interfaces goes by its addresses too, but by no stranger's name", () => {
  assert.equal(isTrustedHost("192.168.1.5:4000", "0.0.0.0"), true);
  assert.equal(isTrustedHost("[fe80::1]:4000", "::"), true);
  assert.equal(isTrustedHost("evil.example", "0.0.0.0"), false);
});
