import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readFolder, readSite, withFolder } from "../testing/read-site.js";

const PAGE = "---\ntitle: A\n---\n";
const paths = (items: readonly { readonly path: string }[]): string[] => items.map(({ path }) => path);

test("a file with front matter is a page whatever its ending, any other is copied", () => {
  const { content, told } = readSite({
    "about.md": PAGE,
    "feed.xml": PAGE,
    "css/main.scss": PAGE,
    "README.md": "# Read me\n",
    "logo.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]),
    "data.yml": "---\nkey: value\n",
  });
  assert.deepEqual(paths(content.documents), ["about.md", "css/main.scss", "feed.xml"]);
  assert.deepEqual(paths(content.staticFiles), ["README.md", "data.yml", "logo.png"]);
  assert.deepEqual(told, []);
});

test("hidden names, backups, tools and configuration are left out", () => {
  const { content, told } = readSite({
    "_config.yml": "title: x\n",
    "_config.dev.yml": "title: y\n",
    "_notes/a.md": PAGE,
    ".git/config": "x",
    "#a#": "x",
    "a.md~": PAGE,
    "_site/index.html": "x",
    "dist/index.html": "x",
    "node_modules/p/README.md": PAGE,
    "deep/node_modules/p/README.md": PAGE,
    "vendor/bundle/x.md": PAGE,
    "vendor/own.css": "x",
    Gemfile: "x",
    "Gemfile.lock": "x",
    "Gemfile-explained.md": PAGE,
    "package.json": "{}",
    "package-lock.json": "{}",
    "_plugins/x.rb": "x",
    "_sass/_base.scss": "x",
    ".htaccess": "x",
  });
  assert.deepEqual(paths(content.documents), ["Gemfile-explained.md"]);
  assert.deepEqual(paths(content.staticFiles), [".htaccess", "vendor/own.css"]);
  assert.deepEqual(told, []);
});

test("exclude takes globs and beginnings of paths, include wins over it and over hidden names", () => {
  const files = {
    "docs/a.md": PAGE,
    "docs.md": PAGE,
    "a/b/c.tmp": "x",
    "src/keep.md": PAGE,
    "src/x.md": PAGE,
    "_pages/about.md": PAGE,
    ".well-known/a.txt": "x",
    "sub/.well-known/b.txt": "x",
  };
  const { content } = readSite(files, {
    exclude: ["docs", "*.tmp", "/src/"],
    include: ["_pages", ".well-known", "src/keep.md"],
  });
  assert.deepEqual(paths(content.documents), ["_pages/about.md", "src/keep.md"]);
  assert.deepEqual(paths(content.staticFiles), [".well-known/a.txt", "sub/.well-known/b.txt"]);
});

test("posts and drafts are found at any depth, pictures among them are named", () => {
  const { content, told } = readSite({
    "_posts/2021-01-01-a.md": PAGE,
    "math/_posts/2021-01-02-b.html": PAGE,
    "math/algebra/_posts/2020/2021-01-03-c.markdown": PAGE,
    "_drafts/d.md": PAGE,
    "math/_drafts/e.md": PAGE,
    "_posts/2021-01-04-f.md": "No front matter\n",
    "_posts/picture.png": "x",
    "_posts/_hidden/2021-01-01-x.md": PAGE,
  });
  assert.deepEqual(
    content.documents.map(({ path, kind }) => `${kind} ${path}`),
    [
      "draft _drafts/d.md",
      "post _posts/2021-01-01-a.md",
      "post _posts/2021-01-04-f.md",
      "draft math/_drafts/e.md",
      "post math/_posts/2021-01-02-b.html",
      "post math/algebra/_posts/2020/2021-01-03-c.markdown",
    ],
  );
  assert.deepEqual(told, ["post-other-file _posts/picture.png"]);
});

test("documents of a collection are read, their other files copied when the collection has output", () => {
  const files = {
    "_talks/one.md": PAGE,
    "_talks/2021-02-03-two.md": PAGE,
    "_talks/slides.pdf": "x",
    "_other/a.md": PAGE,
  };
  const collection = { label: "talks", permalink: null, values: {} };
  const shown = readSite(files, { collections: [{ ...collection, output: true }] }).content;
  assert.deepEqual(
    shown.documents.map(({ path, collection: label, slug, date }) => [
      path,
      label,
      slug,
      date?.epochMs ?? null,
    ]),
    [
      ["_talks/2021-02-03-two.md", "talks", "two", Date.UTC(2021, 1, 3)],
      ["_talks/one.md", "talks", "one", null],
    ],
  );
  assert.deepEqual(paths(shown.staticFiles), ["talks/slides.pdf"]);
  assert.deepEqual(
    readSite(files, { collections: [{ ...collection, output: false }] }).content.staticFiles,
    [],
  );
});

test("static/ is copied to the root as it is, in a site made for Jekyll it is an ordinary folder", () => {
  const files = {
    "static/a.html": PAGE,
    "static/.well-known/b": "x",
    "static/_c.txt": "x",
    "static/.DS_Store": "x",
  };
  const ours = readSite(files).content;
  assert.deepEqual(paths(ours.staticFiles), [".well-known/b", "_c.txt", "a.html"]);
  assert.deepEqual(ours.documents, []);
  const jekylls = readSite(files, { staticDir: null }).content;
  assert.deepEqual(paths(jekylls.documents), ["static/a.html"]);
  assert.deepEqual(paths(jekylls.staticFiles), []);
});

test("files of the theme are copied unless the site has its own", () => {
  const { content } = readSite({
    "theme/static/style.css": "theme",
    "theme/static/robots.txt": "theme",
    "theme/static/favicon.svg": "theme",
    "theme/README.md": "x",
    "static/style.css": "own!!",
    "robots.txt": PAGE,
  });
  assert.deepEqual(
    content.staticFiles.map(({ path, absolutePath }) => [path, /[/\\]theme[/\\]/.test(absolutePath)]),
    [
      ["favicon.svg", true],
      ["style.css", false],
    ],
  );
});

test("links are followed inside the site only, and never in circles", () => {
  withFolder(
    { "site/real/a.txt": "x", "outside/secret.txt": "x", "site/_posts/2021-01-01-a.md": PAGE },
    (folder) => {
      const link = (target: string, path: string): void => symlinkSync(target, join(folder, "site", path));
      link("real", "linked");
      link("a.txt", "real/b.txt");
      link("..", "real/up");
      link("../outside", "out");
      link("nowhere", "gone");
      const { content, told } = readFolder(folder);
      assert.deepEqual(paths(content.staticFiles), [
        "linked/a.txt",
        "linked/b.txt",
        "real/a.txt",
        "real/b.txt",
      ]);
      assert.deepEqual(told, [
        "content-link gone",
        "content-link linked/up",
        "content-link out",
        "content-link real/up",
      ]);
    },
  );
});

test("a folder without anything gives an empty site", () => {
  const { content, told } = readSite({ "_posts/2021-01-01-a.md": PAGE });
  assert.equal(content.documents.length, 1);
  assert.deepEqual(
    [content.layouts.size, content.includes.size, content.staticFiles, content.data, told],
    [0, 0, [], {}, []],
  );
});
