import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createBuildLoop } from "./create-build-loop.js";

function createLog(buildMs: number) {
  const builds: string[][] = [];
  let running = 0;
  let mostAtOnce = 0;
  return {
    builds,
    mostAtOnce: () => mostAtOnce,
    async build(paths: ReadonlySet<string>) {
      builds.push([...paths]);
      mostAtOnce = Math.max(mostAtOnce, ++running);
      await wait(buildMs);
      running--;
    },
  };
}

test("a burst of changes becomes one build", async () => {
  const log = createLog(1);
  const loop = createBuildLoop({ settleMs: 20, longestWaitMs: 500, build: log.build });
  for (const path of ["a", "b", "a"]) loop.request(path);
  await loop.idle();
  assert.deepEqual(log.builds, [["a", "b"]]);
});

test("builds never overlap, and what changes meanwhile is built once afterwards", async () => {
  const log = createLog(60);
  const loop = createBuildLoop({ settleMs: 1, longestWaitMs: 500, build: log.build });
  loop.request("a");
  await wait(20);
  loop.request("b");
  await wait(15);
  loop.request("c");
  await loop.idle();
  assert.deepEqual(log.builds, [["a"], ["b", "c"]]);
  assert.equal(log.mostAtOnce(), 1);
});

test("changes that never stop are built all the same", async () => {
  const log = createLog(0);
  const loop = createBuildLoop({ settleMs: 40, longestWaitMs: 80, build: log.build });
  const end = performance.now() + 300;
  while (performance.now() < end) {
    loop.request("a");
    await wait(5);
  }
  const count = log.builds.length;
  assert.ok(count >= 2, `${count} builds`);
  await loop.idle();
  assert.ok(log.builds.length > count, "what came last is built when it is quiet");
});

test("a closed loop waits for the build that runs and starts no other", async () => {
  const log = createLog(30);
  const loop = createBuildLoop({ settleMs: 1, longestWaitMs: 50, build: log.build });
  loop.request("a");
  await wait(15);
  loop.request("b");
  await loop.close();
  loop.request("c");
  await wait(20);
  assert.deepEqual(log.builds, [["a"]]);
});
