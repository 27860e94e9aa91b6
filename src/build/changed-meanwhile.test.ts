/** A file that changes while the site is built: the result is a site that there was, and the next build sees the rest. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { BuildOptions } from "../build/build-types.js";
import { createBuildSite, type Renderers } from "../testing/incremental/create-build-site.js";
import { createTemporaryFolder, readFiles, writeFiles } from "../testing/temporary-folder.js";

const renderers: Renderers = new Map();

/** Every so many steps the edit is made. */
const STRIDE = process.env.POSTULATE_PROOF === undefined ? 13 : 1;

/** Sees the others as they were written. */
const READER = "_posts/2024-01-03-reader.md";

const SITE: Readonly<Record<string, string>> = {
  "_config.yml": "title: Meanwhile\nurl: https://meanwhile.example\n",
  "_layouts/post.html":
    "{{ content }}{{ page.next.excerpt }}{{ site.data.facts.value }}{{ '@import \"part\"' | scssify }}",
  "_includes/note.html": "A note.",
  "_data/facts.yml": "value: 1\n",
  "_sass/part.scss": "a { color: red }",
  "_posts/_more.md": "More.\n",
  "_posts/2024-01-01-first.md":
    "---\nlayout: post\n---\nText. {% include_relative _more.md %} {% include note.html %}\n",
  "_posts/2024-01-02-second.md": "---\nlayout: post\n---\n![Image](/image.svg) {{ page.previous.content }}\n",
  [READER]: "---\nlayout: post\n---\n{{ page.previous.content }}{{ page.previous.previous.content }}\n",
  "main.scss": "---\n---\n@import 'part';\n",
  "image.svg": "<svg width='3' height='4'/>\n",
  "a.txt": "A file.\n",
};

/** Each by itself, in the middle of a build. */
const EDITS: Readonly<Record<string, string | null>> = {
  "_posts/2024-01-01-first.md": "---\nlayout: post\n---\nOther text.\n",
  "_posts/2024-01-02-second.md": null,
  "_posts/_more.md": "Less.\n",
  "_includes/note.html": "Another note.",
  "_layouts/post.html": "{{ content }}",
  "_data/facts.yml": "value: 2\n",
  "_sass/part.scss": "a { color: blue }",
  "image.svg": "<svg width='5' height='4'/>\n",
  "a.txt": "Another file.\n",
};

for (const [file, text] of Object.entries(EDITS)) {
  test(`${file} is ${text === null ? "removed" : "edited"} at any step: the old site or the new, then the new`, async (context) => {
    const folder = createTemporaryFolder(context);
    const sourceDir = path.join(folder, "site");
    const builds = createBuildSite(renderers);
    const build = async (name: string, onProgress: NonNullable<BuildOptions["onProgress"]> = () => {}) => {
      const destinationDir = path.join(folder, name);
      const cacheDir = name.startsWith("clean") ? null : path.join(folder, `cache-${name}`);
      const { ok, write } = await builds.fresh({
        ...{ sourceDir, destinationDir, cacheDir, configPaths: null, overrides: {}, onProgress },
        ...{ strict: false, keepGoing: false, force: false, write: true, check: false },
        nowMs: Date.UTC(2026, 11, 1, 12),
      });
      return { ok, write, files: readFiles(destinationDir) };
    };
    writeFiles(sourceDir, SITE);
    let steps = 0;
    const { files: old } = await build("clean-old", () => steps++);
    writeFiles(sourceDir, { [file]: text });
    const { files: now } = await build("clean-new");
    assert.notDeepEqual(now, old);
    for (const [turn, isWarm] of [false, true].entries()) {
      for (let at = 1 + turn; at < steps; at += STRIDE) {
        const name = `${isWarm ? "warm" : "cold"}-${at}`;
        writeFiles(sourceDir, { ...SITE, [READER]: isWarm ? null : (SITE[READER] ?? null) });
        if (isWarm) {
          // Texts that the next build need not read before somebody asks for them.
          await setTimeout(60);
          await build(name);
          writeFiles(sourceDir, { [READER]: SITE[READER] ?? null });
        }
        let step = 0;
        const meanwhile = await build(name, () => {
          if (++step === at) writeFiles(sourceDir, { [file]: text });
        });
        if (step < at) break;
        const isOld = Object.entries(meanwhile.files).every(([one, content]) => old[one] === content);
        if (!isOld) assert.deepEqual(meanwhile.files, now, name);
        assert.deepEqual((await build(name)).files, now, `${name}, once more`);
      }
    }
  });
}
