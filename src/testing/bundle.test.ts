/** Users run a bundle, most tests run the modules that it was made of: both have to be one program. */
import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { buildSite, TEST_NOW_MS } from "./build-tiny-site.js";
import { runCli } from "./run-cli.js";
import { createTemporaryFolder, readFiles, writeFiles } from "./temporary-folder.js";

/** Needs all that is loaded late. */
const SITE: Readonly<Record<string, string>> = {
  "_data/facts.yml": "value: &a {b: [1, 2]}\nother: *a\n",
  "_layouts/post.html":
    "<body><h1>{{ page.title }}</h1>{{ content }}{{ page.previous.content }}{{ site.data.facts.other.b }}</body>",
  "_posts/2024-01-01-first.md":
    "---\nlayout: post\ntitle: A $x^2$ title\n---\nSo $\\frac{a}{b}$ and\n\n```python\nx = 1\n```\n\n<div>raw <b>HTML</b></div>\n",
  "_posts/2024-01-02-second.md":
    "---\nlayout: post\n---\n$\\newcommand{\\half}{\\frac12}\\half$\n\n{% highlight js %}\ny\n{% endhighlight %}\n\n| a |\n|---|\n| b |\n",
  "_posts/2024-01-03-third.md":
    "---\nlayout: post\nmath:\n  macros: {R: '\\mathbb R'}\n---\n$\\R$ and `code`{:.ruby}, \"quoted\".\n",
  "main.scss": "---\n---\na { b { color: red } }\n",
};

function configWith(output: string): string {
  return `title: Notes\nurl: https://notes.example\nmath:\n  output: ${output}\n`;
}

/** Builds as users do; gives what then stands in the destination. */
async function buildByCommand(sourceDir: string, ...options: string[]): Promise<Record<string, string>> {
  const { code, stderr } = await runCli(["build", "--source", sourceDir, "--quiet", ...options], {
    environment: { SOURCE_DATE_EPOCH: String(TEST_NOW_MS / 1000) },
  });
  assert.deepEqual([code, stderr], [0, ""]);
  return readFiles(path.join(sourceDir, "dist"));
}

for (const output of ["svg", "chtml", "mathml"])
  test(`the bundle and its modules make the same bytes, with formulas as ${output}`, async (context) => {
    const sourceDir = createTemporaryFolder(context);
    writeFiles(sourceDir, { "_config.yml": configWith(output), ...SITE });
    const bundled = await buildByCommand(sourceDir);
    rmSync(path.join(sourceDir, "dist"), { recursive: true });
    const { files } = await buildSite(sourceDir, {});
    assert.match(files["2024/01/01/first.html"] ?? "", /language-python[\s\S]*<span class="l1/);
    assert.deepEqual(bundled, files);
  });

test("the bundle starts again when templates meet a lost value: each class exists once in it", async (context) => {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, { "_config.yml": configWith("svg"), ...SITE });
  await buildByCommand(sourceDir);
  const cacheDir = path.join(sourceDir, ".postulate-cache");
  const values = readdirSync(cacheDir).filter((name) => !name.endsWith(".json"));
  assert.notEqual(values.length, 0);
  for (const name of values) rmSync(path.join(cacheDir, name), { recursive: true });
  writeFiles(sourceDir, { "_layouts/post.html": "<p>{{ page.previous.content }}</p>" });
  const again = await buildByCommand(sourceDir);
  assert.deepEqual(again, await buildByCommand(sourceDir, "--disable-disk-cache", "--force"));
  assert.match(again["2024/01/02/second.html"] ?? "", /<p>[\s\S]*language-python/);
});
