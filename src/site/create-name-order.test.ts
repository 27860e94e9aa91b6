import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../testing/create-random.js";
import { createNameOrder } from "./create-name-order.js";

const PARTS = [..."abBcYZ019", "a b", "Z-0"];

test("plain names in English come in the order that the tables of languages give them", () => {
  const random = createRandom(7);
  const names = new Map<string, string>();
  for (let count = 0; count < 3_000; count++) {
    const length = 1 + Math.floor(random() * 4);
    const name = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)]).join("");
    names.set(name.toLowerCase(), name);
  }
  const list = [...names.values()];
  for (const lang of ["", "en", "en-GB"]) {
    const { compare } = new Intl.Collator(lang === "" ? "en" : lang);
    assert.deepEqual(list.toSorted(createNameOrder(lang, list)), list.toSorted(compare));
  }
});

test("other names and other languages are ordered by the tables of languages", () => {
  const sort = (lang: string, names: readonly string[]) => names.toSorted(createNameOrder(lang, names));
  assert.deepEqual(sort("en", ["z", "ö", "o", "_"]), ["_", "o", "ö", "z"]);
  assert.deepEqual(sort("sv", ["z", "ö", "o"]), ["o", "z", "ö"]);
  assert.deepEqual(sort("cs", ["d", "ch", "h", "c"]), ["c", "d", "h", "ch"]);
  assert.deepEqual(sort("no language", ["b", "A"]), ["A", "b"]);
});
