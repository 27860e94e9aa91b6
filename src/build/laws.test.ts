/** The laws of docs/architecture.md, held on a site that has something of everything; the first has `incremental.test.ts` for its own. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { buildSite, buildTinySite } from "../testing/build-tiny-site.js";
import { createTemporaryFolder, readFiles, writeFiles } from "../testing/temporary-folder.js";

const SITE: Readonly<Record<string, string>> = {
  "_config.yml": "title: Laws\nurl: https://laws.example\ntimezone: Europe/Berlin\npaginate: 2\n",
  "about.md": "---\ntitle: About\n---\nAbout $x^2$.\n",
  "_posts/2024-01-31-first.md":
    "---\ntitle: First\ncategories: math\ntags: [a, b]\n---\nThe sum $\\sum_i x_i$.\n",
  "_posts/2024-02-29-second.md":
    "---\ntitle: Second\ncategories: [math, code]\ndate: 2024-02-29 23:30\n---\n```python\nx = 1\n```\n",
  "python/_posts/2024-03-01-third.md":
    "---\ntitle: Third\ntags: b\n---\n## Heading\n\n\\\\[ b = \\frac{1}{n^2} \\\\]\n",
  "_posts/2030-01-01-future.md": "---\ntitle: Future\n---\nNot yet.\n",
  "_drafts/idea.md": "---\ntitle: Idea\n---\nA draft.\n",
  "static/robots.txt": "User-agent: *\n",
  "image.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
};

test("two clean builds are byte-identical in any time zone and locale", async (context) => {
  const results = [];
  for (const [zone, language] of [
    ["Asia/Tokyo", "tr_TR.UTF-8"],
    ["America/Los_Angeles", "C"],
    ["UTC", "de_DE.UTF-8"],
  ]) {
    const restore = setEnvironment({ TZ: zone, LANG: language, LC_ALL: language });
    const { files } = await buildTinySite(context, SITE);
    restore();
    results.push(files);
  }
  assert.deepEqual(results[1], results[0]);
  assert.deepEqual(results[2], results[0]);
});

test("files found in another order give the same bytes", async (context) => {
  const { files } = await buildTinySite(context, SITE);
  const reversed = Object.fromEntries(Object.entries(SITE).reverse());
  assert.deepEqual((await buildTinySite(context, reversed)).files, files);
});

test("1, 2 and 4 threads give the same bytes and the same diagnostics", async (context) => {
  const posts = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [
      `_posts/2024-04-${10 + number}-many-${number}.md`,
      `---\ntitle: Many ${number}\nlayout: ${["post", "far"][number % 2]}\n---\n![A](/image.svg)\n$a_${number % 3} + \\frac{1}{${number}}$ and $\\unknown$\n\n\`\`\`c\nint a${number % 4};\n\`\`\`\n\n$$\n\\label{e${number}} x\n$$\n`,
    ]),
  );
  const far =
    '{{ page.next.excerpt }}{{ content }}<img src="/image.svg">{{ page.previous.content | number_of_words }}';
  const site = { ...SITE, ...posts, "_layouts/far.html": far };
  const builds = [];
  for (const threads of [1, 2, 4]) {
    const { files, result } = await buildTinySite(context, site, { threads });
    builds.push({ files, diagnostics: result.diagnostics });
  }
  assert.ok((builds[0]?.diagnostics.length ?? 0) >= 12);
  assert.deepEqual(builds[1], builds[0]);
  assert.deepEqual(builds[2], builds[0]);
});

test("building again without a change writes nothing", async (context) => {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, SITE);
  await buildSite(sourceDir, {});
  const before = readFiles(path.join(sourceDir, "dist"));
  const { result, files } = await buildSite(sourceDir, {});
  assert.deepEqual(result.write?.written, []);
  assert.deepEqual(result.write?.removed, []);
  assert.deepEqual(files, before);
});

function setEnvironment(values: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
