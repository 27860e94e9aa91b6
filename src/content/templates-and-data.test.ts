import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { Content } from "../model/content.js";
import { plainConfig, readSite, withFolder } from "../testing/read-site.js";
import { createContentCache } from "./content-cache.js";
import { parseCsv } from "./parse-csv.js";
import { readContent } from "./read-content.js";
import { readTextFile } from "./read-text-file.js";

test("a site's own layouts and includes win over the theme's, file by file, Jekyll's folders over ours", () => {
  const { content, told } = readSite({
    "theme/layouts/post.html": "theme post",
    "theme/layouts/page.html": "theme page",
    "theme/layouts/default.html": "---\nx: 1\n---\ntheme default",
    "theme/layouts/includes/head.html": "theme head",
    "theme/layouts/includes/foot.html": "theme foot",
    "layouts/page.html": "our page",
    "layouts/includes/head.html": "our head",
    "layouts/post.html": "our post",
    "_layouts/post.html": "---\nlayout: default\ntitle: T\n---\nown {{ content }}",
    "_layouts/sub/wide.html": "wide",
    "_includes/sub/_note.md": "note",
    "_includes/picture.png": new Uint8Array([0x89, 0, 0xff]),
  });
  const texts = (templates: typeof content.layouts): unknown =>
    [...templates].map(([name, { path, text, textLine }]) => [name, path, text, textLine]);
  assert.deepEqual(texts(content.layouts), [
    ["default", "theme:layouts/default.html", "theme default", 4],
    ["page", "layouts/page.html", "our page", 1],
    ["post", "_layouts/post.html", "own {{ content }}", 5],
    ["sub/wide", "_layouts/sub/wide.html", "wide", 1],
  ]);
  assert.deepEqual(texts(content.includes), [
    ["foot.html", "theme:layouts/includes/foot.html", "theme foot", 1],
    ["head.html", "layouts/includes/head.html", "our head", 1],
    ["sub/_note.md", "_includes/sub/_note.md", "note", 1],
  ]);
  assert.deepEqual(content.layouts.get("post")?.frontMatter, { layout: "default", title: "T" });
  assert.deepEqual([content.documents, content.staticFiles, told], [[], [], []]);
});

test("a folder that is the theme itself is read once, under its plain paths", () => {
  withFolder({ "layouts/post.html": "x", "layouts/includes/a.html": "a", "static/a.css": "x" }, (folder) => {
    const options = {
      sourceDir: folder,
      destinationDir: `${folder}/dist`,
      themeDir: folder,
      config: plainConfig,
    };
    const { layouts, includes, staticFiles } = readContent(options, createReport());
    assert.deepEqual(
      [...layouts.values()].map(({ path }) => path),
      ["layouts/post.html"],
    );
    assert.deepEqual(
      [...includes.values()].map(({ path }) => path),
      ["layouts/includes/a.html"],
    );
    assert.deepEqual(
      staticFiles.map(({ path }) => path),
      ["a.css"],
    );
  });
});

test("broken front matter of a layout is told; three hyphens in an include are text", () => {
  const { content, told } = readSite({
    "_layouts/a.html": "---\na: b: c\n---\nx",
    "_includes/b.html": "---\nrule\n",
  });
  assert.deepEqual(told, ["front-matter-yaml _layouts/a.html:2:5"]);
  assert.equal(content.includes.get("b.html")?.text, "---\nrule\n");
});

test("data files become one map by folders and names", () => {
  const { content, told } = readSite({
    "_data/members.yml": "- name: A\n  since: 2021-03-04\n",
    "_data/deep/er/x y!.json": '{"a": [1, true]}',
    "_data/lax.json": '{"a": 1,} # comment',
    "_data/table.csv": 'name,"a ""b""",empty\nx,"1\n2",\n\ny,z\n',
    "_data/tabs.tsv": "a\tb\n1\t2\n",
    "_data/_hidden.yaml": "x: y",
    "_data/empty.yml": "",
    "_data/both.yml": "a: 1",
    "_data/both/b.yml": "2",
    "_data/notes.txt": "x",
  });
  assert.deepEqual(told, []);
  assert.deepEqual(content.data, {
    members: [{ name: "A", since: "2021-03-04" }],
    deep: { er: { x_y: { a: [1, true] } } },
    lax: { a: 1 },
    table: [
      { name: "x", 'a "b"': "1\n2", empty: null },
      { name: "y", 'a "b"': "z", empty: null },
    ],
    tabs: [{ a: "1", b: "2" }],
    _hidden: { x: "y" },
    empty: null,
    both: { a: 1, b: 2 },
  });
});

