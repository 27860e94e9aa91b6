import assert from "node:assert/strict";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { buildSite } from "../testing/build-tiny-site.js";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { listFolder } from "../util/temporary-files.js";
import type { BuildProgress } from "./build-types.js";

/** Long enough that a thread does not take all posts at once. */
const TEXT = "Words of a post. ".repeat(200);
const POSTS = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => [
    `_posts/2024-04-${String(number + 1).padStart(2, "0")}-post-${number}.md`,
    `---\ntitle: Post ${number}\nlayout: post\n---\n![A](/a.svg) ${TEXT}\n\n<!--more-->\n\n$x_{${number}}$\n`,
  ]),
);
const OTHERS = {
  "about.md": "---\ntitle: About\n---\nAbout.\n",
  "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>',
  "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="6"/>',
};

/** With this layout of posts: how many pages waited on disk when all bodies were there, and the pages of the site. */
async function build(context: TestContext, layout: string, threads: number) {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, { ...POSTS, ...OTHERS, "_layouts/post.html": layout });
  const staging = path.join(sourceDir, "dist", ".postulate-temporary", String(process.pid));
  let early: number | null = null;
  const onProgress = ({ step }: BuildProgress): void => {
    if (step === "lay out") early ??= listFolder(staging).length;
  };
  const { files, result } = await buildSite(sourceDir, { threads, onProgress });
  return { early, files, result };
}

test("a page is made while other threads render when its layout asks for no body but its own", async (context) => {
  const layout = '{{ page.next.title }} {{ content }} {{ page.excerpt }} <img src="/logo.svg">';
  const threaded = await build(context, layout, 2);
  assert.ok((threaded.early ?? 0) > 0, `${threaded.early} pages`);
  assert.equal(threaded.result.profile.reasons.get("2024/04/01/post-0.html"), "it was not made before");
  const alone = await build(context, layout, 1);
  assert.equal(alone.early, 0);
  assert.deepEqual(threaded.files, alone.files);
});

for (const [what, layout] of [
  ["another body", "{{ content }} {{ page.previous.excerpt }} {{ page.next.word_count }}"],
  ["the body of a page", "{{ content }} {% for one in site.pages %}{{ one.content }}{% endfor %}"],
] as const) {
  test(`a page whose layout shows ${what} waits until all bodies are there`, async (context) => {
    const threaded = await build(context, layout, 2);
    assert.equal(threaded.early, 0);
    const alone = await build(context, layout, 1);
    assert.deepEqual(threaded.files, alone.files);
  });
}
