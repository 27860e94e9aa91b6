import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { buildTinySite } from "../testing/build-tiny-site.js";
import { createPieceStore } from "./cache/create-piece-store.js";
import { createProfiler } from "./create-profile.js";

const PATH = "_posts/2024-01-01-a.md";
const POST = "---\ntitle: A\n---\nThe sum $a+b$.\n\n```js\nlet a = 1;\n```\n";

/** First in this file, and so in its process: what was loaded once takes no time again. */
test("what is loaded has rows of its own, and no formula, block of code or post counts it", async (context) => {
  const { result } = await buildTinySite(context, { [PATH]: POST }, { threads: 1 });
  const { loaded, slowest } = result.profile;
  const times = new Map(loaded.map(({ name, ms }) => [name, ms]));
  assert.deepEqual([...times.keys()].sort(), ["MathJax", "Shiki", "Shiki's grammars", "unified"]);
  const [formula, code, post] = [slowest.formula[0], slowest.code[0], slowest.post[0]];
  assert.deepEqual(
    [formula, code, post].map((timing) => [timing?.name, timing?.path]),
    [
      ["a+b", PATH],
      ["let a = 1;", PATH],
      [PATH, undefined],
    ],
  );
  const all = loaded.reduce((sum, { ms }) => sum + ms, 0);
  assert.ok((formula?.ms ?? Infinity) < (times.get("MathJax") ?? 0), "the formula counts no MathJax");
  assert.ok((post?.ms ?? Infinity) < all, "the post counts nothing that was loaded for it");
});

/** Keeps the processor for so long. */
function wait(ms: number): void {
  for (const untilMs = performance.now() + ms; performance.now() < untilMs; );
}

test("the time between the question for a piece and its answer counts, but for what is loaded in it", () => {
  const told: { readonly kind: string; readonly name: string; readonly ms: number }[] = [];
  const store = createPieceStore({
    programKey: "p",
    values: { get: () => undefined, set: () => {} },
    onMade: ({ kind, name }, ms) => told.push({ kind, name, ms }),
  });
  store.get("x");
  const loaded = store.load("engine", () => {
    wait(40);
    return store.load("a part of it", () => "engine");
  });
  wait(10);
  store.set("x", "value", { kind: "formula", name: "x" });
  assert.equal(loaded, "engine");
  const [loading, formula] = told;
  assert.deepEqual(
    told.map(({ kind, name }) => `${kind} ${name}`),
    ["loading engine", "formula x"],
  );
  assert.ok((loading?.ms ?? 0) >= 40);
  assert.ok((formula?.ms ?? 0) >= 10 && (formula?.ms ?? 40) < 40, `${formula?.ms} ms`);
});

test("work that runs ahead counts in its own step, and the steps are the whole time", () => {
  const startedMs = performance.now();
  const profiler = createProfiler();
  profiler.startStep("render");
  wait(10);
  profiler.runAhead("lay out", () => wait(40));
  profiler.startStep("lay out");
  wait(10);
  const { steps } = profiler.profile();
  const tookMs = performance.now() - startedMs;
  const [render, layOut] = steps;
  assert.deepEqual(
    steps.map(({ name }) => name),
    ["render", "lay out"],
  );
  assert.ok((render?.ms ?? 0) >= 10 && (layOut?.ms ?? 0) >= 50);
  const sum = steps.reduce((total, { ms }) => total + ms, 0);
  assert.ok(sum <= tookMs && sum >= 60, `${sum} of ${tookMs} ms`);
});

test("what was loaded in several threads is one row, the longest first", () => {
  const profiler = createProfiler();
  profiler.timeLoading("Shiki", 5);
  profiler.timeLoading("MathJax", 4);
  profiler.timeLoading("MathJax", 3);
  assert.deepEqual(profiler.profile().loaded, [
    { name: "MathJax", ms: 7 },
    { name: "Shiki", ms: 5 },
  ]);
});
