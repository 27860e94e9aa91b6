import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import { type ConfigInput, readConfig } from "./read-config.js";
import { readKeptConfig } from "./read-kept-config.js";

const THEMES = ["dracula"];

function createInput(
  text: string,
  overrides: ConfigInput["overrides"] = {},
): Omit<ConfigInput, "codeThemes"> {
  return { files: [{ path: "_config.yml", text }], overrides, hasGemfile: false };
}

function readTwice(input: Omit<ConfigInput, "codeThemes">, texts = new Map<string, string>()) {
  let listed = 0;
  const listCodeThemes = () => {
    listed++;
    return THEMES;
  };
  const [first, second, plain] = [createReport(), createReport(), createReport()];
  const one = readKeptConfig({ ...input, listCodeThemes }, texts, first);
  const two = readKeptConfig({ ...input, listCodeThemes }, texts, second);
  const expected = readConfig({ ...input, codeThemes: THEMES }, plain);
  assert.deepEqual([one, two], [expected, expected]);
  assert.deepEqual([first.list(), second.list()], [plain.list(), plain.list()]);
  return { config: one, diagnostics: first.list(), listed };
}

test("a configuration that was read before is read once, and its faults are told each time", () => {
  const { config, diagnostics, listed } = readTwice(
    createInput("title: A\nurl: http://a.example/\npermalnk: pretty\ndefaults: [{values: {a: [1, null]}}]\n"),
  );
  assert.equal(config.title, "A");
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["config-normalized", "config-unknown-key"],
  );
  assert.equal(listed, 1);
});

test("another text or another override is another configuration", () => {
  const texts = new Map<string, string>();
  assert.equal(readTwice(createInput("title: A"), texts).config.title, "A");
  assert.equal(readTwice(createInput("title: B"), texts).config.title, "B");
  assert.equal(readTwice(createInput("title: A", { baseurl: "/x" }), texts).config.baseurl, "/x");
  assert.equal(readTwice(createInput("title: A", { future: true }), texts).config.future, true);
});

test("what JSON would not give back is read anew", () => {
  const { config, listed } = readTwice(createInput("custom: .inf"));
  assert.equal(config.values.custom, Number.POSITIVE_INFINITY);
  assert.equal(listed, 2);
});
