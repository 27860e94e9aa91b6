import assert from "node:assert/strict";
import { test } from "node:test";
import { createReport } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ConfigInput, readConfig } from "./read-config.js";

/** The settings of math that few sites change, as they are without a word. */
const REST_OF_MATH = { tags: "none", packages: [], output: "svg" };

interface Reading {
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  /** `code line:column "what the caret shows"`. */
  readonly faults: readonly string[];
}

function read(text: string | readonly string[], rest: Partial<ConfigInput> = {}): Reading {
  const report = createReport();
  const texts = typeof text === "string" ? [text] : text;
  const files = texts.map((each, index) => ({
    path: index === 0 ? "_config.yml" : `${index}.yml`,
    text: each,
  }));
  const config = readConfig({ files, overrides: {}, hasGemfile: false, ...rest }, report);
  const diagnostics = report.list();
  return { config, diagnostics, faults: diagnostics.map(summarize) };
}

function summarize({ code, place }: Diagnostic): string {
  if (place?.line === undefined || place.column === undefined) return code;
  const marked = place.lineText?.slice(place.column - 1, place.column - 1 + (place.length ?? 1));
  return `${code} ${place.line}:${place.column} ${JSON.stringify(marked)}`;
}

/** The single diagnostic of a text, as `code line:column "marked"`, its message and its hint. */
function readFault(text: string, rest?: Partial<ConfigInput>): readonly [string, string, string] {
  const { diagnostics, faults } = read(text, rest);
  assert.equal(faults.length, 1, JSON.stringify(diagnostics, null, 1));
  return [faults[0] ?? "", diagnostics[0]?.message ?? "", diagnostics[0]?.hint ?? ""];
}

const BLOCK_LABELS = {
  note: "Note",
  tip: "Tip",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
  theorem: "Theorem",
  lemma: "Lemma",
  proposition: "Proposition",
  corollary: "Corollary",
  definition: "Definition",
  example: "Example",
  remark: "Remark",
  proof: "Proof",
};

test("no file at all is a complete configuration", () => {
  const { config, faults } = read([]);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    { ...config, values: null },
    {
      url: "",
      baseurl: "",
      title: "",
      description: "",
      lang: "en",
      timezone: "UTC",
      author: "",
      permalink: "date",
      paginate: null,
      paginatePath: "/page:num/",
      excerptSeparator: "\n\n",
      exclude: [],
      include: [".htaccess"],
      keepFiles: [".git", ".svn"],
      markdownExtensions: ["markdown", "mkdown", "mkdn", "mkd", "md"],
      defaults: [],
      collections: [],
      future: false,
      showDrafts: false,
      unpublished: false,
      limitPosts: 0,
      environment: "development",
      destination: "dist",
      layoutsDir: "_layouts",
      includesDir: "_includes",
      dataDir: "_data",
      sassDir: "_sass",
      staticDir: "static",
      math: { enabled: true, singleBackslash: false, macros: {}, tags: "none", packages: [], output: "svg" },
      code: { lightTheme: "github-light-default", darkTheme: "github-dark-default" },
      blockLabels: BLOCK_LABELS,
      feed: { enabled: true, path: "feed.xml", postsLimit: 10, categories: true },
      values: null,
    },
  );
});

test("an empty file, comments only, and keys without values are the defaults too", () => {
  const { config } = read([]);
  for (const text of ["", "# nothing\n", "---\n", "title:\nurl: ~\npaginate:\nmath:\ndefaults:\n"]) {
    const reading = read(text);
    assert.deepEqual(reading.faults, [], text);
    assert.deepEqual({ ...reading.config, values: null }, { ...config, values: null }, text);
  }
});

