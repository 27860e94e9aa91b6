/** What is kept of a document gives what reading it anew would give. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { Content } from "../model/content.js";
import { plainConfig, withFolder } from "../testing/read-site.js";
import { createContentCache } from "./content-cache.js";
import { readContent } from "./read-content.js";

const HEADS = [
  "---\ntitle: A\ntags: [a, b]\n---\n",
  "---\ntitle: C #2\nlayout: wide\nexcerpt_separator: more\n---\n",
  "---\nlayout: null\n---\n",
  "---\r\ntitle: A\r\n---  \r\n",
  "\uFEFF---\n---\n",
  "---\ntitle: a: b\n---\n",
  "",
];
const BODIES = [
  "Body\n",
  "Other body\n---\nmore\n",
  "",
  "\nAfter a blank line",
  "\n\nAfter two\n",
  "<!doctype html><p>whole",
  "---\ntitle: B\n---\nx\n",
];

/** With each body as its text, and without the age of files. */
function readBodies(content: Content) {
  return {
    ...content,
    documents: content.documents.map((one) => ({ ...one, body: one.body.read() })),
    staticFiles: content.staticFiles.map(({ path }) => path),
  };
}

test("a document whose text was edited is read with its record as it is without", () => {
  withFolder({ "site/_posts/2021-01-01-a.md": "", "site/b.html": "" }, (folder) => {
    const options = {
      ...{ sourceDir: `${folder}/site`, destinationDir: `${folder}/dist`, themeDir: `${folder}/theme` },
      config: plainConfig,
    };
    const cache = createContentCache();
    for (const head of HEADS) {
      for (const body of [...BODIES, ...BODIES.toReversed()]) {
        for (const file of ["_posts/2021-01-01-a.md", "b.html"]) {
          writeFileSync(`${folder}/site/${file}`, head + body);
          const [kept, fresh] = [createReport(), createReport()];
          const known = readBodies(readContent(options, kept, cache));
          assert.deepEqual(known, readBodies(readContent(options, fresh)), JSON.stringify(head + body));
          assert.deepEqual(kept.list(), fresh.list());
        }
      }
    }
  });
});
