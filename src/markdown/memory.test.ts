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

describe("a renderer", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const { math, code } = exampleConfig();
  const renderer = await createMarkdownRenderer({ math, code });

  const heapAfter = (bodies: readonly string[]): number => {
    for (const text of bodies)
      renderer.render({ path: "a.md", text, lineOrigins: [], excerptSeparator: "\n\n" });
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  /** What 120 more bodies leave behind, whose formulas are those of 80 before them. */
  const growthOf = (createBody: (number: number) => string): number => {
    const bodiesOf = (round: number): readonly string[] =>
      Array.from({ length: 40 }, (_, number) => `Round ${round}.\n\n${createBody(number)}`);
    heapAfter(bodiesOf(0));
    const before = heapAfter(bodiesOf(1));
    return heapAfter([2, 3, 4].flatMap(bodiesOf)) - before;
  };

  test("keeps no more after many bodies than after some", () => {
    const growth = growthOf(generateMathBody);
    assert.ok(growth < 2_000_000, `${growth} bytes`);
  });

  test("lets go of what bodies define", () => {
    const growth = growthOf((number) => `$\\newcommand{\\own}{x_{${number}}} \\own$`);
    assert.ok(growth < 2_000_000, `${growth} bytes`);
  });
});
