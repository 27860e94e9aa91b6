/** Builds that are killed, or run beside one another: the next one is as good as the first. */
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { MANIFEST_NAME } from "../content/manifest-name.js";
import type { Renderers } from "../testing/incremental/create-build-site.js";
import { createDisturbedSite, DISTURBED_EDIT } from "../testing/interrupted/disturbed-site.js";
import { runBuildProgram } from "../testing/interrupted/run-build-program.js";
import { createTemporaryFolder, readFiles } from "../testing/temporary-folder.js";

const renderers: Renderers = new Map();

/** How many of the moments at which a build changes the disk are tried, spread over all of them. */
const MOST_KILLS = process.env.POSTULATE_PROOF === undefined ? 6 : 1000;

for (const [kind, isWarm] of [
  ["first build", false],
  ["build after an edit", true],
] as const) {
  test(`a ${kind} that is killed at any change of the disk is made good by the next`, async (context) => {
    const prepare = async () => {
      const site = createDisturbedSite(createTemporaryFolder(context), renderers);
      if (isWarm) {
        await site.build();
        site.edit(DISTURBED_EDIT);
      }
      return site;
    };
    const { options } = await prepare();
    const whole = await runBuildProgram({ options, dieAt: null });
    const calls = whole.report?.calls ?? 0;
    assert.ok(calls > 20, `${calls} calls`);
    const step = Math.max(1, calls / MOST_KILLS);
    for (let at = 1; at <= calls; at += step) {
      const site = await prepare();
      const { signal } = await runBuildProgram({ options: site.options, dieAt: Math.floor(at) });
      assert.equal(signal, "SIGKILL");
      await site.assertRecovers();
      assert.ok(!existsSync(path.join(site.options.destinationDir ?? "", ".postulate-temporary")));
    }
  });
}

test("two builds of one site at once both end well, or one says why not, and the next is whole", async (context) => {
  for (let round = 0; round < 2; round++) {
    const site = createDisturbedSite(createTemporaryFolder(context), renderers);
    if (round > 0) {
      await site.build();
      site.edit(DISTURBED_EDIT);
    }
    const request = { options: site.options, dieAt: null };
    const ends = await Promise.all([runBuildProgram(request), runBuildProgram(request)]);
    for (const { code, stderr, report } of ends) {
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      const isTold = report?.codes.some((name) => name.startsWith("destination-")) ?? false;
      assert.ok(report?.ok === true || isTold, JSON.stringify(report));
    }
    assert.ok(ends.some(({ report }) => report?.ok));
    await site.assertRecovers();
  }
});

test("two builds of one site at once with two destinations share a cache", async (context) => {
  const folder = createTemporaryFolder(context);
  const site = createDisturbedSite(folder, renderers);
  const destinationDir = path.join(folder, "other");
  const ends = await Promise.all([
    runBuildProgram({ options: site.options, dieAt: null }),
    runBuildProgram({ options: { ...site.options, destinationDir }, dieAt: null }),
  ]);
  assert.deepEqual(
    ends.map(({ report }) => report?.ok),
    [true, true],
  );
  await site.assertRecovers();
  const { "kept/by-hand.txt": _kept, "note.txt": _note, ...files } = readFiles(path.join(folder, "dist"));
  assert.deepEqual(files, readFiles(destinationDir));
});

test("the list of our files is written again when somebody removed it", async (context) => {
  const site = createDisturbedSite(createTemporaryFolder(context), renderers);
  await site.build();
  rmSync(path.join(site.options.destinationDir ?? "", MANIFEST_NAME));
  await site.assertRecovers();
});