test("CSV follows RFC 4180", () => {
  assert.deepEqual(parseCsv("a,b\r\n".replaceAll("\r", ""), ","), []);
  assert.deepEqual(parseCsv('a,b,a\n"",,3,4\n', ","), [{ a: "", b: null }]);
  assert.deepEqual(parseCsv('a\n"x"', ","), [{ a: "x" }]);
  assert.deepEqual(parseCsv("a,b\n1,", ","), [{ a: "1", b: null }]);
});

test("a broken data file is an error at its fault", () => {
  const { content, told } = readSite({
    "_data/a.yml": "x: 1\ny: b: c\n",
    "_data/b.json": '{"a": 1\n "b": 2}',
    "_data/c.csv": 'a,b\n1,"x\n',
    "_data/cut.json": '{"a": [1, 2',
    "_data/d.csv": 'a,b\n1,x"y\n',
    "_data/e.csv": 'a,b\n"x"y,1\n',
    "_data/f.yml": "a: 1\nb:\n  c: 1\n  c: 2\n",
  });
  assert.deepEqual(told, [
    "data-yaml _data/a.yml:2:5",
    "data-json _data/b.json:2:2",
    "data-csv _data/c.csv:2:3",
    "data-json _data/cut.json:1:12",
    "data-csv _data/d.csv:2:4",
    "data-csv _data/e.csv:2:4",
    "data-duplicate-key _data/f.yml:4:3",
  ]);
  assert.deepEqual(content.data.f, { a: 1, b: { c: 2 } });
});

test("a file that cannot be opened is told", () => {
  const report = createReport();
  assert.equal(readTextFile({ path: "a.md", absolutePath: "/nowhere/a.md" }, report), null);
  assert.deepEqual(
    report.list().map(({ code, message }) => `${code} ${message}`),
    ['content-unreadable "a.md" cannot be opened: it is not there any more'],
  );
});

test("a second reading with the session's cache gives the same content and the same diagnostics", () => {
  const files = {
    "site/_posts/2021-01-01-a.md": "---\ntitle: A: b\n---\n",
    "site/b.md": "---\ncatgories: x\n---\n",
    "site/_data/a.yml": "a: b: c",
  };
  withFolder(files, (folder) => {
    const options = {
      sourceDir: `${folder}/site`,
      destinationDir: `${folder}/dist`,
      themeDir: `${folder}/theme`,
      config: plainConfig,
    };
    const cache = createContentCache();
    const [first, second, fresh] = [createReport(), createReport(), createReport()];
    const one = readContent(options, first, cache);
    const two = readContent(options, second, cache);
    assert.deepEqual(readBodies(two), readBodies(one));
    assert.deepEqual(readBodies(two), readBodies(readContent(options, fresh)));
    assert.equal(first.list().length, 3);
    assert.deepEqual(second.list(), first.list());
    assert.deepEqual(fresh.list(), first.list());
  });
});

/** With each body as its text. */
function readBodies(content: Content) {
  return { ...content, documents: content.documents.map((one) => ({ ...one, body: one.body.read() })) };
}

test("another process that is given the records of a reading gets the same content and the same diagnostics", () => {
  const given = {
    "site/_layouts/a.html": "---\ntitle: About C #2\nlist: [1, x]\n---\n{{ content }}",
    "site/_includes/b.html": "---\nx: y\n---\ntext",
    "site/_includes/c.html": "---\nno: yaml: at all\n---\ntext",
    "site/_data/a.yml": "x: 1\nx: 2",
    "site/_data/b.yml": "x: .inf",
  };
  withFolder(given, (folder) => {
    const options = {
      sourceDir: `${folder}/site`,
      destinationDir: `${folder}/dist`,
      themeDir: `${folder}/theme`,
      config: plainConfig,
    };
    const cache = createContentCache();
    const [first, second] = [createReport(), createReport()];
    const one = readContent(options, first, cache);
    const { key, files, texts } = cache.records();
    const throughJson = <Value>(map: ReadonlyMap<string, Value>) =>
      new Map(JSON.parse(JSON.stringify([...map])) as [string, Value][]);
    const later = createContentCache({ key, files: throughJson(files), texts: throughJson(texts) });
    assert.deepEqual(readContent(options, second, later), one);
    assert.deepEqual(second.list(), first.list());
    assert.deepEqual(
      first.list().map(({ code }) => code),
      ["data-duplicate-key", "front-matter-comment"],
    );
    assert.deepEqual(later.records(), cache.records());
    assert.deepEqual([...cache.records().texts.keys()].sort(), [
      "data _data/a.yml",
      "template _includes/b.html",
      "template _includes/c.html",
      "template _layouts/a.html",
    ]);
  });
});
