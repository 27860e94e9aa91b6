import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createParsers } from "./create-parsers.js";

const { parseBody } = createParsers({
  enabled: true,
  singleBackslash: false,
  macros: {},
  tags: "none",
  packages: [],
  output: "svg",
});

/** The types of the blocks, with the text of HTML. */
function blocksOf(text: string): string[] {
  return parseBody(text).children.map((node) => (node.type === "html" ? node.value : node.type));
}

describe("HTML that goes on over a blank line", () => {
  test("a script, a drawing or a style sheet is one block with what it stands in", () => {
    for (const html of [
      '<div id="plot"></div>\n<script defer>\nlet a;\n\n    b < c;\n</script>',
      "<svg>\n  <rect/>\n\n  <text>*a*</text>\n</svg>",
      "<div>\n<style>\na {}\n\nb {}\n</style>\n</div>",
    ])
      assert.deepEqual(blocksOf(`a\n\n${html}\n\n**b**`), ["paragraph", html, "paragraph"], html);
  });

  test("indented tags behind a blank line are no code", () => {
    const list = '<ul>\n    \n      <li><a href="/a/">A</a></li>\n    \n      <li>B</li>\n    \n  </ul>';
    assert.deepEqual(blocksOf(`${list}\n`), [list]);
    assert.deepEqual(blocksOf(`<table>\n\n\t<tr>\n\n</table>\n\nb`).length, 2);
  });

  test("Markdown, code and formulas in HTML are read as before", () => {
    assert.deepEqual(blocksOf("<div>\n\n**a**\n\n    code\n\n</div>"), [
      "<div>",
      "paragraph",
      "code",
      "</div>",
    ]);
    assert.deepEqual(blocksOf("<div>\n\n    <p>$$x$$</p>\n\n</div>"), ["<div>", "code", "</div>"]);
  });

  test("text below the end of a script, a style sheet or preformatted text is a paragraph", () => {
    for (const name of ["script", "style", "pre", "textarea"]) {
      const html = `<${name}>\na\n\nb\n</${name}>`;
      assert.deepEqual(blocksOf(`${html}\nc *d*`), [html, "paragraph"], name);
    }
  });

  test("text below the last closing tag is Markdown", () => {
    const html = "<center>\n<img src=a>\n</center>";
    assert.deepEqual(blocksOf(`${html}\n_Figure 1._\n\nb`), [html, "paragraph", "paragraph"]);
    assert.deepEqual(blocksOf("<div>\n*a*\n</div>\n<div>\nb\n</div>"), [
      "<div>\n*a*\n</div>\n<div>\nb\n</div>",
    ]);
    assert.deepEqual(blocksOf("<center>\n$$x$$\n</center>\n\nb"), [
      "<center>\n$$x$$\n</center>",
      "paragraph",
    ]);
  });

  test("HTML that nothing closes takes no more than CommonMark gives it", () => {
    assert.deepEqual(blocksOf("<div>\n\n    <b>a</b>\n\nb"), ["<div>", "code", "paragraph"]);
    assert.deepEqual(blocksOf("<div id='a'\n*b*"), ["<div id='a'\n*b*"]);
  });
});
