import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { SourceDocument } from "../model/content.js";
import {
  type ExampleSiteOptions,
  exampleDocument,
  exampleFile,
  exampleSite,
} from "../testing/example-site.js";
import { createRedirects } from "./create-redirects.js";

function redirects(documents: readonly SourceDocument[], options: ExampleSiteOptions = {}) {
  const report = createReport();
  const outputs = createRedirects(exampleSite(documents, options), report);
  return { outputs, diagnostics: report.list() };
}

test("a redirect is a page that works without a script, with baseurl, as a folder or a file", () => {
  const document = exampleDocument("about.md", { redirectFrom: ["/old/", "older", "/été.php", "/a?b"] });
  const { outputs, diagnostics } = redirects([document], { config: { baseurl: "/blog" } });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    outputs.map(({ path }) => path),
    ["old/index.html", "older.html", "été.php", "a.html"],
  );
  const html = String(outputs[0]?.content);
  assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/blog\/about\.html">/);
  assert.match(
    html,
    /<meta http-equiv="refresh" content="0; url=https:\/\/example\.org\/blog\/about\.html">/,
  );
  assert.doesNotMatch(html, /<script/);
});

test("redirect_to makes the document itself a redirect, to a path or another host", () => {
  const { outputs } = redirects([
    exampleDocument("a.md", { redirectTo: '/b/?x=1&y="2"#z' }),
    exampleDocument("c.md", { redirectTo: "https://other.example/ü" }),
  ]);
  assert.deepEqual(
    outputs.map(({ path, content }) => [path, /canonical" href="([^"]*)"/.exec(String(content))?.[1]]),
    [
      ["a.html", "https://example.org/b/?x=1&amp;y=%222%22#z"],
      ["c.html", "https://other.example/%C3%BC"],
    ],
  );
});

test("a redirect over a page or a file is an error naming both", () => {
  const staticFiles = [exampleFile("data.json")];
  const document = exampleDocument("b.md", {
    redirectFrom: ["/a.html", "/data.json"],
    keyPositions: ["redirect_from", 4, 3],
  });
  const { outputs, diagnostics } = redirects([exampleDocument("a.md"), document], {
    content: { staticFiles },
  });
  assert.deepEqual(outputs, []);
  assert.deepEqual(
    diagnostics.map(({ code, message, place }) => [code, message, place?.line]),
    [
      [
        "redirect-over-file",
        'The redirect from "/a.html" in "b.md" would overwrite "a.html", which is made from "a.md"',
        4,
      ],
      [
        "redirect-over-file",
        'The redirect from "/data.json" in "b.md" would overwrite "data.json", which is made from "data.json"',
        4,
      ],
    ],
  );
});

test("two documents that redirect from one path are an error", () => {
  const { outputs, diagnostics } = redirects([
    exampleDocument("a.md", { redirectFrom: ["/old/", "/old/"] }),
    exampleDocument("b.md", { redirectFrom: ["old/"] }),
  ]);
  assert.equal(outputs.length, 1);
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place?.path]),
    [["redirect-twice", "b.md"]],
  );
});

test("a redirect from outside the site is an error", () => {
  const document = exampleDocument("a.md", {
    redirectFrom: ["../x", "/%2e%2e/x", "https://a.example/x", "/a\\b"],
  });
  const { outputs, diagnostics } = redirects([document]);
  assert.deepEqual(outputs, []);
  assert.deepEqual(new Set(diagnostics.map(({ code }) => code)), new Set(["redirect-outside-site"]));
  assert.equal(diagnostics.length, 4);
});