test("every key is read to its field", () => {
  const { config, faults } = read(`title: " Notes "
description: >
  Two
  lines
url: https://example.org
baseurl: /blog
lang: de
timezone: asia/calcutta
author: {name: Emmy, email: e@example.org}
permalink: pretty
paginate: 5
paginate_path: blog/page/:num/
excerpt_separator: <!--more-->
exclude: [a, 7]
include: [_pages]
keep_files: [old]
markdown_ext: md, .markdown
future: yes
show_drafts: true
unpublished: true
limit_posts: 3
layouts_dir: ./my/layouts/
includes_dir: /partials
data_dir: facts
sass: {sass_dir: css/_sass}
destination: ../out/
static_dir: public/
math: {enabled: true, single_backslash: true, macros: {R: '\\mathbb{R}', '\\norm': ['|#1|', 1]}}
code: {light_theme: one-light, dark_theme: nord}
block_labels: {theorem: Satz, note: Hinweis}
feed: {path: /atom.xml, posts_limit: 20, categories: false}
`);
  assert.deepEqual(faults, []);
  const { values, ...fields } = config;
  assert.deepEqual(values.author, { name: "Emmy", email: "e@example.org" });
  assert.deepEqual(fields, {
    url: "https://example.org",
    baseurl: "/blog",
    title: "Notes",
    description: "Two lines",
    lang: "de",
    timezone: "asia/calcutta",
    author: "Emmy",
    permalink: "pretty",
    paginate: 5,
    paginatePath: "/blog/page/:num/",
    excerptSeparator: "<!--more-->",
    exclude: ["a", "7"],
    include: ["_pages"],
    keepFiles: ["old"],
    markdownExtensions: ["md", "markdown"],
    defaults: [],
    collections: [],
    future: true,
    showDrafts: true,
    unpublished: true,
    limitPosts: 3,
    environment: "development",
    destination: "../out",
    layoutsDir: "my/layouts",
    includesDir: "partials",
    dataDir: "facts",
    sassDir: "css/_sass",
    staticDir: "public",
    math: {
      enabled: true,
      singleBackslash: true,
      macros: { R: "\\mathbb{R}", norm: ["|#1|", 1] },
      ...REST_OF_MATH,
    },
    code: { lightTheme: "one-light", darkTheme: "nord" },
    blockLabels: { ...BLOCK_LABELS, theorem: "Satz", note: "Hinweis" },
    feed: { enabled: true, path: "atom.xml", postsLimit: 20, categories: false },
  });
});

test("a value of the wrong type is an error where it stands", () => {
  const wrong: readonly (readonly [text: string, place: string])[] = [
    ["title: [a]", '1:8 "[a]"'],
    ["description: {a: 1}", '1:14 "{a: 1}"'],
    ["author: [a, b]", '1:9 "[a, b]"'],
    ["author: {name: [x]}", '1:16 "[x]"'],
    ["lang: [en]", '1:7 "[en]"'],
    ["timezone: {a: b}", '1:11 "{a: b}"'],
    ["url: [a]", '1:6 "[a]"'],
    ["baseurl: [a]", '1:10 "[a]"'],
    ["permalink: [a]", '1:12 "[a]"'],
    ["paginate: ten", '1:11 "ten"'],
    ["paginate: 2.5", '1:11 "2.5"'],
    ["paginate: -1", '1:11 "-1"'],
    ["paginate: true", '1:11 "true"'],
    ["paginate_path: {}", '1:16 "{}"'],
    ["excerpt_separator: []", '1:20 "[]"'],
    ['future: "true"', '1:9 "\\"true\\""'],
    ["show_drafts: 1", '1:14 "1"'],
    ["unpublished: maybe", '1:14 "maybe"'],
    ["limit_posts: false", '1:14 "false"'],
    ["exclude: README.md", '1:10 "README.md"'],
    ["include: [[a]]", '1:11 "[a]"'],
    ["keep_files: {a: 1}", '1:13 "{a: 1}"'],
    ["markdown_ext: {a: 1}", '1:15 "{a: 1}"'],
    ["layouts_dir: [a]", '1:14 "[a]"'],
    ["includes_dir: [a]", '1:15 "[a]"'],
    ["data_dir: [a]", '1:11 "[a]"'],
    ["destination: [a]", '1:14 "[a]"'],
    ["static_dir: true", '1:13 "true"'],
    ["sass: compressed", '1:7 "compressed"'],
    ["sass: {sass_dir: [a]}", '1:18 "[a]"'],
    ["math: [a]", '1:7 "[a]"'],
    ["math:\n  enabled: 7", '2:12 "7"'],
    ["math:\n  single_backslash: x", '2:21 "x"'],
    ["math:\n  macros: [R]", '2:11 "[R]"'],
    ["math:\n  macros:\n    R: [a, b]", '3:8 "[a, b]"'],
    ["math:\n  macros:\n    R: [a, 1, c]", '3:8 "[a, 1, c]"'],
    ["math:\n  macros:\n    R:", '3:5 "R"'],
    ["code: nord", '1:7 "nord"'],
    ["code: {light_theme: [a]}", '1:21 "[a]"'],
    ["code: {dark_theme: [a]}", '1:20 "[a]"'],
    ["feed: [a]", '1:7 "[a]"'],
    ["feed: {enabled: x}", '1:17 "x"'],
    ["feed: {path: a/}", '1:14 "a/"'],
    ["feed: {path: ../a.xml}", '1:14 "../a.xml"'],
    ["feed: {posts_limit: x}", '1:21 "x"'],
    ["feed: {categories: x}", '1:20 "x"'],
    ["collections: talks", '1:14 "talks"'],
    ["collections: {talks: true}", '1:22 "true"'],
    ["collections: {talks: {output: x}}", '1:31 "x"'],
    ["defaults: {a: 1}", '1:11 "{a: 1}"'],
    ["defaults: [a]", '1:12 "a"'],
    ["defaults:\n- scope: {path: a}", '2:3 "scope: {path: a}"'],
    ["defaults:\n- values: [a]", '2:11 "[a]"'],
    ["defaults:\n- scope: a\n  values: {}", '2:10 "a"'],
    ["defaults:\n- scope: {path: [a]}\n  values: {}", '2:17 "[a]"'],
    ["defaults:\n- scope: {type: [a]}\n  values: {}", '2:17 "[a]"'],
  ];
  for (const [text, place] of wrong) assert.deepEqual(read(text).faults, [`config-type ${place}`], text);
});

