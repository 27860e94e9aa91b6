/** The page that an author sees first is the one that the build makes. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { buildSite } from "../testing/build-tiny-site.js";
import { createTemporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { createBuildSession } from "./create-build-session.js";

const POST = "_posts/2024-01-02-post.md";
const HEAD = "---\ntitle: A post\ntags: [a]\n---\n";

async function startSession(context: TestContext) {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, {
    "_config.yml": "title: Ahead\nurl: https://ahead.example\n",
    [POST]: `${HEAD}Some $x^2$ text.\n\n## A heading\n`,
    "_posts/2024-01-01-older.md": "---\ntitle: Older\n---\nOlder text.\n",
    "about.md": "---\ntitle: About\n---\nAbout {{ site.title }}.\n",
  });
  const session = createBuildSession();
  const build = () => buildSite(sourceDir, { session });
  await build();
  return {
    build,
    rebuild: (file: string) => session.rebuildPage(path.join(sourceDir, file)),
    write: (file: string, text: string) => writeFileSync(path.join(sourceDir, file), text),
  };
}

test("the page of an edited body is the page of the build that follows", async (context) => {
  const { build, rebuild, write } = await startSession(context);
  const edits = [
    [POST, `${HEAD}Other text, $\\frac{1}{2}$.\n\n## One\n\n## Two\n`],
    [POST, `${HEAD}\`\`\`c\nint x;\n\`\`\`\n\nAnd [older](2024-01-01-older.md), ![](none.png).\n`],
    ["about.md", "---\ntitle: About\n---\nMore about {{ site.title }} and {{ page.title }}.\n"],
    [POST, `${HEAD}Back.\n`],
  ] as const;
  for (const [file, text] of edits) {
    write(file, text);
    const page = await rebuild(file);
    assert.ok(page !== null, text);
    const { files } = await build();
    assert.equal(files[page.path], page.text);
  }
});

test("nothing is shown ahead when more than the body of one document was edited", async (context) => {
  const { build, rebuild, write } = await startSession(context);
  assert.equal(await rebuild("_config.yml"), null);
  assert.equal(await rebuild("_posts/2024-03-03-new.md"), null);
  const texts = [
    "---\ntitle: Another title\ntags: [a]\n---\nSome text.\n",
    "---\ntitle: A post\ntags: [a]\nlayout: page\n---\nSome text.\n",
    // What an editor has written of the file so far.
    "",
    "---\ntitle: A po",
    `${HEAD}<!doctype html><title>Whole</title>`,
  ];
  for (const text of texts) {
    write(POST, text);
    assert.equal(await rebuild(POST), null, text);
  }
  write(POST, `${HEAD}Good again.\n`);
  await build();
  assert.equal((await rebuild(POST))?.text.includes("Good again."), true);
});

test("a page made while a build runs is that of the build after it, and does not disturb the one that runs", async (context) => {
  const { build, rebuild, write } = await startSession(context);
  for (let edit = 0; edit < 5; edit++) {
    write(POST, `${HEAD}Before the build, number ${edit}: $a_${edit}$.\n`);
    const running = build();
    await setImmediate();
    write("about.md", `---\ntitle: About\n---\nWhile it runs $b_${edit}$.\n`);
    const page = await rebuild("about.md");
    assert.ok(page !== null);
    const { result, files } = await running;
    assert.equal(result.ok, true);
    assert.ok(files["2024/01/02/post.html"]?.includes(`number ${edit}`));
    assert.equal((await build()).files[page.path], page.text);
  }
});
