import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { toPlain } from "../yaml/located-value.js";
import { parseConfigFile } from "./parse-config-file.js";

function parse(text: string): { value: unknown; diagnostics: readonly Diagnostic[] } {
  const report = createReport();
  const located = parseConfigFile({ path: "_config.yml", text }, report);
  return { value: located && toPlain(located), diagnostics: report.list() };
}

function placeOf({ code, place }: Diagnostic): string {
  return `${code} ${place?.line}:${place?.column}`;
}

test("broken YAML is one error where it broke, with a hint for people", () => {
  const { value, diagnostics } = parse("x: 1\ntitle: A: B\n");
  assert.equal(value, null);
  assert.deepEqual(diagnostics.map(placeOf), ["config-yaml 2:9"]);
  assert.match(diagnostics[0]?.message ?? "", /colon and a space .* needs quotes/);
  assert.equal(diagnostics[0]?.hint, 'Write: title: "A: B"');
  assert.equal(diagnostics[0]?.severity, "error");
});

test("a tab as indentation that can mean one thing only is a warning, and places stay those of the file", () => {
  const report = createReport();
  const text = "a:\n\tb: 2\n\tc:\n\t\t- x\nd: 1\n";
  const located = parseConfigFile({ path: "_config.yml", text }, report);
  assert.deepEqual(located && toPlain(located), { a: { b: 2, c: ["x"] }, d: 1 });
  assert.deepEqual(report.list().map(placeOf), ["config-yaml-tab 2:1"]);
  const a = located?.entries.get("a")?.value;
  const c = a?.kind === "mapping" ? a.entries.get("c")?.value : undefined;
  const x = c?.kind === "list" ? c.items[0]?.place : undefined;
  assert.deepEqual([x?.line, x?.column, x?.lineText], [4, 5, "\t\t- x"]);
  assert.equal(located?.entries.get("d")?.keyPlace.line, 5);
});

test("a tab that could mean several things is an error", () => {
  assert.deepEqual(parse("a:\n  b: 1\n\tc: 2\n").diagnostics.map(placeOf), ["config-yaml 3:1"]);
});

test("tabs elsewhere, CRLF, a byte order mark and comments are fine", () => {
  const { value, diagnostics } = parse("\uFEFF# c\r\na:\t1\t# x\r\n\t\r\nb:\r\n  - x\r\n");
  assert.deepEqual(value, { a: 1, b: ["x"] });
  assert.deepEqual(diagnostics, []);
});

test("places in files with CRLF and a byte order mark are right", () => {
  const located = parseConfigFile({ path: "c", text: "\uFEFFa: 1\r\nbc: xyz\r\n" }, createReport());
  assert.deepEqual(located?.entries.get("a")?.value.place, {
    path: "c",
    line: 1,
    column: 4,
    length: 1,
    lineText: "a: 1",
  });
  assert.deepEqual(located?.entries.get("bc")?.value.place, {
    path: "c",
    line: 2,
    column: 5,
    length: 3,
    lineText: "bc: xyz",
  });
});

test("of a key that is there twice the last counts, with a warning at it and the place of the first", () => {
  const { value, diagnostics } = parse('a: 1\nb: {c: 1, c: 2}\n"a": 3\n');
  assert.deepEqual(value, { a: 3, b: { c: 2 } });
  assert.deepEqual(diagnostics.map(placeOf), [
    "config-yaml-duplicate-key 2:11",
    "config-yaml-duplicate-key 3:1",
  ]);
  assert.deepEqual(diagnostics[1]?.related?.[0]?.place.line, 1);
});

test("only the first document is read; a second with something in it is a warning", () => {
  const { value, diagnostics } = parse("---\na: 1\n---\nb: 2\n");
  assert.deepEqual(value, { a: 1 });
  assert.deepEqual(diagnostics.map(placeOf), ["config-yaml-second-document 3:1"]);
  assert.deepEqual(parse("---\na: 1\n---\n# end\n").diagnostics, []);
});

test("what is no mapping is an error", () => {
  for (const text of ["- a\n", "just text\n", "7\n"]) {
    const { value, diagnostics } = parse(text);
    assert.equal(value, null);
    assert.deepEqual(diagnostics.map(placeOf), ["config-not-mapping 1:1"]);
  }
});

test("aliases and merge keys are followed, own keys win", () => {
  const { value } = parse("base: &b {x: 1, y: 2}\nother: {<<: *b, y: 3}\nlist: [*b]\n");
  assert.deepEqual(value, { base: { x: 1, y: 2 }, other: { x: 1, y: 3 }, list: [{ x: 1, y: 2 }] });
});

test("aliases that unfold to a flood are an error, quickly", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 12; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  }
  const { value, diagnostics } = parse(lines.join("\n"));
  assert.equal(value, null);
  assert.match(diagnostics[0]?.message ?? "", /aliases unfold to too much/);
});

test("yes and no are truths as in Jekyll; dates, versions and quoted words are text", () => {
  const { value } = parse(
    'a: yes\nb: Off\nc: "yes"\nd: 2020-01-02 10:00:00\ne: 1.2.3\nf: 0x10\ng: ~\nh: y\n',
  );
  assert.deepEqual(value, {
    a: true,
    b: false,
    c: "yes",
    d: "2020-01-02 10:00:00",
    e: "1.2.3",
    f: 16,
    g: null,
    h: "y",
  });
});