test("a wrong type is told in words, with the key, what was expected and what was found", () => {
  const [, message, hint] = readFault("feed:\n  posts_limit: ten");
  assert.equal(message, '"feed.posts_limit" must be a whole number, not the text "ten"');
  assert.equal(hint, "Write a whole number");
  assert.equal(readFault('future: "false"')[2], "Write false without quotes");
  assert.equal(readFault("exclude: README.md")[2], 'Write ["README.md"]');
  assert.equal(
    readFault("paginate: 2.50")[1],
    '"paginate" must be a whole number, or false, not the number 2.50',
  );
});

test("a wrong value leaves the default, and the rest of the file counts", () => {
  const { config } = read("paginate: ten\nfeed: {posts_limit: x, path: a.xml}\ntitle: A");
  assert.equal(config.paginate, null);
  assert.deepEqual(config.feed, { enabled: true, path: "a.xml", postsLimit: 10, categories: true });
  assert.equal(config.title, "A");
});

test("a number in quotes is read, with a warning", () => {
  assert.equal(readFault('paginate: "10"')[0], 'config-quoted-number 1:11 "\\"10\\""');
  assert.equal(read('paginate: "10"').config.paginate, 10);
});

test("a text may look like a number or a truth", () => {
  const { config, faults } = read("title: 1.10\ndescription: yes\nauthor: 7");
  assert.deepEqual([config.title, config.description, config.author, faults], ["1.10", "yes", "7", []]);
});

test("true and false alone switch math and feeds", () => {
  const { config } = read("math: false\nfeed: off");
  assert.equal(config.math.enabled, false);
  assert.deepEqual(config.feed, { enabled: false, path: "feed.xml", postsLimit: 10, categories: true });
  assert.equal(read("paginate: false").config.paginate, null);
});

test("jekyll-feed's list of categories asks for feeds of categories", () => {
  assert.equal(read("feed: {categories: [a]}").config.feed.categories, true);
  assert.equal(read("feed: {categories: []}").config.feed.categories, false);
  assert.equal(read("feed: {categories: {a: {path: b}}}").config.feed.categories, true);
});

