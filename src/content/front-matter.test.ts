import assert from "node:assert/strict";
import { test } from "node:test";
import { readPost, readSite } from "../testing/read-site.js";
import { positionOfKey } from "../util/key-positions.js";
import { headOf } from "./head-of.js";
import { splitFrontMatter } from "./split-front-matter.js";

const POST = "_posts/2021-03-04-a.md";

/** Code, place and message of what a site with one post of this text is told. */
function tell(text: string | Uint8Array): string[] {
  const { diagnostics } = readSite({ [POST]: text });
  return diagnostics.map(({ code, place, message }) => `${code} ${place?.line}:${place?.column} ${message}`);
}

test("front matter ends with three hyphens or three dots, with blanks after them, CRLF and a byte order mark", () => {
  for (const text of [
    "---\ntitle: A\n---\nBody\n---\nmore\n",
    "---\ntitle: A\n...\nBody\n---\nmore\n",
    "---  \ntitle: A\n---\t \nBody\n---\nmore\n",
    "\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n---\r\nmore\r\n",
    "---yaml\ntitle: A\n---\nBody\n---\nmore\n",
  ]) {
    const { content, told } = readSite({ [POST]: text });
    assert.deepEqual(told, [], JSON.stringify(text));
    const [post] = content.documents;
    assert.deepEqual(
      [post?.title, post?.body.read(), post?.bodyLine],
      ["A", "Body\n---\nmore\n", 4],
      JSON.stringify(text),
    );
  }
});

test("a line that only begins with hyphens does not end front matter", () => {
  assert.deepEqual(tell("---\ntitle: >\n  a\n  ---\n  b\n---\nBody\n"), []);
  assert.match(tell("---\ntitle: A\n----\n---\nBody\n")[0] ?? "", /^front-matter-yaml 3:1 /);
});

test("the body's line is right after blank lines and at the end of the file", () => {
  const line = (text: string): unknown[] => {
    const { body, bodyLine } = splitFrontMatter("a.md", text);
    return [body, bodyLine];
  };
  const [body, bodyLine] = line("---\na: 1\n---\n\n\nBody\n");
  assert.equal(`${body}`.split("\n").indexOf("Body") + Number(bodyLine), 6);
  assert.deepEqual(line("---\na: 1\n---"), ["", 4]);
  assert.deepEqual(line("---\n---\nBody"), ["Body", 3]);
  assert.deepEqual(line("Body"), ["Body", 1]);
});

test("the head of a text alone is understood as it is before a body", () => {
  const heads = [
    ...[
      "---\na: 1\n---\n",
      "---\n---\n",
      "---  \na: 1\n...\t\n",
      "---yaml\n# b\n---\n",
      "---\n- list\n---\n",
    ],
    ...["---\na: b: c\n---\n", "---\na: 1\na: 2\n---\n", "---js\na\n---\n", "---\na: >\n  b\n  ---\n---\n"],
  ];
  for (const head of heads) {
    for (const body of ["", "\n", "\n\n\nBody", "Body", "Body\n---\nmore\n...\n", "---\n"]) {
      const text = head + body;
      const found = headOf(text);
      assert.equal(found, body.startsWith("\n") ? `${head}\n` : head, JSON.stringify(text));
      const { body: rest, ...whole } = splitFrontMatter("a.md", text);
      const { body: none, ...alone } = splitFrontMatter("a.md", found);
      assert.deepEqual(alone, whole);
      // What is not understood may be counted to the body.
      assert.equal(rest, none + text.slice(found.length));
    }
  }
  for (const text of ["", "Body\n---\n", "----\n---\n"]) assert.equal(headOf(text), "");
  assert.equal(headOf("---\na: 1\n"), "---\na: 1\n");
});

test("empty front matter is front matter, and a post may have none", () => {
  for (const text of ["---\n---\nBody\n", "---\n# nothing yet\n---\nBody\n", "Body\n", ""]) {
    const { content, told } = readSite({ [POST]: text });
    assert.deepEqual([content.documents[0]?.title, told], ["A", []], JSON.stringify(text));
  }
});

test("a broken text is broken every time it is read", () => {
  const text = "---\ntitle: a: b\n---\nBody\n";
  assert.equal(splitFrontMatter("a.md", text).isSound, false);
  assert.equal(splitFrontMatter("a.md", text).isSound, false);
});

test("keys named like parts of an object are ordinary keys", () => {
  const { frontMatter, told } = readPost("__proto__: {polluted: yes}\nconstructor: c\ntitle: A");
  assert.deepEqual(Object.keys(frontMatter), ["__proto__", "constructor", "title"]);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.deepEqual(told, []);
});

test("values are those of Ruby's YAML, but dates stay text", () => {
  const { frontMatter } = readPost(
    "a: yes\nb: Off\nc: 2021-03-04 10:00:00\nd: 1.5\ne: ~\nf: &x {p: 1}\ng: {<<: *x, q: 2}\nh: y\n7: seven",
  );
  assert.deepEqual(frontMatter, {
    a: true,
    b: false,
    c: "2021-03-04 10:00:00",
    d: 1.5,
    e: null,
    f: { p: 1 },
    g: { p: 1, q: 2 },
    h: "y",
    7: "seven",
  });
});

