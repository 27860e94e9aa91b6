import assert from "node:assert/strict";
import { test } from "node:test";
import { createHighlighterCore, normalizeTheme } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import darkTheme from "shiki/themes/github-dark-default.mjs";
import lightTheme from "shiki/themes/github-light-default.mjs";
import { loadGrammar } from "./code-languages.js";
import { findTooLong, LONGEST_BLOCK, LONGEST_LINE } from "./code-limits.js";
import type { TokenLines } from "./code-tokens.js";
import { createTokenizer } from "./create-tokenizer.js";

const themes = { light: normalizeTheme(lightTheme), dark: normalizeTheme(darkTheme) };
const { tokenize } = createTokenizer(themes);

test("a line that takes its grammar too long stops the block, and the next block is coloured as ever", () => {
  const endless = "[{(".repeat(100);
  assert.equal(tokenize(`${endless}\nint x;`, "cpp", 1), "time");
  const lines = tokenize("int x;", "cpp");
  assert.ok(lines !== "time");
  assert.deepEqual(
    lines.map((line) => line.map(({ text }) => text).join("")),
    ["int x;"],
  );
  assert.notEqual(lines[0]?.[0]?.light.color, lines[0]?.at(-1)?.light.color);
});

test("the limits are numbers of characters, the same on any machine", () => {
  assert.equal(findTooLong("a".repeat(LONGEST_LINE)), undefined);
  assert.equal(findTooLong(`b\n${"a".repeat(LONGEST_LINE + 1)}`), "line");
  assert.equal(findTooLong("abcd\n".repeat(LONGEST_BLOCK / 5)), undefined);
  assert.equal(findTooLong(`${"abcd\n".repeat(LONGEST_BLOCK / 5)}e`), "block");
});

/** As Shiki itself does it: once for each theme, with its own engine. */
async function tokenizeAsShiki(code: string, id: string): Promise<TokenLines> {
  const shiki = await createHighlighterCore({
    themes: [themes.light, themes.dark],
    langs: [loadGrammar(id)],
    engine: createOnigurumaEngine(import("shiki/wasm")),
    warnings: false,
  });
  const lines = shiki.codeToTokensWithThemes(code, {
    lang: id,
    themes: { light: "github-light-default", dark: "github-dark-default" },
  });
  return lines.map((line) =>
    line.map(({ content, variants: { light = {}, dark = {} } }) => ({ text: content, light, dark })),
  );
}

test("each language has the tokens and colours that Shiki gives it theme by theme", async () => {
  const code = [
    "#include <a> // é 😀 \ud800 “x”",
    "def f(x: int) -> str:  # c",
    "  return f\"{x}\" + 'y' /* z",
    `*/ <b class="c">&amp;</b> \`q \${1 + 2}\` @a $v ~~d~~ **e** _f_`,
    "",
    "- [x] *y*: {k: [1, 0x2, null, true]}; SELECT * FROM t WHERE a = 'b';\r",
    "\\begin{align} a^2 &= \\frac{1}{2} % t",
    "end",
  ].join("\n");
  const ids = [
    ...[
      "python",
      "cpp",
      "bash",
      "r",
      "yaml",
      "tsx",
      "rust",
      "html",
      "ruby",
      "java",
      "latex",
      "haskell",
      "diff",
    ],
    ...["json", "matlab", "liquid", "markdown", "haml", "scss", "sql", "php", "julia", "lean", "makefile"],
  ];
  for (const id of ids) assert.deepEqual(tokenize(code, id), await tokenizeAsShiki(code, id), id);
});

test("a language inside another is coloured where it is named, whatever was met before", () => {
  const before = createTokenizer(themes);
  before.tokenize("x: 1", "yaml");
  before.tokenize("x = 1", "python");
  const fresh = createTokenizer(themes);
  for (const code of ["```python\nimport os\n```", "a\n\n    import os", "---\ntitle: a\n---\nb"])
    assert.deepEqual(before.tokenize(code, "markdown"), fresh.tokenize(code, "markdown"), code);
  const [, line] = fresh.tokenize("```python\nimport os\n```", "markdown");
  assert.ok(line !== undefined && line.length > 1);
});