test("later files win: mappings are joined, lists and texts replaced, nothing replaces nothing", () => {
  const { config } = read([
    "title: A\nexclude: [a, b]\nmath: {single_backslash: true, macros: {R: x}}\nlist: {a: {b: 1}}",
    "title: B\nexclude: [c]\nmath: {macros: {N: y}}\nlist: {a: {c: 2}}",
    "title:\nmath: ~\n",
  ]);
  assert.equal(config.title, "B");
  assert.deepEqual(config.exclude, ["c"]);
  assert.deepEqual(config.math, {
    enabled: true,
    singleBackslash: true,
    macros: { R: "x", N: "y" },
    ...REST_OF_MATH,
  });
  assert.deepEqual(config.values.list, { a: { b: 1, c: 2 } });
});

test("a fault is placed in the file whose value counts", () => {
  const { diagnostics } = read(["paginate: x\nlimit_posts: y", "a: 1\npaginate: z"]);
  assert.deepEqual(
    diagnostics.map(({ place }) => `${place?.path}:${place?.line}:${place?.column}`),
    ["1.yml:2:11", "_config.yml:2:14"],
  );
});

test("the command line wins over the files, for templates too", () => {
  const overrides = {
    baseurl: "/new",
    url: "http://localhost:4000",
    destination: "/tmp/out",
    future: false,
    showDrafts: true,
    unpublished: true,
    limitPosts: 2,
    environment: "production",
  };
  const { config, faults } = read("baseurl: /old\nfuture: true\nlimit_posts: 9\nurl: https://a.org", {
    overrides,
  });
  assert.deepEqual(faults, []);
  const { values } = config;
  assert.deepEqual(
    [config.baseurl, config.url, config.destination],
    ["/new", "http://localhost:4000", "/tmp/out"],
  );
  assert.deepEqual([config.future, config.showDrafts, config.unpublished], [false, true, true]);
  assert.deepEqual([config.limitPosts, config.environment], [2, "production"]);
  assert.deepEqual(
    [values.baseurl, values.future, values.show_drafts, values.limit_posts],
    ["/new", false, true, 2],
  );
  assert.equal(read("baseurl: /old", { overrides: { baseurl: "" } }).config.baseurl, "");
  assert.deepEqual(read("", { overrides: { baseurl: "x" } }).faults, ["config-normalized"]);
});

test("templates see the author's keys as written over the defaults, and addresses as used", () => {
  const { values } = read(
    "foo: 1.5\nday: 2020-01-02\nbaseurl: blog/\nlang: en_GB\nflag: on\nmath: {enabled: true}",
  ).config;
  assert.deepEqual([values.foo, values.day, values.flag], [1.5, "2020-01-02", true]);
  assert.deepEqual([values.baseurl, values.lang], ["/blog", "en-GB"]);
  assert.deepEqual([values.permalink, values.limit_posts, values.future], ["date", 0, false]);
  assert.deepEqual(values.math, { enabled: true, single_backslash: false, macros: {}, ...REST_OF_MATH });
  const { values: unset } = read("").config;
  assert.equal(unset.baseurl, "");
  for (const name of ["title", "description", "url", "author", "paginate"]) assert.ok(!(name in unset), name);
});

test("a key such as __proto__ is data and nothing else", () => {
  const { values } = read("__proto__: {polluted: true}\nconstructor: x\ntoString: y").config;
  assert.equal(values.polluted, undefined);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal(values.constructor, "x");
});

test("an address is put right, and a warning says what was understood", () => {
  const cases: readonly (readonly [text: string, url: string, baseurl: string, faults: readonly string[]])[] =
    [
      ["url: example.org", "https://example.org", "", ['1:6 "example.org"']],
      ["url: //example.org", "https://example.org", "", ['1:6 "//example.org"']],
      ["url: HTTP://example.org:80/", "http://example.org:80", "", ['1:6 "HTTP://example.org:80/"']],
      ["url: localhost:4000", "https://localhost:4000", "", ['1:6 "localhost:4000"']],
      ["url: https://a.org/b/", "https://a.org", "/b", ['1:6 "https://a.org/b/"', '1:6 "https://a.org/b/"']],
      ["url: https://a.org/b\nbaseurl: /b", "https://a.org", "/b", ['1:6 "https://a.org/b"']],
      ["baseurl: blog", "", "/blog", ['1:10 "blog"']],
      ["baseurl: /blog/", "", "/blog", ['1:10 "/blog/"']],
      ["baseurl: /", "", "", ['1:10 "/"']],
      ["baseurl: https://a.org/b", "", "/b", ['1:10 "https://a.org/b"']],
      ['baseurl: ""\nurl: ""', "", "", []],
      ["baseurl: /a/b\nurl: https://münchen.de", "https://münchen.de", "/a/b", []],
    ];
  for (const [text, url, baseurl, places] of cases) {
    const { config, faults } = read(text);
    assert.deepEqual([config.url, config.baseurl], [url, baseurl], text);
    assert.deepEqual(
      faults,
      places.map((place) => `config-normalized ${place}`),
      text,
    );
  }
  const [, message, hint] = readFault("baseurl: blog/");
  assert.match(message, /^"baseurl" is "blog\/", .*; it was read as "\/blog"$/);
  assert.equal(hint, "Write baseurl: /blog");
});

