/** The repository's own blog is whole: every internal link, anchor and image of it resolves, wherever it is served. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startPreviewServer } from "../serve/start-preview-server.js";
import { buildSite, listDiagnostics } from "./build-tiny-site.js";
import { createTemporaryFolder } from "./temporary-folder.js";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

for (const baseurl of ["", "/blog"]) {
  const where = baseurl === "" ? "at the root" : `below ${baseurl}`;

  test(`the check of the own blog finds nothing wrong ${where}`, async (context) => {
    const destinationDir = createTemporaryFolder(context);
    const { result } = await buildSite(root, { destinationDir, overrides: { baseurl }, check: true });
    assert.deepEqual(listDiagnostics(result), []);
  });

  test(`a crawl from the home page, the feeds and the sitemap meets no missing page ${where}`, async (context) => {
    const destinationDir = createTemporaryFolder(context);
    const { result } = await buildSite(root, { destinationDir, overrides: { baseurl } });
    const server = await startPreviewServer({ rootDir: destinationDir, baseurl, port: 0 });
    context.after(() => server.close());
    const starts = ["/", "/feed.xml", "/sitemap.xml"];
    const { visited, missing } = await crawl(
      server.origin,
      starts.map((start) => baseurl + start),
      result.config.url,
    );
    assert.deepEqual(missing, []);
    const htmlOutputs = [...result.outputs.keys()].filter(
      (file) => file.endsWith("index.html") || /\/\d{4}\//.test(file),
    );
    assert.ok(
      visited.size >= htmlOutputs.length,
      `${visited.size} of ${htmlOutputs.length} pages were reached`,
    );
    for (const url of visited) assert.ok(url.startsWith(`${baseurl}/`), `${url} is not below ${baseurl}`);
  });
}

/** Follows every href, src and loc that leads to this site; absolute ones to its public address count, too. */
async function crawl(origin: string, starts: readonly string[], publicUrl: string) {
  const queue = [...starts];
  const visited = new Set<string>();
  const missing: string[] = [];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (visited.has(url)) continue;
    visited.add(url);
    const response = await fetch(origin + url);
    const text = await response.text();
    if (response.status !== 200) missing.push(`${response.status} ${url}`);
    if (!/html|xml/.test(response.headers.get("content-type") ?? "")) continue;
    for (const [, attribute, element] of text.matchAll(
      /\s(?:href|src)="([^"]*)"|<(?:loc|id)>([^<]*)<\/(?:loc|id)>/g,
    )) {
      // Ids of feed entries are addresses without an ending: names, not places to visit.
      if (attribute === undefined && text.includes("<feed ")) continue;
      const reference = (attribute ?? element ?? "").replaceAll("&amp;", "&");
      const target = new URL(reference, publicUrl + url);
      if (target.origin === new URL(publicUrl).origin) queue.push(target.pathname);
    }
  }
  return { visited, missing };
}
