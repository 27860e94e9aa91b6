/** The whole road on tiny sites: files in, files and diagnostics out. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { buildSite, buildTinySite, listDiagnostics } from "../testing/build-tiny-site.js";
import { readFiles, writeFiles } from "../testing/temporary-folder.js";
import { createBuildSession } from "./create-build-session.js";

const POST = "---\ntitle: Memory\ncategories: Python\n---\nText.\n";
const POST_PATH = "_posts/2021-03-04-python-memory-management.md";
const POST_OUTPUT = "python/2021/03/04/python-memory-management.html";

test("a folder with one post and nothing else becomes a whole site, at the URLs of Jekyll's defaults", async (context) => {
  const { result, files } = await buildTinySite(context, { [POST_PATH]: POST });
  assert.ok(result.ok);
  assert.deepEqual(
    Object.keys(files).filter((file) => !file.startsWith("assets/")),
    [
      ".nojekyll",
      ".postulate-manifest.json",
      "2021/index.html",
      "404.html",
      "archive/index.html",
      "categories/index.html",
      "category/python/index.html",
      "favicon.svg",
      "feed.xml",
      "feed/python.xml",
      "index.html",
      POST_OUTPUT,
      "robots.txt",
    ],
  );
  assert.match(files[POST_OUTPUT] ?? "", /<h1[^>]*>\s*Memory\s*<\/h1>/);
});

test("with an error nothing is written, and the last good site stays whole", async (context) => {
  const session = createBuildSession();
  const { sourceDir, files } = await buildTinySite(context, { [POST_PATH]: POST }, { session });
  writeFiles(sourceDir, {
    "_posts/2021-03-05-broken.md": "---\ntitle: [\n---\n",
    [POST_PATH]: `${POST}New.\n`,
  });
  const broken = await buildSite(sourceDir, { session });
  assert.ok(!broken.result.ok);
  assert.equal(broken.result.write, null);
  assert.deepEqual(broken.files, files);
});

test("all files are tried before giving up", async (context) => {
  const { result } = await buildTinySite(context, {
    "_posts/2021-03-05-one.md": "---\ntitle: [\n---\n",
    "_posts/2021-03-06-two.md": "---\nlayout: nowhere\n---\nText.\n",
    "_posts/2021-03-07-three.md": "---\ntitle: Three\n---\n$$\nx\n",
  });
  const paths = result.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ place }) => place?.path);
  assert.deepEqual(paths, [
    "_posts/2021-03-05-one.md",
    "_posts/2021-03-06-two.md",
    "_posts/2021-03-07-three.md",
  ]);
});

test("a site built before into another folder of the sources is not published again", async (context) => {
  const { sourceDir } = await buildTinySite(context, { [POST_PATH]: POST });
  const { result } = await buildSite(sourceDir, { destinationDir: path.join(sourceDir, "public") });
  assert.deepEqual(
    [...result.outputs.keys()].filter((file) => file.startsWith("dist/")),
    [],
  );
});

test("--keep-going writes what can be built, removes nothing, and is still not ok", async (context) => {
  const site = { [POST_PATH]: POST, "_posts/2021-03-05-other.md": POST };
  const { sourceDir } = await buildTinySite(context, site);
  writeFiles(sourceDir, {
    [POST_PATH]: "---\ntitle: [\n---\n",
    "_posts/2021-03-05-other.md": `${POST}More.\n`,
  });
  const { result, files } = await buildSite(sourceDir, { keepGoing: true });
  assert.ok(!result.ok);
  assert.match(files["python/2021/03/05/other.html"] ?? "", /More\./);
  assert.ok(files[POST_OUTPUT], "the last good page of the broken post stays");
});

test("--strict makes a warning an error", async (context) => {
  const site = { [POST_PATH]: `${POST}\n\`\`\`pyhton\nx\n\`\`\`\n` };
  assert.ok((await buildTinySite(context, site)).result.ok);
  const { result, files } = await buildTinySite(context, site, { strict: true });
  assert.ok(!result.ok);
  assert.deepEqual(files, {});
});

test("every document that is not built is listed with its reason", async (context) => {
  const { result } = await buildTinySite(context, {
    [POST_PATH]: POST,
    "_drafts/idea.md": "---\ntitle: Idea\n---\nText.\n",
    "_posts/2030-01-01-future.md": "---\ntitle: Future\n---\nText.\n",
    "_posts/2021-01-01-hidden.md": "---\npublished: false\n---\nText.\n",
  });
  assert.deepEqual(result.skipped.map(({ path: file, reason }) => [file, reason]).sort(), [
    ["_drafts/idea.md", "draft"],
    ["_posts/2021-01-01-hidden.md", "unpublished"],
    ["_posts/2030-01-01-future.md", "future"],
  ]);
});

test("a link to a post that is left out says why it is", async (context) => {
  const { result } = await buildTinySite(context, {
    [POST_PATH]: `${POST}[next]({% post_url 2030-01-01-future %})\n`,
    "_posts/2030-01-01-future.md": POST,
  });
  const [fault] = result.diagnostics.filter(({ code }) => code === "liquid-missing-link");
  assert.match(fault?.message ?? "", /left out: dated 2030-01-01/);
});

test("what a post lists of other posts does not depend on the order of rendering", async (context) => {
  const body =
    "---\ntitle: T\n---\n{% for post in site.posts %}[{{ post.title }}]({{ post.url }}) {% endfor %}\n";
  const { files } = await buildTinySite(context, {
    "_posts/2021-01-01-a.md": body,
    "_posts/2021-01-02-b.md": body,
  });
  const list = /<a href="\/2021\/01\/02\/b\.html">T<\/a> <a href="\/2021\/01\/01\/a\.html">T<\/a>/;
  assert.match(files["2021/01/01/a.html"] ?? "", list);
  assert.match(files["2021/01/02/b.html"] ?? "", list);
});

test("an unreadable configuration file is an error: config-file-unreadable", async (context) => {
  const { result } = await buildTinySite(context, { [POST_PATH]: POST }, { configPaths: ["missing.yml"] });
  assert.deepEqual(
    listDiagnostics(result).filter((line) => line.startsWith("error")),
    ["error config-file-unreadable"],
  );
});

test("a destination around or inside the sources is refused: destination-holds-source, destination-holds-posts", async (context) => {
  const { sourceDir } = await buildTinySite(context, { [POST_PATH]: POST });
  const before = readFiles(sourceDir);
  for (const [destinationDir, code] of [
    [sourceDir, "destination-holds-source"],
    [path.dirname(sourceDir), "destination-holds-source"],
    [path.join(sourceDir, "_posts", "site"), "destination-holds-posts"],
  ] as const) {
    const { result } = await buildSite(sourceDir, { destinationDir });
    assert.ok(
      result.diagnostics.some((diagnostic) => diagnostic.code === code),
      code,
    );
    assert.equal(result.write, null);
  }
  assert.deepEqual(readFiles(sourceDir), before);
});

test("style sheets with front matter are compiled with _sass, and their faults placed: sass-error", async (context) => {
  const { files } = await buildTinySite(context, {
    [POST_PATH]: POST,
    "_sass/base.scss": "$ink: #123456;\n",
    "css/main.scss": '---\n---\n@import "base";\nbody { color: $ink; }\n',
  });
  assert.match(files["css/main.css"] ?? "", /color: #123456/);
  const { result } = await buildTinySite(context, {
    [POST_PATH]: POST,
    "css/main.scss": "---\n---\nbody {\n  color: $none;\n}\n",
  });
  assert.deepEqual(
    listDiagnostics(result).filter((line) => line.startsWith("error")),
    ["error sass-error css/main.scss:4:10"],
  );
});

test("a style sheet with a fault leaves the last good one in its place", async (context) => {
  const { sourceDir } = await buildTinySite(context, {
    [POST_PATH]: POST,
    "css/main.scss": "---\n---\na { b: c }\n",
  });
  writeFiles(sourceDir, { "css/main.scss": "---\n---\na { b: $none }\n" });
  const { files } = await buildSite(sourceDir, { keepGoing: true });
  assert.match(files["css/main.css"] ?? "", /b: c/);
});

test("templates may compile style sheets of their own", async (context) => {
  const { files } = await buildTinySite(context, {
    [POST_PATH]: POST,
    "a.html":
      "---\n---\n{% capture sheet %}a { b { color: red } }{% endcapture %}<style>{{ sheet | scssify }}</style>\n",
  });
  assert.match(files["a.html"] ?? "", /a b \{\s*color: red/);
});

test("{% highlight %} is coloured in HTML pages, includes and layouts, too", async (context) => {
  const block = "{% highlight python linenos %}\nx = $1 * `2`\n{% endhighlight %}";
  const { files } = await buildTinySite(context, {
    [POST_PATH]: `${POST}{% include code.html %}\n`,
    "_includes/code.html": block,
    "_layouts/bare.html": `<html><head></head><body>${block}{{ content }}</body></html>`,
    "a.html": `---\nlayout: bare\n---\n<div>${block}</div>\n`,
  });
  for (const [file, count] of [
    [POST_OUTPUT, 1],
    ["a.html", 2],
  ] as const) {
    const html = files[file] ?? "";
    assert.equal(html.match(/<code class="language-python">/g)?.length, count, file);
    assert.ok(!html.includes("data-highlight"), file);
    assert.match(html.replace(/<[^>]*>/g, ""), /x = \$1 \* `2`/);
    assert.match(html, /assets\/postulate\/code\.css/);
  }
});

test("a fault whose place is a line of a file shows that line", async (context) => {
  const { result } = await buildTinySite(context, {
    "_posts/2021-03-05-a.md": "---\ntitle: A\npermalink: /../outside/\n---\nText.\n",
  });
  const [fault] = result.diagnostics.filter(({ code }) => code === "permalink-outside-site");
  assert.equal(fault?.place?.line, 3);
  assert.equal(fault?.place?.lineText, "permalink: /../outside/");
});

test("a post of a real Jekyll blog comes out right", async (context) => {
  const body = [
    "Bytecode is saved in:",
    "- ```.pyc``` or ```__pycache__```",
    "- ```ob_refcnt```: Reference Count",
    "",
    "```python",
    "import numpy as np ",
    "```",
    "",
    "### Next",
    "Inline \\\\( a = x^2 + y^2 \\\\) and block",
    "",
    "\\\\[ b = x^2 + y^2 \\\\]",
    "",
    "\\\\[ b = \\frac{1}{n^2}\\\\]",
  ].join("\n");
  const { result, files } = await buildTinySite(context, {
    [POST_PATH]: `---\nlayout: post\ntitle:  "Python Memory Management"\ncategories: Python\n---\n${body}\n`,
  });
  const html = files[POST_OUTPUT] ?? "";
  assert.deepEqual(
    result.diagnostics.filter(({ severity }) => severity !== "note"),
    [],
  );
  assert.deepEqual([result.summary.formulas, result.summary.codeBlocks], [3, 1]);
  assert.match(html, /<li><code>\.pyc<\/code> or <code>__pycache__<\/code><\/li>/);
  assert.match(html, /<code>ob_refcnt<\/code>: Reference Count/);
  assert.match(html, /<h3 id="next">/);
  assert.equal(html.match(/<mjx-container/g)?.length, 3);
  assert.ok(!html.includes("\\("), "no delimiter is left in the page");
});

test("macros of a post's front matter hold in that post alone, and equations are numbered in each", async (context) => {
  const post = (front: string): string =>
    `---\ntitle: T\n${front}---\n$\\half$ by $\\eqref{a}$\n\n$$\\begin{equation}\\half\\label{a}\\end{equation}$$\n`;
  const { result, files } = await buildTinySite(context, {
    "_config.yml": "math: {tags: ams}\nurl: https://example.org",
    "_posts/2024-01-01-a.md": post("math:\n  macros: {half: '\\frac12'}\n"),
    "_posts/2024-01-02-b.md": post("macros: {'\\half': ['\\frac{1}{2}', 0], a1: x}\n"),
    "_posts/2024-01-03-c.md": post("macros: of a camera\n").replaceAll("half", "alpha"),
    "_posts/2024-01-04-d.md": "$\\half$",
  });
  assert.deepEqual(listDiagnostics(result), [
    "warning front-matter-macro _posts/2024-01-02-b.md:3:9",
    "warning math-tex-error _posts/2024-01-04-d.md:1:2",
  ]);
  for (const name of ["2024/01/01/a.html", "2024/01/02/b.html", "2024/01/03/c.html"]) {
    const html = files[name] ?? "";
    assert.match(html, /<a class="math-reference" href="#eq-a">\(1\)<\/a>/, name);
    assert.match(html, /<div class="math-display" id="eq-a" tabindex="0">/, name);
    assert.equal(html.match(/<svg class="math-glyphs"/g)?.length, 1, name);
  }
});