test("what is no address is an error", () => {
  for (const text of ["not an address", "/blog", "https://", "ftp://a.org", "yes"]) {
    const { config, faults } = read(`url: ${text}`);
    assert.deepEqual(faults, [`config-url 1:6 ${JSON.stringify(text)}`]);
    assert.equal(config.url, "");
  }
});

test("an unknown time zone is an error with the nearest name", () => {
  const nearest: readonly (readonly [string, string])[] = [
    ["Europe/Berln", "Europe/Berlin"],
    ["Berlin", "Europe/Berlin"],
    ["America/New York", "America/New_York"],
    ["Los Angeles", "America/Los_Angeles"],
    ["JST", "Asia/Tokyo"],
    ["BST", "Europe/London"],
    ["CEST", "Europe/Berlin"],
    ["UTCC", "UTC"],
    ["Amsterdm", "Europe/Amsterdam"],
  ];
  for (const [written, name] of nearest) {
    const [fault, message, hint] = readFault(`timezone: ${written}`);
    assert.equal(fault, `config-time-zone 1:11 ${JSON.stringify(written)}`);
    assert.equal(message, `There is no time zone called "${written}"`);
    assert.equal(hint, `Did you mean "${name}"?`);
  }
  assert.match(readFault("timezone: the moon, mostly")[2], /^Write a name such as/);
  for (const name of ["UTC", "Asia/Calcutta", "Asia/Kolkata", "Etc/GMT+3", "EST5EDT", "EST"]) {
    assert.deepEqual(read(`timezone: ${name}`).faults, []);
  }
});

test("a language that is no tag is a warning; an underscore is a hyphen", () => {
  assert.equal(readFault("lang: Deutsch, bitte")[0], 'config-lang 1:7 "Deutsch, bitte"');
  assert.equal(readFault("lang: en_US.UTF-8")[0], 'config-normalized 1:7 "en_US.UTF-8"');
  assert.equal(read("lang: en_US.UTF-8").config.lang, "en-US");
});

test("a permalink is a style or a template; a missing slash is added", () => {
  for (const [written, understood] of [
    ["none", "none"],
    ["blog/:title/", "/blog/:title/"],
    ["/:year_:month/:title:output_ext", "/:year_:month/:title:output_ext"],
    ["/:categories/W:week/:slug.html", "/:categories/W:week/:slug.html"],
  ]) {
    const { config, faults } = read(`permalink: ${written}`);
    assert.deepEqual([config.permalink, faults], [understood, []]);
  }
});

test("an unknown permalink style or placeholder is an error with the nearest", () => {
  assert.deepEqual(readFault("permalink: prety"), [
    'config-permalink-style 1:12 "prety"',
    'There is no permalink style called "prety"',
    'Did you mean "pretty"?',
  ]);
  assert.match(readFault("permalink: something")[2], /^Write one of date, pretty/);
  assert.deepEqual(readFault('permalink: "/:year/:tilte/"'), [
    'config-permalink-placeholder 1:20 ":tilte"',
    '":tilte" in "permalink" is no placeholder, so it cannot be filled in',
    'Did you mean ":title"?',
  ]);
  assert.equal(readFault("permalink: /:Title/")[2], 'Did you mean ":title"?');
  assert.equal(
    readFault("collections:\n  a:\n    permalink: /:nmae/")[0],
    'config-permalink-placeholder 3:17 ":nmae"',
  );
});