test("each key has the place of its value", () => {
  const { keyPositions } = readPost('title: "A"\ntags:\n  - a\nempty:\nlast: [1]');
  assert.deepEqual(keyPositions, ["title", 2, 8, "tags", 4, 3, "empty", 5, 1, "last", 6, 7]);
  assert.deepEqual(positionOfKey(keyPositions, "tags"), { line: 4, column: 3 });
  assert.equal(positionOfKey(keyPositions, "none"), undefined);
});

test("values in quotes and brackets may go on without indentation, as in Ruby's YAML", () => {
  const { frontMatter, keyPositions, told } = readPost(
    "a: \"one\ntwo: three\"\ntags: [x,\n'it''s]',\n\ny\n]\nb: 'c\n\nd'\nlast: 1",
  );
  assert.deepEqual(frontMatter, { a: "one two: three", tags: ["x", "it's]", "y"], b: "c\nd", last: 1 });
  assert.deepEqual(keyPositions, ["a", 2, 4, "tags", 4, 7, "b", 9, 4, "last", 12, 7]);
  assert.deepEqual(told, []);
});

test("broken YAML is told where the slip is, with its likely cause", () => {
  const cases: readonly (readonly [yaml: string, place: string, cause: RegExp])[] = [
    ["title: Foo: bar", "2:11", /colon and a space/],
    ['layout: post\ntitle: "Foo\ntags: a', "3:8", /quote " .*never closed/],
    ["title: *foo", "2:8", /anchor/],
    ["tags: [a, b\ntitle: x", "2:7", /bracket \[/],
    ["tags:\n\t- a", "3:1", /tab/],
    ["title: {{ page.x }}", "2:8", /Liquid/],
    ["title: x\n  layout: post", "3:1", /indented/],
    [
      `a: &a [x, x]\n${["b", "c", "d", "e", "f"].map((name, index) => `${name}: &${name} [${`*${"abcde"[index]}, `.repeat(9)}]`).join("\n")}`,
      "7:16",
      /memory/,
    ],
  ];
  for (const [yaml, place, cause] of cases) {
    const told = tell(`---\n${yaml}\n---\nBody\n`);
    assert.equal(told.length, 1, yaml);
    assert.ok(told[0]?.startsWith(`front-matter-yaml ${place} `), `${yaml}\n${told[0]}`);
    assert.match(told[0] ?? "", cause);
  }
});

test("a post whose front matter cannot be read is listed as skipped, and the others are read", () => {
  const { content, told } = readSite({
    "_posts/2021-01-01-a.md": "---\ntitle: A: b\n---\n",
    "_posts/2021-01-02-b.md": "---\ntitle: B\n---\n",
    "_posts/2021-01-03-c.md": "---\ntitle: C\n",
    "_posts/2021-01-04-d.md": "---js\n{ title: process.exit() }\n---\n",
    "_posts/2021-01-05-e.md": "---\n- a\n---\n",
    "page.md": "---toml\ntitle = 'x'\n---\n",
  });
  assert.deepEqual(told, [
    "front-matter-yaml _posts/2021-01-01-a.md:2:9",
    "front-matter-unclosed _posts/2021-01-03-c.md:1:1",
    "front-matter-language _posts/2021-01-04-d.md:1:4",
    "front-matter-not-a-map _posts/2021-01-05-e.md:2:1",
    "front-matter-language page.md:1:4",
  ]);
  assert.deepEqual(
    content.skipped.map(({ path, reason }) => `${reason} ${path}`),
    [
      "unreadable _posts/2021-01-01-a.md",
      "unreadable _posts/2021-01-03-c.md",
      "unreadable _posts/2021-01-04-d.md",
      "unreadable _posts/2021-01-05-e.md",
      "unreadable page.md",
    ],
  );
  assert.equal(content.documents.length, 1);
});

test("what YAML accepts and no author means is told", () => {
  assert.match(tell("---\na: 1\nb: 2\na: 3\n---\n")[0] ?? "", /^front-matter-duplicate-key 4:1 .*line 2/);
  assert.match(tell("---\ntitle: About C #2\n---\n")[0] ?? "", /^front-matter-comment 2:8 .*"About C"/);
  assert.deepEqual(tell("---\ntitle: About C # a comment\n---\n"), []);
  assert.match(tell('---\ntitle: "On $\\nabla f$"\n---\n')[0] ?? "", /^front-matter-escape 2:13 .*\\nabla/);
  assert.deepEqual(tell("---\ntitle: 'On $\\nabla f$'\ndescription: \"a\\\\beta\"\n---\n"), []);
});

test("of two keys with one name the last counts", () => {
  assert.equal(readPost("title: A\ntitle: B").title, "B");
});

test("a file that is not UTF-8 is told at its first wrong byte", () => {
  const latin = Buffer.from("---\ntitle: A\n---\n\uFFFD caf\u00e9\n", "latin1");
  latin[17] = 0x20;
  assert.match(tell(latin)[0] ?? "", /^content-encoding 4:6 .*0xE9.*"é"/);
  const genuine = Buffer.concat([
    Buffer.from("---\n---\na \uFFFD b "),
    Buffer.from([0xff]),
    Buffer.from("\n"),
  ]);
  assert.match(tell(genuine)[0] ?? "", /^content-encoding 3:7 /);
  assert.match(tell(Buffer.from("\uFEFF---\n", "utf16le"))[0] ?? "", /^content-encoding 1:1 .*UTF-16/);
  assert.deepEqual(tell("---\ntitle: A\n---\na\0b\n"), []);
});
