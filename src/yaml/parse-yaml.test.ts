import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlaces } from "../diagnostics/places.js";
import type { Place } from "../model/diagnostic.js";
import { toPlain } from "./located-value.js";
import { type BrokenYaml, parseYaml, type ReadYaml, type YamlOptions } from "./parse-yaml.js";

function parse(text: string, options: YamlOptions = { widensTabs: false }): ReadYaml | BrokenYaml {
  return parseYaml(text, createPlaces("a.yml", text), options);
}

function read(text: string, options?: YamlOptions): ReadYaml {
  const parsed = parse(text, options);
  assert.ok(parsed.fault === null, JSON.stringify(parsed.fault));
  return parsed;
}

function where(place: Place | null | undefined): string {
  return `${place?.line}:${place?.column}`;
}

/** Lists of two aliases of the list above: each line doubles what it unfolds to. */
function createFlood(levels: number): string {
  const lists = Array.from(
    { length: levels },
    (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`,
  );
  return `a0: &a0 x\n${lists.join("\n")}\n`;
}

test("broken YAML is told where the slip is, with its likely cause and a hint", () => {
  const cases: readonly (readonly [yaml: string, place: string, problem: RegExp, hint: RegExp])[] = [
    ["a: 1\n\tb: 2\n", "2:1", /a tab is used as indentation/, /spaces/],
    ["tags:\n\t- a", "2:1", /a tab is used as indentation/, /spaces/],
    ["x: 1\ntitle: A: B\n", "2:9", /colon and a space .* needs quotes/, /^Write: title: "A: B"$/],
    ["title: Foo: bar", "1:11", /colon and a space .* needs quotes/, /^Write: title: "Foo: bar"$/],
    ["- a: b: c\n", "1:7", /colon and a space .* needs quotes/, /^Write: - a: "b: c"$/],
    ["title: x\n  url: y\n", "2:1", /is indented, so it seems to belong/, /same column/],
    ["title: x\r\n  url: y\r\n", "2:1", /is indented, so it seems to belong/, /same column/],
    ["title: a\n b: c\nd: e", "2:1", /is indented, so it seems to belong/, /same column/],
    ["a:\n  b: 1\n c: 2\n", "3:1", /indentation fits none/, /same column/],
    ["a:\n  b: 1\n c: 2\n d: 3\n", "3:1", /indentation fits none/, /same column/],
    ["a: 1\ntitle: 'abc\nb: 2\n", "2:8", /quote ' that opens here is never closed/, /End the text with '/],
    ['title: "abc\n', "1:8", /quote " that opens here is never closed/, /End the text with "/],
    ['layout: post\ntitle: "Foo\ntags: a', "2:8", /quote " that opens here is never closed/, /with "/],
    ['\n"abc\n', "2:1", /quote " that opens here is never closed/, /with "/],
    ["title: 'It's fine'\n", "1:12", /follows the closing quote/, /apostrophe/],
    ['title: "A" b\n', "1:12", /follows the closing quote/, /backslash/],
    ['- "A" b\n', "1:7", /follows the closing quote/, /backslash/],
    ["name: @me\n", "1:7", /cannot start with "@"/, /quotes/],
    ["title: `foo`", "1:8", /cannot start with "`"/, /quotes/],
    ["title: %foo", "1:8", /cannot start with "%"/, /quotes/],
    ["a: [1, 2\nb: 3\n", "1:4", /bracket \[ that opens here is never closed/, /Close it with "\]"/],
    ["a: [[1], 2\nb: 3\n", "1:4", /bracket \[ that opens here is never closed/, /Close it with "\]"/],
    ["a: {b: 1\nc: 3\n", "1:4", /bracket \{ that opens here is never closed/, /Close it with "\}"/],
    ["title: [Solved] how", "1:17", /follows a value in brackets/, /quotes/],
    ["title: {{ page.x }}", "1:8", /"\{\{" .*Liquid/, /quotes/],
    ["title: {% x %}", "1:8", /"\{%" .*Liquid/, /quotes/],
    ["[a, b]: c", "1:1", /a key must be a text/, /quotes/],
    ['a: "C:\\path"\n', "1:7", /"\\p" means nothing .* escape/, /single quotes/],
    ["title A\nb: 2\n", "1:1", /no colon, so it is no pair of a key and a value/, /space after the colon/],
    ["a: 1\nb\n", "2:1", /no colon, so it is no pair of a key and a value/, /space after the colon/],
    ["title:foo\nlayout: post", "1:1", /space is missing after the colon/, /^Write: title: foo$/],
    ["a: - b\n", "1:4", /starts with "-" .* list cannot start on the line of its key/, /line of its own/],
    ["title: > foo", "1:8", /starts with ">"/, /quotes/],
    ["a: | x\n", "1:4", /starts with "\|"/, /quotes/],
    ["a: 1\n]\n", "2:1", /does not belong here|unexpected/, /./],
    ["exclude: [*.tmp]\n", "1:11", /"\*\.tmp" stands for .* the anchor "&\.tmp"/, /quote it: "\*\.tmp"/],
    ["title: *foo", "1:8", /"\*foo" stands for .* the anchor "&foo"/, /quote it: "\*foo"/],
    ["a: *x\nb: &x 1\n", "1:4", /"\*x" stands for .* further up, and there is none/, /quote it/],
    ["a: &x\n  b: *x\n", "2:6", /inside the very value/, /Write the value out/],
    [createFlood(40), "15:18", /aliases unfold to too much/, /Write the values out/],
  ];
  for (const [yaml, place, problem, hint] of cases) {
    const { fault } = parse(yaml);
    assert.ok(fault !== null, yaml);
    assert.equal(where(fault.place), place, `${yaml}\n${fault.problem}`);
    assert.match(fault.problem, problem, yaml);
    assert.match(fault.hint, hint, yaml);
  }
});

test("a hint that writes the line anew writes YAML that reads as the author meant it", () => {
  const { fault } = parse('title: The \\alpha and "omega": an end\n');
  const line = (fault?.hint ?? "").replace("Write: ", "");
  assert.deepEqual(toPlain(read(line).root), { title: 'The \\alpha and "omega": an end' });
});

test("tabs that can mean one thing only are read as spaces where that is asked for, with the author's places", () => {
  const text = "a:\n\tb: 2\n\tc:\n\t\t- xy\nd: 1\n";
  assert.notEqual(parse(text).fault, null);
  const { root, tab } = read(text, { widensTabs: true });
  assert.deepEqual(toPlain(root), { a: { b: 2, c: ["xy"] }, d: 1 });
  assert.equal(where(tab), "2:1");
  const a = root.kind === "mapping" ? root.entries.get("a")?.value : undefined;
  const c = a?.kind === "mapping" ? a.entries.get("c")?.value : undefined;
  assert.deepEqual(c?.kind === "list" ? c.items[0]?.place : null, {
    path: "a.yml",
    line: 4,
    column: 5,
    length: 2,
    lineText: "\t\t- xy",
  });
  assert.notEqual(parse("a:\n  b: 1\n\tc: 2\n", { widensTabs: true }).fault, null);
});

test("values are those of Ruby's YAML, but dates stay text and keys are text", () => {
  const yaml = "a: yes\nb: oFF\nc: 2021-03-04 10:00:00\nd: 1.10\ne: ~\nf: y\n7: 0x10\n1.0: x\nyes: z\ng:\n";
  assert.deepEqual(toPlain(read(yaml).root), {
    7: 16,
    a: true,
    b: false,
    c: "2021-03-04 10:00:00",
    d: 1.1,
    e: null,
    f: "y",
    "1.0": "x",
    yes: "z",
    g: null,
  });
});

test("an anchor may be used as often as one likes, and means the last one above", () => {
  const many = `a: &a {x: 1}\nlist: [${"*a, ".repeat(500)}]\n`;
  assert.deepEqual(Object.keys(toPlain(read(many).root) as object), ["a", "list"]);
  assert.deepEqual(toPlain(read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root), { a: 1, b: 1, c: 2, d: 2 });
});

test("merge keys give way to own keys, wherever they stand; a quoted one is a key like any other", () => {
  const yaml = 'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}\nd: {"<<": 1}\n';
  const { c, d } = toPlain(read(yaml).root) as Record<string, unknown>;
  assert.deepEqual([c, d], [{ x: 1, y: 1, z: 3 }, { "<<": 1 }]);
});

test("a value that is not there stands where its key does, an alias where its anchor does", () => {
  const { root } = read("a: &x text\nempty:\nalias: *x\n");
  assert.ok(root.kind === "mapping");
  assert.deepEqual(
    [...root.entries].map(([key, { value }]) => `${key} ${where(value.place)}`),
    ["a 1:7", "empty 2:1", "alias 1:7"],
  );
});

test("values in quotes and brackets may go on without indentation, with the author's places", () => {
  const { root } = read("a: \"one\ntwo\"\nb: [x,\ny\n]\nc: 'd'\n");
  assert.deepEqual(toPlain(root), { a: "one two", b: ["x", "y"], c: "d" });
  const b = root.kind === "mapping" ? root.entries.get("b")?.value : undefined;
  assert.deepEqual(b?.kind === "list" ? b.items.map(({ place }) => where(place)) : [], ["3:5", "4:1"]);
});
