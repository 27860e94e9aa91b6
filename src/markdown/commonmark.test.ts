import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { compareCommonmark } from "../testing/compare-commonmark.js";
import { createCommonmarkPage } from "../testing/create-commonmark-page.js";
import { createStandardRenderer } from "../testing/create-standard-renderer.js";
import { GFM_DEVIATIONS, GFM_EXAMPLES } from "../testing/gfm-examples.js";
import { normalizeHtml } from "../testing/normalize-html.js";

describe("CommonMark's own examples", async () => {
  const comparison = await compareCommonmark();

  test("come out as the standard says when our additions are off", () => {
    assert.equal(comparison.total, 652);
    assert.deepEqual(comparison.deviations, []);
  });

  test("stand in docs/commonmark.md as they came out", () => {
    const page = readFileSync(new URL("../../docs/commonmark.md", import.meta.url), "utf8");
    assert.equal(page, createCommonmarkPage(comparison), "run: npm run docs");
  });

  test("change with our additions only where an addition is named", () => {
    assert.deepEqual(comparison.unexplained, []);
    assert.deepEqual(comparison.unchanged, []);
  });
});

describe("GitHub Flavored Markdown", () => {
  const render = createStandardRenderer("gfm");
  for (const [name, examples] of Object.entries(GFM_EXAMPLES)) {
    test(`${name} follow its rules`, () => {
      for (const { rule, markdown, html } of examples)
        assert.equal(normalizeHtml(render(markdown)), normalizeHtml(html), rule);
    });
  }

  test("is left only where the page says so", () => {
    for (const { rule, markdown, html } of GFM_DEVIATIONS)
      assert.equal(normalizeHtml(render(markdown)), normalizeHtml(html), rule);
  });
});

test("HTML is the same only when a browser makes the same of it", () => {
  const isSame = (a: string, b: string): boolean => normalizeHtml(a) === normalizeHtml(b);
  assert.ok(
    isSame("<p>a</p>\n<p class='b c' id=d>&amp;<br/></p>", '<p>a</p><p id="d" class="c b">&#38;<br></p>\n'),
  );
  assert.ok(isSame("<p>a\nb</p>", "<p> a b</p>"));
  for (const [a, b] of [
    ["<pre>a\nb</pre>", "<pre>a b</pre>"],
    ["<p>a <em>b</em></p>", "<p>a<em>b</em></p>"],
    ["<p>a</p>", "<p>a</p><p></p>"],
    ["<p>&lt;b></p>", "<p><b></b></p>"],
    ["<a href=b>c</a>", "<a href=B>c</a>"],
  ] as const)
    assert.ok(!isSame(a, b), a);
});
