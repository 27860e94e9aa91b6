import assert from "node:assert/strict";
import { test } from "node:test";
import { parseInfoString } from "./parse-info-string.js";

/** `language: name=value name`, with what is foreign in parentheses. */
function parse(info: string): string {
  const { language, settings } = parseInfoString(info);
  const written = settings.map(({ name, value, isForeign }) => {
    const setting = value === undefined ? name : `${name}=${value}`;
    return isForeign ? `(${setting})` : setting;
  });
  return [`${language}:`, ...written].join(" ");
}

test("a language alone may have any sign in its name that languages have", () => {
  for (const name of ["python", "c++", "c#", "f#", "objective-c++", "vb.net", "html+erb", "_x"])
    assert.equal(parse(name), `${name}:`);
  assert.equal(parse(""), ":");
});

test("settings stand in any order, with or without values", () => {
  assert.equal(
    parse(`python title="a b.py" {2,5-7} linenos=5 diff ins={3} /x y/`),
    "python: title=a b.py mark={2,5-7} linenos=5 diff ins={3} word=x y",
  );
  assert.equal(parse("js title='it is' file=a.js"), "js: title=it is file=a.js");
  assert.equal(parse('js title="a"b'), "js: title=a b");
});

test("a block may have settings and no language", () => {
  assert.equal(parse("{1,3}"), ": mark={1,3}");
  assert.equal(parse('title="x" {1}'), ": title=x mark={1}");
});

test("what other tools write is read where it means the same, and is foreign where it may mean anything", () => {
  assert.equal(parse("js{1,3-4}"), "js: mark={1,3-4}");
  assert.equal(parse("ts:line-numbers {1}"), "ts: line-numbers mark={1}");
  assert.equal(parse("ts:line-numbers=2"), "ts: line-numbers=2");
  assert.equal(parse("js:src/app.js"), "js: title=src/app.js");
  assert.equal(parse("js showLineNumbers{5}"), "js: showLineNumbers={5}");
  assert.equal(
    parse('go {linenos=table,hl_lines=[8,"15-17"],linenostart=199}'),
    'go: (linenos=table) (hl_lines=[8,"15-17"]) (linenostart=199)',
  );
  assert.equal(parse("rust,linenos,hl_lines=3-4"), "rust: (linenos) (hl_lines=3-4)");
  assert.equal(parse('{.python .numberLines startFrom="5"}'), "python: (numberLines) (startFrom=5)");
  assert.equal(parse('{r, echo=FALSE, fig.cap="a, b"}'), "r: (echo=FALSE) (fig.cap=a, b)");
  assert.equal(parse("{r my-chunk}"), "r: (my-chunk)");
  assert.equal(parse("{python"), "python:");
});

test("each setting knows where it stands", () => {
  const info = 'js,a title="x" {2} foo';
  const found = parseInfoString(info).settings.map(({ start, length }) => info.slice(start, start + length));
  assert.deepEqual(found, ["a", 'title="x"', "{2}", "foo"]);
});