test("the path of list pages must hold their number", () => {
  assert.equal(readFault("paginate_path: /page/")[0], 'config-paginate-path 1:16 "/page/"');
});

test("an unknown TeX package is a warning, and so is another word where there is a choice", () => {
  assert.deepEqual(readFault("math: {packages: [physics, phisics]}"), [
    'config-math-package 1:28 "phisics"',
    'There is no TeX package called "phisics"',
    'Did you mean "physics"?',
  ]);
  assert.deepEqual(read("math: {packages: [physics, x], tags: ams, output: mathml}").config.math.packages, [
    "physics",
  ]);
  assert.equal(readFault("math: {tags: some}")[0], 'config-type 1:14 "some"');
  assert.equal(read("math: {tags: some}").config.math.tags, "none");
});

test("a code theme that does not exist is a warning with the nearest, when the names are known", () => {
  const codeThemes = ["github-light-default", "github-dark-default", "one-light"];
  assert.deepEqual(readFault("code: {light_theme: one-ligth}", { codeThemes }), [
    'config-code-theme 1:21 "one-ligth"',
    'There is no code theme called "one-ligth"; "github-light-default" is used',
    'Did you mean "one-light"?',
  ]);
  assert.equal(read("code: {light_theme: own}").config.code.lightTheme, "own");
});

test("a macro needs a name that TeX can read", () => {
  assert.equal(readFault("math: {macros: {a1: x}}")[0], 'config-macro-name 1:17 "a1"');
  assert.deepEqual(read("math: {macros: {'\\|': x, ab: 2}}").config.math.macros, { "|": "x", ab: "2" });
});

test("folders stay inside the site, and the destination is a folder of its own", () => {
  assert.equal(readFault("layouts_dir: ../x")[0], 'config-folder-outside 1:14 "../x"');
  assert.equal(readFault("data_dir: .")[0], 'config-folder-outside 1:11 "."');
  assert.equal(readFault("static_dir: a/../..")[0], 'config-folder-outside 1:13 "a/../.."');
  for (const text of [".", "./", "..", "../..", "/"]) {
    assert.equal(readFault(`destination: ${text}`)[0], `config-destination 1:14 ${JSON.stringify(text)}`);
  }
  assert.equal(read("destination: ./_site/").config.destination, "_site");
});

test("a key that is nearly a known one is a warning with the suggestion", () => {
  const nearest: readonly (readonly [string, string, string])[] = [
    ["permalnk: x", 'config-unknown-key 1:1 "permalnk"', "permalink"],
    ["base_url: x", 'config-unknown-key 1:1 "base_url"', "baseurl"],
    ["timeZone: x", 'config-unknown-key 1:1 "timeZone"', "timezone"],
    ["a: 1\npaginte: x", 'config-unknown-key 2:1 "paginte"', "paginate"],
    ["titel: x", 'config-unknown-key 1:1 "titel"', "title"],
    ["default: []", 'config-unknown-key 1:1 "default"', "defaults"],
    ["math:\n  singlebackslash: x", 'config-unknown-key 2:3 "singlebackslash"', "math.single_backslash"],
    ["feed: {post_limit: 3}", 'config-unknown-key 1:8 "post_limit"', "feed.posts_limit"],
  ];
  for (const [text, place, name] of nearest) {
    const [fault, , hint] = readFault(text);
    assert.deepEqual([fault, hint], [place, `Did you mean "${name}"?`]);
  }
});

test("any other key is data, and a key near one that is set is data too", () => {
  const { config, faults } = read(`email: x
name: x
links: [a]
authors: {a: b}
urls: x
logo: x
date_format: x
social: {links: [a]}
google_analytics: x
feed: {icon: x}
title: A
titel: B
paginate: 3
features: x
repository: a/b
kramdown: {input: GFM, math_engine: ~}
`);
  assert.deepEqual(faults, []);
  assert.equal(config.values.titel, "B");
  assert.deepEqual(config.values.social, { links: ["a"] });
});

test("keys of Jekyll without effect here are quiet", () => {
  const { faults } = read(
    `markdown: kramdown
highlighter: rouge
kramdown: {input: GFM, toc_levels: 1..3}
sass: {style: compressed}
incremental: false
livereload: true
port: 4000
host: 0.0.0.0
safe: true
lsi: false
encoding: utf-8
liquid: {error_mode: strict}
theme:
plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-paginate, jekyll/redirect-from]
`.replace("jekyll/redirect-from", "jekyll-redirect-from"),
  );
  assert.deepEqual(faults, []);
});

