import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exampleConfig } from "../../testing/example-site.js";
import { createMarkdownRenderer } from "../create-markdown-renderer.js";

const { render } = await createMarkdownRenderer(exampleConfig());

const htmlOf = (text: string): string =>
  render({ path: "a.md", text, lineOrigins: [], excerptSeparator: "\n\n" })
    .html.replace(/\s*\n\s*/g, "")
    .trim();

describe('the attribute markdown="1"', () => {
  test("a marked block holds blocks of Markdown and loses the mark", () => {
    assert.equal(
      htmlOf('<div class="note" markdown="1">\n**a**\n\n- b\n</div>'),
      '<div class="note"><p><strong>a</strong></p><ul><li>b</li></ul></div>',
    );
    assert.equal(
      htmlOf('<details markdown="1">\n<summary>S</summary>\n\n*a*\n\n</details>'),
      "<details><summary>S</summary><p><em>a</em></p></details>",
    );
  });

  test("a marked paragraph holds a line of Markdown, also inside of plain HTML", () => {
    assert.equal(
      htmlOf('<div>\n  <p class="a" markdown="1">\n    See [b](/c).\n  </p>\n  *d*\n</div>'),
      '<div><p class="a">See <a href="/c">b</a>.</p>*d*</div>',
    );
    assert.equal(htmlOf('<div markdown="span">*a*</div>'), "<div><em>a</em></div>");
    assert.equal(htmlOf('<div markdown="0">*a*</div>'), "<div>*a*</div>");
  });

  test("formulas in it are typeset", () => {
    assert.match(htmlOf('<div markdown="1">\n$$x^2$$\n</div>'), /^<div>.*mjx-container/);
  });
});

test("a list of attributes in a paragraph's first line is the paragraph's", () => {
  assert.equal(htmlOf("```\na\n```\n\n{: .note }\nb"), htmlOf("```\na\n```\n\nb\n{: .note }"));
  assert.match(htmlOf("{: .note .info}\n*a* b"), /^<p class="note info"><em>a<\/em> b<\/p>$/);
});
