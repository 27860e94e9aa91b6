/** What docs/promises.md promises, seen on whole sites; and that each test it names is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { buildTinySite, listDiagnostics, type TinySiteOptions } from "./build-tiny-site.js";

const CONFIG = "title: Notes\nurl: https://notes.example\n";
const HEAD = "---\ntitle: The $x^2$ rule & more\n---\n";

/** A site of one post, and its page, feed and home page. */
async function buildPost(context: TestContext, body: string, options: TinySiteOptions = {}) {
  const site = { "_config.yml": CONFIG, "_posts/2024-01-02-post.md": HEAD + body };
  const { result, files } = await buildTinySite(context, site, options);
  const textOf = (path: string): string => {
    const text = files[path] ?? result.outputs.get(path)?.content;
    return typeof text === "string" ? text : "";
  };
  const page = textOf("2024/01/02/post.html");
  return { result, page, feed: textOf("feed.xml"), home: textOf("index.html") };
}

/** A page's text without what only machines read. */
function visibleText(html: string): string {
  return html
    .replace(/<(script|style|svg|mjx-assistive-mml|mjx-container|math)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, "");
}

test("no template is run in math and code", async (context) => {
  const { result, page } = await buildPost(
    context,
    "$$\\frac{{a}}{{b}}$$ and $x^{{2}}$, `{{ x }}` and {{ 'a' | upcase }}\n\n```\n{% if %} {{ y }}\n```\n",
  );
  assert.deepEqual(listDiagnostics(result), []);
  assert.equal(result.summary.formulas, 2);
  assert.match(page, /<code>\{\{ x \}\}<\/code> and A/);
  assert.match(page, /\{% if %\} \{\{ y \}\}/);
});

test("signs of Markdown in math stay math", async (context) => {
  const { result, page } = await buildPost(
    context,
    "So $a_1*b_2*c_3$ and $P(A|B)$, $x<y>z$ and\n$$\\{a\\} \\\\ b\\_c \\; d$$\nbut *this*.\n",
  );
  assert.deepEqual(listDiagnostics(result), []);
  assert.equal(result.summary.formulas, 4);
  const [body = ""] = /<p>So .*?<\/p>.*?but <em>this<\/em>/s.exec(page) ?? [];
  assert.equal(body.match(/<(?:em|strong|table|del)[ >]/g)?.length, 1);
});

test("prices are prices", async (context) => {
  const { result, page } = await buildPost(context, "It costs $5, not $10, and from $5-$10 to US$20.\n");
  assert.equal(result.summary.formulas, 0);
  assert.match(page, /It costs \$5, not \$10, and from \$5-\$10 to US\$20\./);
});

test("a fault of TeX has file, line and column, and fails a strict build", async (context) => {
  const body = "text\n\nSo $x + \\alpa$ holds.\n";
  const { result, page } = await buildPost(context, body);
  assert.deepEqual(listDiagnostics(result), ["warning math-tex-error _posts/2024-01-02-post.md:6:9"]);
  assert.ok(result.ok);
  assert.match(page, /class="math-error[^>]*>[^<]*\$x \+ \\alpa\$/);
  assert.doesNotMatch(page, /merror|mjx-merror/);
  const strict = await buildPost(context, body, { strict: true });
  assert.equal(strict.result.ok, false);
  assert.equal(strict.result.write, null);
});

test("a page needs no script and no other site for its formulas", async (context) => {
  const { page } = await buildPost(context, "$x^2$ and\n\n$$\n\\sum_i i\n$$\n");
  assert.match(page, /class="math-display/);
  assert.doesNotMatch(visibleText(page), /\$|\\sum/);
  assert.doesNotMatch(page, /<script[^>]*mathjax|<script[^>]*katex/i);
  const sources = [...page.matchAll(/<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"/g)];
  const others = sources.filter(
    ([tag, url = ""]) => /^(?:https?:)?\/\//.test(url) && !/canonical|alternate/.test(tag),
  );
  assert.deepEqual(others, []);
});

test("a feed has each formula once, readable, without backslashes, styles and ids", async (context) => {
  const { feed } = await buildPost(
    context,
    "So $x^2 + \\alpha$ and\n\n$$\n\\sum_i \\frac{i}{2}\n$$\n\n## A heading\n",
  );
  const [, content = ""] = /<content[^>]*>(.*?)<\/content>/s.exec(feed) ?? [];
  assert.match(content, /x² \+ α/);
  assert.equal(content.split("x² + α").length, 2);
  assert.doesNotMatch(content, /\\|\$|style|\bid=|<svg|&lt;svg|mjx/);
  assert.match(feed, /<title[^>]*>The x² rule &amp;(?:amp;)? more<\/title>/);
});

test("the home page shows drawn formulas, never TeX", async (context) => {
  const { home } = await buildPost(context, "First $\\frac{a}{b}$ here, so that $x$.\n\nSecond.\n");
  assert.match(home, /First <span class="math-inline/);
  assert.doesNotMatch(visibleText(home), /\\frac|\$/);
});

test("the head of a page, its contents and its neighbours read as text", async (context) => {
  const { page } = await buildPost(
    context,
    "* contents\n{:toc}\n\nA rule $a^2 \\le b$ holds.\n\n## The case $\\alpha > 1$\n",
  );
  const [head = ""] = /<head>.*?<\/head>/s.exec(page) ?? [];
  assert.match(head, /<title>The x² rule &amp; more/);
  assert.match(head, /<meta name="description" content="A rule a² ≤ b holds\."/);
  assert.doesNotMatch(head, /\\le|\$|<svg|mjx/);
  assert.doesNotMatch(visibleText(page), /\\alpha|\$/);
});

test("an unknown language of code is a warning, and numbers are no part of what is copied", async (context) => {
  const { result, page } = await buildPost(
    context,
    "```pyton\nx = 1\n```\n\n{% highlight python linenos %}\na = 1\nb = 2\n{% endhighlight %}\n",
  );
  assert.deepEqual(listDiagnostics(result), ["warning code-unknown-language _posts/2024-01-02-post.md:4:4"]);
  assert.ok(result.ok);
  const [block = ""] = /<code class="language-python">.*?<\/code>/s.exec(page) ?? [];
  assert.equal(visibleText(block).trim(), "a = 1\nb = 2");
  assert.match(page, /x = 1/);
});

test("every test that docs/promises.md names is there", () => {
  const root = new URL("../../", import.meta.url);
  const page = readFileSync(new URL("docs/promises.md", root), "utf8");
  const rows = [...page.matchAll(/^\| (\d+) \| .* \|$/gm)];
  assert.deepEqual(
    rows.map(([, number]) => Number(number)),
    Array.from({ length: 25 }, (_, index) => index + 1),
  );
  for (const [row, number] of rows) {
    const named = [...row.matchAll(/`(src\/[^`]+\.test\.ts)`: ((?:“[^”]+”(?:, )?)+)/g)];
    assert.ok(named.length > 0 || row.includes("not yet"), `promise ${number} names no test`);
    for (const [, file = "", titles = ""] of named) {
      assert.ok(existsSync(new URL(file, root)), file);
      const text = readFileSync(new URL(file, root), "utf8");
      for (const [, title = ""] of titles.matchAll(/“([^”]+)”/g))
        assert.ok(text.includes(`("${title}"`) || text.includes(`"${title}",`), `${file} has no “${title}”`);
    }
  }
});