test("what a Jekyll site will miss is told once for each key and plug-in", () => {
  const { faults, diagnostics } = read(`theme: minima
collections_dir: parts
source: .
plugins:
  - jemoji
  - jekyll-something-own
  - jekyll-feed
feed:
  tags: true
`);
  assert.deepEqual(faults, [
    'config-without-effect 1:1 "theme"',
    'config-without-effect 2:1 "collections_dir"',
    'config-plugin 5:5 "jemoji"',
    'config-plugin-unknown 6:5 "jekyll-something-own"',
    'config-without-effect 9:3 "tags"',
  ]);
  assert.match(
    diagnostics[2]?.message ?? "",
    /^The plug-in "jemoji" does not run here: names such as :smile:/,
  );
});

test("names of old Jekyll are read, with a note", () => {
  const { faults, config, diagnostics } = read(`gems: [jekyll-feed]
markdown: redcarpet
highlighter: pygments
layouts: theme
defaults:
- scope: {type: post}
  values: {layout: post}
`);
  assert.deepEqual(faults, [
    'config-old-name 1:1 "gems"',
    'config-old-engine 2:11 "redcarpet"',
    'config-old-engine 3:14 "pygments"',
    'config-old-name 4:1 "layouts"',
    'config-old-name 6:17 "post"',
  ]);
  assert.ok(diagnostics.every(({ severity }) => severity === "note"));
  assert.equal(config.layoutsDir, "theme");
  assert.deepEqual(config.defaults[0]?.scope, { path: "", type: "posts" });
});

test("a folder called static is copied to the root, unless the site was made for Jekyll", () => {
  assert.equal(read("title: A").config.staticDir, "static");
  assert.equal(read("title: A", { hasGemfile: true }).config.staticDir, null);
  for (const key of ["plugins: []", "theme: x", "markdown: GFM", "kramdown: {a: 1}", "sass: {style: x}"]) {
    assert.equal(read(key).config.staticDir, null, key);
  }
  assert.equal(read("static_dir: public\nplugins: []").config.staticDir, "public");
  assert.equal(read("static_dir: static", { hasGemfile: true }).config.staticDir, "static");
  assert.equal(read("static_dir: false").config.staticDir, null);
});

test("collections are names or settings; those of posts apply to posts", () => {
  assert.deepEqual(read("collections: [talks, proofs]").config.collections, [
    { label: "talks", output: false, permalink: null, values: {} },
    { label: "proofs", output: false, permalink: null, values: {} },
  ]);
  const { config } = read(
    "collections:\n  talks:\n    output: true\n    permalink: talks/:name\n    x: 1\n  a:\n",
  );
  assert.deepEqual(config.collections, [
    {
      label: "talks",
      output: true,
      permalink: "/talks/:name",
      values: { output: true, permalink: "talks/:name", x: 1 },
    },
    { label: "a", output: false, permalink: null, values: {} },
  ]);
  const posts = read("permalink: none\ncollections: {posts: {permalink: /p/:title/}}").config;
  assert.deepEqual([posts.permalink, posts.collections], ["/p/:title/", []]);
});

test("rows of defaults have their scopes tidied, and types are checked", () => {
  const { config, faults, diagnostics } = read(`collections: [talks]
defaults:
  - values: {a: 1}
  - scope: {path: ""}
    values: {}
  - scope: {path: /old/, type: talks}
    values: {day: 2020-01-01}
  - scope: {type: talk}
    values: {}
`);
  assert.deepEqual(config.defaults, [
    { scope: { path: "", type: null }, values: { a: 1 } },
    { scope: { path: "", type: null }, values: {} },
    { scope: { path: "old", type: "talks" }, values: { day: "2020-01-01" } },
    { scope: { path: "", type: "talk" }, values: {} },
  ]);
  assert.deepEqual(faults, ['config-scope-type 8:19 "talk"']);
  assert.equal(diagnostics[0]?.hint, 'Did you mean "talks"?');
});
