import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { exampleConfig } from "../testing/example-site.js";
import { generateMathBody } from "../testing/generate-math-posts.js";
import { createBoundedCache } from "./bounded-cache.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";

describe("a bounded cache", () => {
  test("forgets what was not asked for the longest", () => {
    const cache = createBoundedCache<number>(3);
    for (const number of [1, 2, 3]) cache.set(`k${number}`, number);
    assert.equal(cache.get("k1"), 1);
    cache.set("k4", 4);
    assert.deepEqual(
      [1, 2, 3, 4].map((number) => cache.get(`k${number}`)),
      [1, undefined, 3, 4],
    );
  });

  test("never holds more than its weight", () => {
    const cache = createBoundedCache<string>(100, (value) => value.length);
    for (let number = 0; number < 1000; number++) cache.set(`k${number}`, "x".repeat(number % 40));
    const held = Array.from({ length: 1000 }, (_, number) => cache.get(`k${number}`) ?? "");
    const weight = held.reduce((sum, { length }) => sum + length, 0);
    assert.ok(weight <= 100 && weight > 50, `${weight}`);
    cache.set("large", "x".repeat(101));
    assert.equal(cache.get("large"), undefined);
  });

  test("counts a value that is set again once", () => {
    const cache = createBoundedCache<string>(10, (value) => value.length);
    for (let time = 0; time < 5; time++) cache.set("a", "xxxxx");
    cache.set("b", "yyyyy");
    assert.deepEqual([cache.get("a"), cache.get("b")], ["xxxxx", "yyyyy"]);
  });
});

test("a renderer keeps no more after many bodies than after some", async () => {
  const { math, code } = exampleConfig();
  const renderer = await createMarkdownRenderer({ math, code });
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const heapAfter = (bodies: readonly string[]): number => {
    for (const text of bodies)
      renderer.render({ path: "a.md", text, lineOrigins: [], excerptSeparator: "\n\n" });
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  // The same formulas in other bodies: nothing of them is new to a cache.
  const bodiesOf = (round: number): readonly string[] =>
    Array.from({ length: 40 }, (_, number) => `Round ${round}.\n\n${generateMathBody(number)}`);
  heapAfter(bodiesOf(0));
  const before = heapAfter(bodiesOf(1));
  const after = heapAfter([2, 3, 4].flatMap(bodiesOf));
  assert.ok(after - before < 2_000_000, `${after - before} bytes more`);
});
